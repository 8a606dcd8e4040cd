import { graph } from './graph-client.js';

/** Adds a person to a Bookings business. */
export async function addStaff(business: string, email: string): Promise<void> {
  await graph().api(`/solutions/bookingBusinesses/${business}/staffMembers`).post({
    '@odata.type': '#microsoft.graph.bookingStaffMember',
    displayName: email,
    emailAddress: email,
    role: 'externalGuest',
  });
}
