import { type Client, GraphError } from '@microsoft/microsoft-graph-client';

export async function watch(client: Client, subscription: object): Promise<unknown> {
  try {
    return await client.api('/subscriptions').post(subscription);
  } catch (error) {
    if (error instanceof GraphError && error.statusCode === 409) {
      console.error(error);
      throw error;
    }
    throw error;
  }
}
