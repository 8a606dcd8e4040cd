import type { Container } from '@azure/cosmos';

export async function save(container: Container, order: { id: string }): Promise<void> {
  await container.items.upsert(order);
}
