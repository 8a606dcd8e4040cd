// @ts-nocheck: the packages this example imports need not be installed
import { type Client, GraphError } from '@microsoft/microsoft-graph-client';

const inbox = (user: string) => `users/${user}/mailFolders('inbox')/messages`;
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

/** Runs when the service starts. After a restart the subscription of the last run is still there. */
export async function watch(client: Client, user: string, notificationUrl: string): Promise<string> {
  const created = await client.api('/subscriptions').post({
    changeType: 'created',
    notificationUrl,
    resource: inbox(user),
    expirationDateTime: tomorrow(),
  });
  return created.id;
}

/** The same, but a subscription that is there already is found and renewed. */
export async function watchOnce(client: Client, user: string, notificationUrl: string): Promise<string> {
  try {
    const created = await client.api('/subscriptions').post({
      changeType: 'created',
      notificationUrl,
      resource: inbox(user),
      expirationDateTime: tomorrow(),
    });
    return created.id;
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 409) return renew(client, inbox(user));
    throw error;
  }
}

async function renew(client: Client, resource: string): Promise<string> {
  const page = await client.api('/subscriptions').get();
  const existing = page.value.find((subscription) => subscription.resource === resource);
  if (!existing) throw new Error(`a subscription for ${resource} belongs to another application`);
  await client.api(`/subscriptions/${existing.id}`).patch({ expirationDateTime: tomorrow() });
  return existing.id;
}
