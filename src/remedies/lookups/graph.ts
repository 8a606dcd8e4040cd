/**
 * Lookups of Microsoft Graph and Bookings. Only keys the service itself enforces: never a display name that two things
 * may share. Sources: the `lookup` and `identity` rows of the scenarios, and the list operations of the v1.0 reference.
 */
import type { RuleLookup } from './lookup.js';

export const graphLookups: readonly RuleLookup[] = [
  { rules: ['graph/subscription-duplicate'], by: 'renew' },
  { rules: ['graph/user-exists'], by: 'key', key: '/{userPrincipalName}', fields: ['userPrincipalName'] },
  { rules: ['graph/service-principal-exists'], by: 'key', key: "(appId='{'appId'}')", fields: ['appId'] },
  {
    rules: ['graph/directory-role-activated'],
    by: 'key',
    key: "(roleTemplateId='{'roleTemplateId'}')",
    fields: ['roleTemplateId'],
  },
  {
    rules: ['graph/external-connection-exists', 'graph/schema-extension-exists'],
    by: 'key',
    key: '/{id}',
    fields: ['id'],
  },
  { rules: ['graph/open-extension-exists'], by: 'key', key: '/{extensionName}', fields: ['extensionName'] },
  { rules: ['graph/team-exists'], op: /^PUT .*\/team$/, by: 'key', key: '', fields: [] },
  {
    rules: ['graph/drive-name-exists'],
    op: /\/children$/,
    by: 'key',
    without: '/children',
    key: ':/{name}',
    fields: ['name'],
  },
  { rules: ['graph/group-exists'], by: 'list', match: ['mailNickname'] },
  { rules: ['graph/channel-exists'], op: /\/channels$/, by: 'list', match: ['displayName'] },
  {
    rules: ['graph/mail-folder-exists', 'graph/list-exists', 'graph/onenote-name-exists'],
    by: 'list',
    match: ['displayName'],
  },
  { rules: ['graph/federated-credential-exists'], by: 'list', match: ['name'] },
  { rules: ['graph/app-role-assignment-exists'], by: 'list', match: ['principalId', 'resourceId', 'appRoleId'] },
  {
    rules: ['graph/permission-grant-exists'],
    by: 'list',
    match: ['clientId', 'resourceId', 'consentType', 'principalId'],
  },
  {
    rules: ['graph/role-assignment-exists'],
    op: /\/roleAssignments$/,
    by: 'list',
    match: ['principalId', 'roleDefinitionId', 'directoryScopeId'],
  },
  { rules: ['bookings/staff-member-exists'], by: 'list', match: ['emailAddress'] },
  {
    rules: ['graph/member-already-added', 'graph/conversation-member-exists', 'graph/teams-app-installed'],
    by: 'there',
  },
];
