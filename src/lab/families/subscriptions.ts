/** Change notifications: one for each resource and change type. */
import type { Family } from '../family.js';

export const subscriptions: Family[] = [
  {
    collections: ['/subscriptions'],
    requires: ['changeType', 'notificationUrl', 'resource', 'expirationDateTime'],
    nullInLists: ['clientState'],
    noFilter: true,
    expires: 'expirationDateTime',
    unique: [
      {
        fields: ['changeType', 'resource'],
        match: 'set',
        conflict: {
          rule: 'graph/subscription-duplicate',
          record: 'graph-subscription-duplicate',
          status: 409,
          code: 'ObjectIdentifierInUse',
          message: 'Subscription Id {id} already exists for the requested combination',
        },
      },
    ],
  },
];
