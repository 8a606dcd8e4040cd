import type { Container } from '@azure/cosmos';

export async function count(container: Container, id: string): Promise<void> {
  while (true) {
    const { resource, etag } = await container.item(id, 'a').read();
    resource.count += 1;
    try {
      await container.item(id, 'a').replace(resource, { accessCondition: { type: 'IfMatch', condition: etag } });
      return;
    } catch (error) {
      if (error.code !== 412) throw error;
    }
  }
}
