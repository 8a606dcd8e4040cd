import type { Client } from '@microsoft/microsoft-graph-client';

export async function watch(client: Client, subscription: object): Promise<unknown> {
  const found = await client.api('/subscriptions').get();
  if (found.value.length > 0) return found.value[0];
  return client.api('/subscriptions').post(subscription);
}
