/** Programs whose create has a key by which a repeat can be told from a second thing. */
import type { Program } from '../program.js';
import { program } from './graph.js';

export const keyedPrograms: readonly Program[] = [
  {
    title: 'group with a unique name',
    rule: 'graph/group-exists',
    operation: 'POST /groups',
    after: 'PATCH /groups(uniqueName={})',
    fixes: ['create-or-get', 'idempotency-key', 'check-before-create', 'report-conflict'],
    ends: { graph: '/groups' },
    twin: {
      displayName: 'Sales',
      mailNickname: 'sales',
      uniqueName: "sales-o'brien",
      description: 'theirs',
      mailEnabled: false,
      securityEnabled: true,
    },
    note: 'description',
    hidden: 'deleted',
    text: program(`client.api('/groups').post({
    displayName: 'Sales',
    mailNickname: 'sales',
    uniqueName: "sales-o'brien",
    description: note,
    mailEnabled: false,
    securityEnabled: true,
  })`),
  },
  {
    title: 'application with a unique name',
    rule: 'graph/application-exists',
    operation: 'POST /applications',
    after: 'PATCH /applications(uniqueName={})',
    fixes: ['idempotency-key', 'report-conflict'],
    ends: { graph: '/applications' },
    twin: { displayName: 'Orders', uniqueName: 'orders', notes: 'theirs' },
    note: 'notes',
    text: program("client.api('/applications').post({ displayName: 'Orders', uniqueName: 'orders', notes: note })"),
  },
];
