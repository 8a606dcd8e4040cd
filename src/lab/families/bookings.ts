/** Bookings: the person who is known already, the slot that is taken; and what can be made twice without a word. */
import type { Family, Unique } from '../family.js';

const BUSINESS = '/solutions/bookingBusinesses';

export const bookings: Family[] = [
  { collections: [BUSINESS, `${BUSINESS}/{}/services`, `${BUSINESS}/{}/customQuestions`], changed: 204 },
  { collections: [`${BUSINESS}/{}/customers`], changed: 204 },
  {
    collections: [`${BUSINESS}/{}/staffMembers`],
    changed: 204,
    deleted: 'unseen',
    requires: ['displayName'],
    unique: [
      {
        fields: ['emailAddress'],
        heldByDeleted: true,
        portal: 'link',
        portalDeleted: 'restore',
        conflict: {
          rule: 'bookings/staff-member-exists',
          record: 'bookings-staffmember-exists',
          status: 409,
          message: 'A staff member already exists',
        },
      },
    ],
  },
  {
    collections: [`${BUSINESS}/{}/appointments`],
    changed: 204,
    unique: ['startDateTime', 'start'].map(
      (field): Unique => ({
        fields: [field, 'staffMemberIds'],
        match: 'overlap',
        portal: 'accept',
        conflict: {
          rule: 'bookings/appointment-overlap',
          record: 'bookings-appointment-overlap-500',
          status: 500,
          code: 'UnknownError',
          message: '',
        },
      }),
    ),
  },
];
