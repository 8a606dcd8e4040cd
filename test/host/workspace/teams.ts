import type { Client } from '@microsoft/microsoft-graph-client';

/** Adds a channel to a team; a channel that cannot be added is only noted. */
export async function addChannel(client: Client, team: string, displayName: string): Promise<void> {
  try {
    await client.api(`/teams/${team}/channels`).post({ displayName, membershipType: 'standard' });
  } catch (error) {
    console.error(`channel ${displayName}: ${error}`);
  }
}
