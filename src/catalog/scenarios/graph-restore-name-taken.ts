import { explained, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/restore-name-taken',
  title: 'Deleted object whose name was given away',
  service: 'graph',
  cause: 'state',
  confidence: 'documented',
  summary:
    'Restoring a deleted user or group fails when its name or address was given to another object meanwhile. The status is not stated; expect 400 and 409. Restoring an application does not restore its service principal.',
  operations: explained('POST', '/directory/deletedItems/{}/restore'),
  answers: [
    { status: 400, codes: [], unverified: true },
    { status: 409, codes: [], unverified: true },
  ],
  identity: {
    fields: ['userPrincipalName', 'proxyAddresses', 'mailNickname'],
    caseSensitive: false,
    scope: 'the tenant',
  },
  lookup: {
    op: 'GET /directory/deletedItems/{}',
    how: 'Read the names of the deleted object and look for their holders.',
    pages: false,
  },
  idempotent: [],
  intent: ['ensure'],
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'The admin center leads through another address and the removal of the clash; groups are asked for a new alias.',
  api: 'Does not reconcile unless autoReconcileProxyConflict and, for a taken name, newUserPrincipalName are sent.',
  remedies: [
    remedy(
      'fix-state',
      'lm--',
      'Send newUserPrincipalName, and autoReconcileProxyConflict where losing the clashing addresses is acceptable.',
      'Mail to the dropped addresses goes elsewhere from then on.',
    ),
    remedy('report-conflict', '-l--', 'Name the holder and let a person decide.'),
    useless('plain-retry', 'l--m', 'The name stays given away.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /directory/deletedItems/{id}/restore
     Microsoft Graph x> Script: 400 the address is used by another object
     Script -> Microsoft Graph: restore with newUserPrincipalName
     Microsoft Graph => Script: 200`,
  ),
  records: ['graph-deleted-user-restore-conflict'],
  sources: [
    'microsoft-graph-docs-contrib: directory-deleteditems-restore.md (beta parameters)',
    'Entra PowerShell Restore-EntraDeletedDirectoryObject reference',
  ],
};
