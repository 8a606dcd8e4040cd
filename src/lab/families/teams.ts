/** Teams: the team of a group, channels, members, apps, chats. */
import type { Conflict, Family } from '../family.js';

const TEAM: Conflict = {
  rule: 'graph/team-exists',
  record: 'graph-team-put-already-exists',
  status: 409,
  code: 'Conflict',
  message: 'Team already exists for group {value}.',
};

export const teams: Family[] = [
  {
    collections: ['/teams'],
    binds: { 'group@odata.bind': 'id' },
    created: 202,
    put: 'create-or-conflict',
    putConflict: TEAM,
    unique: [{ fields: ['id'], conflict: TEAM, portal: 'refuse' }],
  },
  {
    collections: ['/teams/{}/channels'],
    idPrefix: '19:',
    requires: ['displayName'],
    changed: 204,
    deleted: 'unseen',
    unique: [
      {
        fields: ['displayName'],
        heldByDeleted: true,
        portalDeleted: 'restore',
        conflict: {
          rule: 'graph/channel-exists',
          record: 'graph-channel-name-duplicate-400',
          status: 400,
          code: 'NameAlreadyExists',
          message: 'Channel name already existed, please use other name',
        },
      },
    ],
  },
  {
    collections: ['/teams/{}/members', '/teams/{}/channels/{}/members', '/chats/{}/members'],
    binds: { 'user@odata.bind': 'userId' },
    unique: [
      {
        fields: ['userId'],
        portal: 'link',
        conflict: {
          rule: 'graph/conversation-member-exists',
          record: 'graph-team-member-add-twice',
          status: 409,
          code: 'Conflict',
          message: 'The member already exists in the roster.',
        },
      },
    ],
  },
  {
    collections: ['/teams/{}/installedApps', '/chats/{}/installedApps', '/users/{}/teamwork/installedApps'],
    binds: { 'teamsApp@odata.bind': 'teamsApp.id' },
    unique: [
      {
        fields: ['teamsApp.id'],
        portal: 'link',
        conflict: {
          rule: 'graph/teams-app-installed',
          record: 'graph-teamsapp-install-duplicate',
          status: 409,
          code: 'Conflict',
          message: 'The app is already installed in the specified scope.',
        },
      },
    ],
  },
  {
    collections: ['/appCatalogs/teamsApps'],
    unique: [
      {
        fields: ['externalId'],
        conflict: {
          rule: 'graph/teams-app-published',
          record: 'graph-teamsapp-catalog-duplicate',
          status: 409,
          code: 'Conflict',
          innerCode: 'AppDefinitionAlreadyExists',
          message: 'An app with the same external id already exists.',
        },
      },
    ],
  },
  // Looks like a create and is none: the chat of two people is the one that is there.
  { collections: ['/chats'], same: { fields: ['members'], status: 201, only: { chatType: 'oneOnOne' } } },
  {
    collections: [],
    actions: [
      '/teams/{}/sendActivityNotification',
      '/chats/{}/sendActivityNotification',
      '/users/{}/teamwork/sendActivityNotification',
      '/teamwork/sendActivityNotificationToRecipients',
    ].map((path) => ({ path, status: 204 })),
  },
  { collections: ['/teams/{}/operations/{}'], single: true, starts: { status: 'succeeded' } },
  { collections: ['/teams/{}/schedule'], single: true, put: 'create-or-replace' },
  {
    collections: ['/chats/{}/messages', '/teams/{}/channels/{}/messages', '/teams/{}/channels/{}/tabs'],
  },
];
