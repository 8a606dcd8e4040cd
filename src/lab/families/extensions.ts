/** Extensions of other resources, their schemas, and connections to content outside. */
import type { Family } from '../family.js';

const HOLDERS = [
  '/users/{}',
  '/users/{}/messages/{}',
  '/users/{}/events/{}',
  '/users/{}/contacts/{}',
  '/groups/{}',
  '/groups/{}/events/{}',
  '/devices/{}',
  '/organization/{}',
];

export const extensions: Family[] = [
  {
    collections: HOLDERS.map((path) => `${path}/extensions`),
    idFrom: 'extensionName',
    requires: ['extensionName'],
    changed: 204,
    unique: [
      {
        fields: ['extensionName'],
        conflict: {
          rule: 'graph/open-extension-exists',
          record: 'graph-openextension-duplicate-400',
          status: 400,
          code: 'Request_BadRequest',
          message: 'An extension already exists with given id.',
        },
      },
    ],
  },
  {
    collections: ['/schemaExtensions'],
    requires: ['id'],
    changed: 204,
    unique: [
      {
        fields: ['id'],
        conflict: {
          rule: 'graph/schema-extension-exists',
          status: 409,
          code: 'Conflict',
          message: 'A schema extension with id {value} already exists.',
        },
      },
    ],
  },
  {
    collections: ['/external/connections'],
    requires: ['id', 'name'],
    unique: ['id', 'name'].map((field) => ({
      fields: [field],
      conflict: {
        rule: 'graph/external-connection-exists',
        record: 'graph-external-connection-duplicate',
        status: 409,
        code: 'Conflict',
        message: 'A connection with {field} {value} already exists.',
      },
    })),
  },
  { collections: ['/external/connections/{}/items'], put: 'create-or-replace' },
  { collections: ['/external/connections/{}/schema'], single: true, changed: 204 },
];
