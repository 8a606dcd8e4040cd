/**
 * `onedrive-api`: a small client of drives. It sends no conflictBehavior for folders; uploads default to rename.
 * Shapes: dkatavic/onedrive-api.
 */
import type { Sdk } from '../sdk.js';

export const onedriveApi: Sdk = {
  id: 'onedrive-api',
  title: 'onedrive-api',
  service: 'graph',
  languages: ['typescript', 'tsx', 'javascript'],
  modules: ['onedrive-api'],
  exports: { default: 'Api', '*': 'Api' },
  distinctive: [],
  channel: 'throws',
  roles: {
    Api: { members: { items: 'Items' } },
    Items: {
      calls: {
        createFolder: { op: 'POST /me/drive/items/{}/children' },
        uploadSession: { op: 'POST /me/drive/items/{}/createUploadSession', safe: 'conflict-behavior' },
        uploadSimple: { op: 'PUT /me/drive/items/{}/content', safe: 'create-or-replace' },
      },
    },
  },
  error: {
    types: ['HTTPError', 'Error'],
    status: ['response.statusCode', 'statusCode'],
    code: ['response.body.error.code', 'code'],
    text: ['message', 'response.body'],
  },
};
