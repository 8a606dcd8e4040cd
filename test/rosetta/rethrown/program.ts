import type { Client } from '@microsoft/microsoft-graph-client';

export async function watch(client: Client, subscription: object): Promise<unknown> {
  try {
    return await client.api('/subscriptions').post(subscription);
  } catch (error) {
    throw error;
  }
}
