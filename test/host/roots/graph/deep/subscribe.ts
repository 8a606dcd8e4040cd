import type { Client } from '@microsoft/microsoft-graph-client';

/** Asks for notifications about new mail of a user. */
export async function watchMailbox(client: Client, user: string, notificationUrl: string): Promise<string> {
  const subscription = await client.api('/subscriptions').post({
    changeType: 'created',
    notificationUrl,
    resource: `users/${user}/messages`,
    expirationDateTime: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return subscription.id;
}
