import assert from 'node:assert/strict';
import { scenarios } from '../../src/catalog/index.js';
import type { Precondition } from '../../src/catalog/types.js';

/**
 * What real call sites taught: operations that people who read the code around them called prone to a conflict, and
 * look-alikes that they did not. A trait in the last column is what the request carries.
 */
const PRONE: [op: string, carries?: Precondition, property?: string][] = [
  ['POST /subscriptions'],
  ['POST /users'],
  ['POST /groups'],
  ['POST /groups/{}/members/$ref'],
  ['POST /groups/{}/owners/$ref'],
  ['POST /applications/{}/owners/$ref'],
  ['PATCH /groups/{}', 'body-property', 'members@odata.bind'],
  ['POST /applications'],
  ['POST /applications/{}/federatedIdentityCredentials'],
  ['PATCH /applications/{}', 'body-property', 'identifierUris'],
  ['POST /servicePrincipals'],
  ['POST /servicePrincipals/{}/appRoleAssignments'],
  ['POST /servicePrincipals/{}/appRoleAssignedTo'],
  ['POST /users/{}/appRoleAssignments'],
  ['POST /oauth2PermissionGrants'],
  ['POST /servicePrincipals/{}/synchronization/jobs/{}/start'],
  ['POST /servicePrincipals/{}/synchronization/jobs/{}/pause'],
  ['POST /servicePrincipals/{}/synchronization/jobs/{}/restart'],
  ['DELETE /servicePrincipals/{}/synchronization/jobs/{}'],
  ['POST /teams'],
  ['PUT /groups/{}/team'],
  ['POST /teams/{}/channels'],
  ['POST /teams/{}/members'],
  ['POST /teams/{}/channels/{}/members'],
  ['POST /chats/{}/members'],
  ['POST /teams/{}/installedApps'],
  ['POST /schemaExtensions'],
  ['POST /users/{}/extensions'],
  ['POST /me/drive/root/children'],
  ['POST /drives/{}/items/{}/children'],
  ['POST /sites/{}/drive/items/{}/children'],
  ['POST /groups/{}/drive/items/{}/copy'],
  ['POST /users/{}/drive/items/{}/createUploadSession'],
  ['POST /sites/{}/lists'],
  ['POST /external/connections'],
  ['PATCH /planner/tasks/{}', 'if-match'],
  ['PATCH /planner/tasks/{}/details', 'if-match'],
  ['PATCH /planner/buckets/{}', 'if-match'],
  ['PATCH /planner/plans/{}/details', 'if-match'],
  ['DELETE /planner/tasks/{}', 'if-match'],
  ['POST /$batch', 'prone-step'],
  ['POST /solutions/bookingBusinesses/{}/staffMembers'],
  ['POST /solutions/bookingBusinesses/{}/appointments'],
  ['POST /dbs/{}/colls/{}/docs'],
  ['POST /dbs/{}/colls/{}/docs', 'in-batch'],
  ['POST /dbs/{}/colls/{}/docs', 'in-bulk'],
  ['PUT /dbs/{}/colls/{}/docs/{}', 'if-match'],
  ['PATCH /dbs/{}/colls/{}/docs/{}', 'if-match'],
  ['PATCH /dbs/{}/colls/{}/docs/{}', 'condition'],
  ['DELETE /dbs/{}/colls/{}/docs/{}', 'if-match'],
  ['POST /dbs/{}/colls/{}/docs#upsert', 'if-match'],
  ['POST /dbs/{}/colls/{}/sprocs/{}', 'condition'],
  ['POST /dbs'],
  ['POST /dbs/{}/colls'],
  ['POST /dbs/{}/colls/{}/sprocs'],
  ['POST /dbs/{}/users'],
  ['POST /dbs/{}/users/{}/permissions'],
];

const NOT_PRONE: typeof PRONE = [
  ['PATCH /subscriptions/{}'],
  ['DELETE /subscriptions/{}'],
  ['PATCH /users/{}'],
  ['PATCH /groups/{}'],
  ['PATCH /groups/{}', 'body-property', 'displayName'],
  ['PATCH /applications/{}'],
  ['POST /applications/{}/addPassword'],
  ['POST /groups/{}/members'],
  ['DELETE /groups/{}/members/{}/$ref'],
  ['PUT /users/{}/manager/$ref'],
  ['PUT /groups/{}/photo/$value'],
  ['PATCH /oauth2PermissionGrants/{}'],
  ['PATCH /schemaExtensions/{}'],
  ['PUT /servicePrincipals/{}/synchronization/secrets'],
  ['POST /directoryObjects/getByIds'],
  ['POST /users/{}/getMemberGroups'],
  ['POST /invitations'],
  ['POST /chats'],
  ['POST /chats/{}/messages'],
  ['POST /teams/{}/channels/{}/messages'],
  ['POST /teams/{}/channels/{}/tabs'],
  ['POST /teams/{}/archive'],
  ['POST /me/sendMail'],
  ['POST /me/events'],
  ['POST /me/messages'],
  ['POST /me/todo/lists/{}/tasks'],
  ['POST /planner/tasks'],
  ['POST /planner/plans'],
  ['PATCH /planner/tasks/{}'],
  ['PUT /me/drive/items/{}/content'],
  ['PUT /sites/{}/drive/items/{}/content'],
  ['PATCH /drives/{}/items/{}'],
  ['POST /drives/{}/items/{}/createLink'],
  ['PATCH /sites/{}/lists/{}/items/{}'],
  ['POST /sites/{}/lists/{}/items'],
  ['PUT /external/connections/{}/items/{}'],
  ['POST /me/onenote/sections/{}/pages'],
  ['POST /$batch'],
  ['POST /solutions/bookingBusinesses/{}/customers'],
  ['POST /dbs/{}/colls/{}/docs#upsert'],
  ['POST /dbs/{}/colls/{}/docs#upsert', 'in-batch'],
  ['POST /dbs/{}/colls/{}/docs#query'],
  ['POST /dbs/{}/colls/{}/docs#batch'],
  ['POST /dbs/{}/colls#if-not-exists'],
  ['POST /dbs#if-not-exists'],
  ['PUT /dbs/{}/colls/{}/docs/{}'],
  ['PUT /dbs/{}/colls/{}/docs/{}', 'in-batch'],
  ['PATCH /dbs/{}/colls/{}/docs/{}'],
  ['DELETE /dbs/{}/colls/{}/docs/{}'],
  ['POST /dbs/{}/colls/{}/sprocs/{}'],
];

function marks([op, carries, property]: (typeof PRONE)[number]): string[] {
  const hit = scenarios.filter((s) =>
    s.operations.some(
      (r) =>
        r.op === op &&
        r.marks &&
        (r.needs === undefined || (r.needs === carries && (r.properties?.includes(property ?? '') ?? true))),
    ),
  );
  return hit.map((s) => s.id);
}

describe('operations that real code taught', () => {
  for (const row of PRONE) it(`marks ${row.join(' ')}`, () => assert.notDeepEqual(marks(row), []));
  for (const row of NOT_PRONE) it(`leaves ${row.join(' ')}`, () => assert.deepEqual(marks(row), []));
});
