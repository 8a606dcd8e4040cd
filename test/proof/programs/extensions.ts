/** Programs that create connections, extensions and folders with Microsoft Graph. */
import type { Program } from '../program.js';
import { program } from './graph.js';

export const extensionPrograms: readonly Program[] = [
  {
    title: 'external connection',
    rule: 'graph/external-connection-exists',
    operation: 'POST /external/connections',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/external/connections' },
    twin: { id: 'tickets', name: 'Tickets', description: 'theirs' },
    note: 'description',
    text: program("client.api('/external/connections').post({ id: 'tickets', name: 'Tickets', description: note })"),
  },
  {
    title: 'schema extension',
    rule: 'graph/schema-extension-exists',
    operation: 'POST /schemaExtensions',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/schemaExtensions' },
    twin: { id: 'contoso_courses', description: 'theirs', targetTypes: ['Group'], properties: [] },
    note: 'description',
    text: program(`client.api('/schemaExtensions').post({
    id: 'contoso_courses',
    description: note,
    targetTypes: ['Group'],
    properties: [],
  })`),
  },
  {
    title: 'open extension',
    rule: 'graph/open-extension-exists',
    operation: 'POST /users/{}/extensions',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/users/u1/extensions' },
    parents: [
      {
        path: '/users',
        body: { id: 'u1', userPrincipalName: 'ada@contoso.com', displayName: 'Ada', mailNickname: 'ada' },
      },
    ],
    twin: { extensionName: 'com.contoso.settings', theme: 'theirs' },
    note: 'theme',
    key: 'extensionName',
    text: program(`client.api('/users/u1/extensions').post({
    '@odata.type': 'microsoft.graph.openTypeExtension',
    extensionName: 'com.contoso.settings',
    theme: note,
  })`),
  },
  {
    title: 'folder of a drive',
    rule: 'graph/drive-name-exists',
    operation: 'POST /me/drive/root/children',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict', 'idempotency-key'],
    ends: { graph: '/drives/of-user-me/items' },
    seeds: '/me/drive/root/children',
    twin: { name: 'Reports', folder: {}, description: 'theirs' },
    note: 'description',
    text: program(`client.api('/me/drive/root/children').post({
    name: 'Reports',
    folder: {},
    description: note,
    '@microsoft.graph.conflictBehavior': 'fail',
  })`),
  },
];
