import type { Container } from '@azure/cosmos';

export async function change(container: Container, order: { id: string; _etag: string }): Promise<boolean> {
  try {
    await container.item(order.id, 'a').replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } });
    return true;
  } catch (error) {
    if (error.code === 412) return false;
    throw error;
  }
}
