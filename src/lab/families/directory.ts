/** Users, groups, their members, roles: duplicates here are mostly 400. */
import type { Conflict, Family, Unique } from '../family.js';

/** "Another object with the same value": 400, and the word conflict stands in the details alone. */
const sameValue = (rule: string, record: string): Conflict => ({
  rule,
  record,
  status: 400,
  code: 'Request_BadRequest',
  message: 'Another object with the same value for property {field} already exists.',
  details: ['ObjectConflict'],
});

const USER = sameValue('graph/user-exists', 'graph-user-upn-duplicate-400');
const ADDRESS: Conflict = {
  ...sameValue('graph/user-exists', 'graph-user-proxyaddress-mail-conflict-400'),
  details: ['ObjectConflict', 'ConflictingObjects'],
};
const GROUP = sameValue('graph/group-exists', 'graph-group-mailnickname-duplicate');

const groupName = (field: string): Unique => ({
  fields: [field],
  heldByDeleted: true,
  conflict: GROUP,
  portalDeleted: 'refuse',
});

const conflictingObject = (rule: string, record: string): Conflict => ({
  rule,
  record,
  status: 400,
  code: 'Request_BadRequest',
  message: 'A conflicting object with one or more of the specified property values is present in the directory.',
});

const reference = (path: string, record = 'graph-member-ref-exists-400'): Family => ({
  collections: [path],
  references: {
    boundBy: `${path.split('/').at(-1)}@odata.bind`,
    conflict: {
      rule: 'graph/member-already-added',
      record,
      status: 400,
      code: 'Request_BadRequest',
      message: "One or more added object references already exist for the following modified properties: '{field}'.",
    },
  },
});

const EDUCATION = 'graph-education-member-ref-exists-400';

const assignmentRequests: Unique = {
  fields: ['principalId', 'roleDefinitionId', 'directoryScopeId'],
  portal: 'link',
  conflict: {
    rule: 'graph/role-assignment-exists',
    record: 'graph-pim-assignment-request-duplicate-400',
    status: 400,
    code: 'RoleAssignmentExists',
    message: 'The Role assignment already exists.',
  },
};

export const directory: Family[] = [
  {
    collections: ['/users'],
    keys: ['userPrincipalName'],
    hidden: ['passwordProfile'],
    changed: 204,
    deleted: { type: 'microsoft.graph.user' },
    unique: [
      { fields: ['userPrincipalName'], heldByDeleted: true, conflict: USER, portalDeleted: 'restore' },
      {
        fields: ['proxyAddresses'],
        match: 'any',
        heldByDeleted: true,
        across: [
          { collection: '/groups', field: 'proxyAddresses' },
          { collection: '/contacts', field: 'proxyAddresses' },
        ],
        conflict: ADDRESS,
      },
    ],
  },
  { collections: ['/contacts'] },
  {
    collections: ['/groups'],
    keys: ['uniqueName'],
    upsertKeys: ['uniqueName'],
    changed: 204,
    deleted: { type: 'microsoft.graph.group' },
    requires: ['displayName', 'mailNickname'],
    unique: [
      groupName('mailNickname'),
      groupName('uniqueName'),
      // The portal is the stricter one: it refuses a display name that is taken.
      { fields: ['displayName'], onlyPortal: true, conflict: GROUP },
    ],
  },
  reference('/groups/{}/members'),
  reference('/groups/{}/owners'),
  reference('/directoryRoles/{}/members'),
  reference('/directory/administrativeUnits/{}/members'),
  reference('/applications/{}/owners'),
  reference('/servicePrincipals/{}/owners'),
  reference('/servicePrincipals/{}/claimsMappingPolicies'),
  reference('/education/classes/{}/members', EDUCATION),
  reference('/education/classes/{}/teachers', EDUCATION),
  reference('/education/schools/{}/users', EDUCATION),
  { collections: ['/directory/administrativeUnits', '/education/classes', '/education/schools', '/invitations'] },
  {
    collections: ['/directoryRoles'],
    keys: ['roleTemplateId'],
    requires: ['roleTemplateId'],
    unique: [
      {
        fields: ['roleTemplateId'],
        conflict: conflictingObject('graph/directory-role-activated', 'graph-directoryrole-already-activated-400'),
        portal: 'link',
      },
    ],
  },
  {
    collections: ['/roleManagement/directory/roleAssignments'],
    unique: [
      {
        ...assignmentRequests,
        conflict: conflictingObject('graph/role-assignment-exists', 'graph-role-assignment-duplicate-400'),
      },
    ],
  },
  {
    collections: [
      '/roleManagement/directory/roleAssignmentScheduleRequests',
      '/roleManagement/directory/roleEligibilityScheduleRequests',
    ],
    unique: [assignmentRequests],
  },
  {
    collections: ['/groupSettings', '/groups/{}/settings'],
    unique: [
      {
        fields: ['templateId'],
        conflict: conflictingObject('graph/group-settings-exist', 'graph-groupsettings-duplicate-400'),
        portal: 'link',
      },
    ],
  },
  {
    collections: ['/domains/{}/federationConfiguration'],
    unique: [
      {
        fields: ['issuerUri'],
        conflict: {
          rule: 'graph/domain-issuer-taken',
          record: 'graph-domain-federation-issueruri-duplicate',
          status: 409,
          code: 'Request_MultipleObjectsWithSameKeyValue',
          message: "The issuerUri '{value}' is already in use.",
        },
      },
    ],
  },
  {
    collections: ['/admin/people/profileCardProperties'],
    idFrom: 'directoryPropertyName',
    unique: [
      {
        fields: ['directoryPropertyName'],
        conflict: {
          rule: 'graph/profile-card-property-exists',
          record: 'graph-profilecardproperty-duplicate',
          status: 409,
          message: 'The directory property {value} is already configured.',
        },
      },
    ],
  },
];
