import { explained, marked, remedy, timeline, useless } from '../build.js';
import type { Scenario } from '../types.js';

export const scenario: Scenario = {
  id: 'graph/group-exists',
  title: 'Group alias already taken',
  service: 'graph',
  cause: 'duplicate',
  confidence: 'documented',
  summary:
    'A mail nickname is unique in the tenant, among deleted groups and the addresses of other objects too. Creating a group with a taken one is refused with 400. Display names are not unique for the API: a second group of the same name is made without a word.',
  operations: [
    ...marked('POST', '/groups'),
    ...explained('POST', ['/groups/{}/validateProperties', '/directoryObjects/validateProperties']),
  ],
  answers: [
    {
      status: 400,
      codes: ['ObjectConflict', 'Request_BadRequest'],
      texts: ['Another object with the same value for property'],
    },
    { status: 422, codes: ['PropertyConflict'], texts: ['PropertyConflict'] },
  ],
  identity: {
    fields: ['mailNickname', 'uniqueName'],
    caseSensitive: false,
    scope: 'the tenant, deleted groups included',
  },
  lookup: {
    op: 'GET /groups',
    how: "Filter on mailNickname eq '…' (double a quote in the value), or read /groups(uniqueName='…'). Never adopt a group by displayName: anyone can take that name.",
    pages: true,
    deletedItems: 'GET /directory/deletedItems/microsoft.graph.group',
  },
  idempotent: [
    {
      form: "PATCH /groups(uniqueName='x') with Prefer: create-if-missing",
      warning: 'overwrites the properties it sends, and makes a second group where the existing one has no uniqueName',
    },
  ],
  intent: ['ensure', 'must-be-new'],
  silent: 'A second group with the same displayName and another alias is created without any error.',
  plainRetry: 'never',
  retryAfter: false,
  portal:
    'The portal is the stricter one: it refuses a display name that is taken, and restoring a deleted group whose alias was used again asks for a new alias.',
  api: 'Refuses only the alias, with 400. validateProperties says the same beforehand with 422, but the name can be taken between the two calls.',
  remedies: [
    remedy(
      'create-or-get',
      'lm--',
      'On 400 that names mailNickname, find the group by mailNickname and compare what matters (type, owners) before using it. Not found means a deleted group or another kind of object holds the alias: report it.',
      'One read, only after a conflict.',
    ),
    remedy(
      'idempotency-key',
      '-ll-',
      'Give the group a uniqueName and use PATCH with Prefer: create-if-missing: the first call creates, later ones update.',
      'Overwrites; a group made earlier without uniqueName is not found and a second one appears.',
    ),
    remedy(
      'check-before-create',
      'mm-l',
      'Filter on mailNickname first, or call validateProperties. Both are advisory: keep the answer to the 400.',
    ),
    remedy('new-key', 'll-l', 'Where the group must be a new one, append a suffix to the alias.'),
    useless('back-off-and-retry', 'h--m', 'The alias stays taken.'),
  ],
  timeline: timeline(
    'Script, Microsoft Graph',
    `Script -> Microsoft Graph: POST /groups (mailNickname sales)
     Microsoft Graph x> Script: 400 another object with the same value for property mailNickname
     Script -> Microsoft Graph: GET /groups?$filter=mailNickname eq 'sales'
     Microsoft Graph => Script: 200 the group that is there, or nothing: a deleted group holds the alias`,
  ),
  records: ['graph-group-mailnickname-duplicate'],
  sources: [
    'microsoftgraph/microsoft-graph-docs (docs of Jul 2021): api-reference/v1.0/api/group-validateproperties.md L146',
    'techcommunity (Mike McLean, 2017) on alias re-use after deletion',
  ],
};
