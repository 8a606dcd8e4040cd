import { Client } from '@microsoft/microsoft-graph-client';

export interface Person {
  name: string;
  email: string;
}

/**
 * Adds people to a Bookings business. The portal links or reactivates somebody it already knows;
 * the service refuses the same request.
 */
export async function addStaff(client: Client, business: string, people: Person[]): Promise<void> {
  for (const person of people) {
    try {
      await client.api(`/solutions/bookingBusinesses/${business}/staffMembers`).post({
        '@odata.type': '#microsoft.graph.bookingStaffMember',
        displayName: person.name,
        emailAddress: person.email,
        role: 'externalGuest',
      });
    } catch (error) {
      console.error(`could not add ${person.email}`, error);
    }
  }
}
