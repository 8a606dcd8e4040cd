import type { Client } from '@microsoft/microsoft-graph-client';

export async function watch(client: Client, subscription: object): Promise<unknown> {
  return client.api('/subscriptions').post(subscription);
}
