/** Applications, service principals, and what is granted to them. */
import type { Conflict, Family } from '../family.js';

const sameKey = (rule: string, record: string, message: string): Conflict => ({
  rule,
  record,
  status: 409,
  code: 'Request_MultipleObjectsWithSameKeyValue',
  message,
});

const IDENTIFIER: Conflict = {
  rule: 'graph/application-exists',
  record: 'graph-application-identifieruri-duplicate-400',
  status: 400,
  code: 'Request_BadRequest',
  message: 'Another object with the same value for property {field} already exists.',
  details: ['ObjectConflict'],
};

export const applications: Family[] = [
  {
    collections: ['/applications'],
    keys: ['appId', 'uniqueName'],
    upsertKeys: ['uniqueName'],
    makes: { appId: 'guid' },
    changed: 204,
    deleted: { type: 'microsoft.graph.application' },
    unique: [
      { fields: ['identifierUris'], match: 'any', heldByDeleted: true, conflict: IDENTIFIER },
      { fields: ['uniqueName'], heldByDeleted: true, conflict: IDENTIFIER },
    ],
    actions: [
      { path: '/applications/{}/addPassword', status: 200, appends: 'passwordCredentials' },
      { path: '/applications/{}/addKey', status: 200, appends: 'keyCredentials' },
    ],
  },
  {
    collections: ['/applications/{}/federatedIdentityCredentials'],
    keys: ['name'],
    unique: [
      {
        fields: ['subject', 'issuer'],
        match: 'exact',
        conflict: {
          rule: 'graph/federated-credential-exists',
          record: 'graph-federated-credential-subject-duplicate-400',
          status: 400,
          code: 'InvalidFederatedIdentityCredentialValue',
          message: 'The combination of issuer and subject must be unique for the application.',
        },
      },
      {
        fields: ['name'],
        match: 'exact',
        conflict: sameKey(
          'graph/federated-credential-exists',
          'graph-federated-credential-name-duplicate',
          'FederatedIdentityCredential with name {value} already exists.',
        ),
      },
    ],
  },
  {
    collections: ['/servicePrincipals'],
    keys: ['appId'],
    upsertKeys: ['appId'],
    requires: ['appId'],
    changed: 204,
    deleted: { type: 'microsoft.graph.servicePrincipal' },
    unique: [
      {
        fields: ['appId'],
        heldByDeleted: true,
        portal: 'link',
        conflict: sameKey(
          'graph/service-principal-exists',
          'graph-serviceprincipal-duplicate-appid',
          'The service principal cannot be created, updated, or restored because the service principal name {value} is already in use.',
        ),
      },
    ],
  },
  {
    collections: ['/oauth2PermissionGrants'],
    changed: 204,
    requires: ['clientId', 'consentType', 'resourceId'],
    unique: [
      {
        fields: ['clientId', 'resourceId', 'consentType', 'principalId'],
        conflict: sameKey(
          'graph/permission-grant-exists',
          'graph-oauth2permissiongrant-duplicate',
          'Permission entry already exists.',
        ),
      },
    ],
  },
  {
    collections: [
      '/servicePrincipals/{}/appRoleAssignedTo',
      '/servicePrincipals/{}/appRoleAssignments',
      '/users/{}/appRoleAssignments',
      '/groups/{}/appRoleAssignments',
    ],
    requires: ['principalId', 'resourceId', 'appRoleId'],
    unique: [
      {
        fields: ['principalId', 'resourceId', 'appRoleId'],
        portal: 'link',
        conflict: {
          rule: 'graph/app-role-assignment-exists',
          record: 'graph-approleassignment-duplicate',
          status: 400,
          code: 'Request_BadRequest',
          message: 'Permission being assigned already exists on the object',
        },
      },
    ],
  },
  {
    collections: ['/servicePrincipals/{}/synchronization/jobs'],
    actions: ['start', 'pause', 'restart'].map((name) => ({
      path: `/servicePrincipals/{}/synchronization/jobs/{}/${name}`,
      status: 204,
    })),
  },
];
