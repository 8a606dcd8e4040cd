/** What the labels' operation words mean as HTTP operations. `…` stands for any path before it, `{}` for one segment. */

export interface WordsRow {
  words: RegExp;
  /** The callee as written, where the words alone leave it open. */
  call?: RegExp;
  /** Any of these is right. */
  operations: string[];
}

/** Prefixes and suffixes that say how the request is guarded or sent, not which operation it is. */
const guarded = String.raw`( \(?(without e-?tag|with (access ?condition )?if-?match(e-?tag)?|with e-?tag|with filter predicate|guarded|condition|caller's options).*)?`;

/** First match wins. */
export const operationWords: readonly WordsRow[] = [
  // Cosmos DB items. A step of a batch may be reported as itself or as the batch request.
  row(/^(server-side )?create ?(item|document)( stream| by wrapper)?$/i, 'POST …/docs'),
  row(/^(batch create item|bulk create|transactional batch of creates)/, 'POST …/docs'),
  row(/^upsert item/, 'POST …/docs'),
  row(/^batch upsert/, 'POST …/docs'),
  row(/^transactional batch with/, 'POST …/docs', 'PUT …/docs/{}', 'PATCH …/docs/{}'),
  row(/^batch replace/, 'PUT …/docs/{}', 'POST …/docs'),
  row(/^batch delete/, 'DELETE …/docs/{}', 'POST …/docs'),
  row(/^(batch patch|patch in transactional batch)/, 'PATCH …/docs/{}', 'POST …/docs'),
  row(new RegExp(`^(server-side )?replace(document| item| stream| document)?${guarded}$`, 'i'), 'PUT …/docs/{}'),
  row(new RegExp(`^delete( item| stream| document)?${guarded}$`, 'i'), 'DELETE …/docs/{}'),
  row(new RegExp(`^patch( item)?${guarded}$`, 'i'), 'PATCH …/docs/{}'),
  // Cosmos DB accounts and containers
  row(/^create database/, 'POST …/dbs'),
  row(/^create (container|collection)/, 'POST …/colls'),
  { words: /^createIfNotExists$/, call: /databases/, operations: ['POST …/dbs'] },
  { words: /^createIfNotExists$/, call: /containers/, operations: ['POST …/colls'] },
  row(/^create stored procedure/, 'POST …/sprocs'),
  row(/^create permission/, 'POST …/permissions'),
  // Graph and Bookings
  row(/^create user$/, 'POST …/users'),
  row(/^create group$/, 'POST …/groups'),
  row(/^create group setting$/, 'POST …/groupSettings', 'POST …/groups/{}/settings'),
  row(/^create subscription$/, 'POST …/subscriptions'),
  row(/^renew subscription$/, 'PATCH …/subscriptions/{}'),
  row(/^create appointment$/, 'POST …/appointments'),
  row(/^(create channel)$/, 'POST …/channels'),
  row(/^(add channel member|POST channel members)$/, 'POST …/channels/{}/members'),
  row(/^POST (team|chat|roster) members$/, 'POST …/members'),
  row(/^add team members in bulk$/, 'POST …/members/add', 'POST …/members'),
  row(/^(add channel tab|POST channel tabs)$/, 'POST …/tabs'),
  row(/^add group owner or member \$ref$/, 'POST …/members/$ref', 'POST …/owners/$ref', 'POST …/groups/{}/{}/$ref'),
  row(/^(add group member \$ref|POST groups members\/\$ref)$/, 'POST …/members/$ref'),
  row(/^add (group )?owner \$ref$/, 'POST …/owners/$ref'),
  row(/^add group members by PATCH/, 'PATCH …/groups/{}'),
  row(/^(teamify group|create team from group)/, 'PUT …/groups/{}/team', 'POST …/teams'),
  row(/^create team$/, 'POST …/teams'),
  row(/^clone team$/, 'POST …/clone'),
  row(/^create external connection$/, 'POST …/external/connections'),
  row(/^put external item$/i, 'PUT …/items/{}'),
  row(/^put group photo$/i, 'PUT …/photo/$value'),
  row(/^create (app role assignment|appRoleAssignment)$/, 'POST …/appRoleAssignments', 'POST …/appRoleAssignedTo'),
  row(/^(upload small file by path|PUT drive item content|PUT content)$/, 'PUT …/content'),
  row(/^createUploadSession/, 'POST …/createUploadSession'),
  row(/^POST (driveItem )?copy/, 'POST …/copy'),
  row(/^PATCH driveItem/, 'PATCH …/items/{}'),
  row(/^PATCH plannerTask details/, 'PATCH …/planner/tasks/{}/details'),
  row(/^PATCH plannerTask/, 'PATCH …/planner/tasks/{}'),
  row(/^PATCH plannerBucket/, 'PATCH …/planner/buckets/{}'),
  row(/^PATCH plan details/, 'PATCH …/planner/plans/{}/details'),
  row(/^(POST \/)?\$batch/, 'POST …/$batch', 'PATCH …/groups/{}', 'POST …/members/$ref'),
  row(/^archive team action$/, 'POST …/archive'),
  row(/^unarchive team action$/, 'POST …/unarchive'),
  row(/^restore deleted group/, 'POST …/restore'),
  row(/^renew group action$/, 'POST …/renew'),
  row(/^create sharing link$/, 'POST …/createLink'),
  row(/^sendMail action$/, 'POST …/sendMail'),
  row(/^post channel message$/, 'POST …/messages'),
  row(/^remove group member$/, 'DELETE …/members/{}/$ref', 'DELETE …/members/{}'),
  row(/^create (To Do task)$/, 'POST …/tasks'),
  row(/^create application$/, 'POST …/applications'),
  row(/^create service principal$/, 'POST …/servicePrincipals'),
  row(/^create oauth2PermissionGrant$/, 'POST …/oauth2PermissionGrants'),
  row(/^create list$/, 'POST …/lists'),
  row(/^create invitation$/, 'POST …/invitations'),
];

function row(words: RegExp, ...operations: string[]): WordsRow {
  return { words, operations };
}
