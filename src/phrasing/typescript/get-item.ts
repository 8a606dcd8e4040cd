/** The helper that reads a Cosmos DB item which is there already. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** By id and partition key, which the container's definition tells; both are what the service compares. */
export function getItem(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  return {
    name: 'createOrGetItem',
    source: (
      name,
    ) => `/** Creates an item; where its id is taken, reads the one that is there and hands it on. Its values may differ from the ones given. */
${w.head(
  name,
  '<T, R>',
  [
    ['create', ': (item: T) => Promise<R>'],
    ['items', ": import('@azure/cosmos').Items"],
    ['item', ': T'],
  ],
  'Promise<R>',
)}
  try {
    return await create(item);
  } ${w.caught} {
${w.guard}
    const { container } = items;
    const { resource: definition } = await container.read();
    const paths = definition?.partitionKey?.paths ?? [];
    const valueAt = (path${w.ts(': string')}) =>
      path.slice(1).split('/').reduce((value${w.ts(': any')}, part) => value?.[part], item);
    const keys = paths.map(valueAt);
    const { id }${w.ts(': any')} = item;
    for (let attempt = 1; attempt <= 2; attempt++) {
      const existing = await container.item(id, keys.length === 1 ? keys[0] : keys).read();
      if (existing.resource !== undefined) return existing${w.ts(' as R')};
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    // Taken and not to be read: a unique key of another item, or deleted in the meantime.
    throw error;
  }
}`,
  };
}
