/** Helpers of Java that hand on what is there already. Each one is bounded and ends in the original exception. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** The handler: two reads at most, then the conflict itself. */
function reading(w: Writer, read: string, returns: string): string {
  const type = w.type(w.error?.type ?? '');
  return `catch (${type} error) {
    if (!(${w.isConflict('error')})) {
      throw error;
    }
    for (int attempt = 1; attempt <= 2; attempt++) {
      try {
        ${returns}${read};
      } catch (${type} missing) {
        // Not visible yet, deleted in the meantime, or known by another key.
        if (!(${w.hasStatus('missing', 404)})) {
          throw missing;
        }
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw error;
      }
    }
    throw error;
  }`;
}

/** Read at its own address. */
export function createOrRead(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (subject.deferred || w.error.checked) return undefined;
  const supplier = w.type('java.util.function.Supplier<T>');
  return {
    name: 'createOrRead',
    source: (
      name,
    ) => `/** Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given. */
private static <T> T ${name}(${supplier} create, ${supplier} read) {
  try {
    return create.get();
  } ${reading(w, 'read.get()', 'return ')}
}`,
  };
}

/** A Cosmos DB item: read by what the service compares. */
export function getItem(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  const model = (name: string): string => w.type(`com.azure.cosmos.models.${name}`);
  const response = `${model('CosmosItemResponse')}<T>`;
  const head =
    '/** Creates an item; where its id is taken, reads the one that is there and hands it on. Its values may differ from the ones given. */';
  if (!subject.deferred)
    return {
      name: 'createOrGetItem',
      source: (name) => `${head}
private static <T> ${response} ${name}(
    ${w.type('java.util.function.Supplier')}<${response}> create,
    ${w.type('com.azure.cosmos.CosmosContainer')} container, String id, ${model('PartitionKey')} partitionKey, Class<T> type) {
  try {
    return create.get();
  } ${reading(w, 'container.readItem(id, partitionKey, type)', 'return ')}
}`,
    };
  const mono = `${w.type('reactor.core.publisher.Mono')}`;
  const error = w.type(w.error?.type ?? '');
  return {
    name: 'createOrGetItem',
    source: (name) => `${head}
private static <T> ${mono}<${response}> ${name}(
    ${mono}<${response}> create,
    ${w.type('com.azure.cosmos.CosmosAsyncContainer')} container, String id, ${model('PartitionKey')} partitionKey, Class<T> type) {
  return create.onErrorResume(${error}.class, error -> {
    if (!(${w.isConflict('error')})) {
      return ${mono}.error(error);
    }
    // Deleted in the meantime, or known by another key: the conflict stays an error.
    return container.readItem(id, partitionKey, type).onErrorMap(missing -> error);
  });
}`,
  };
}

/** Nothing to read: the call hands out nothing that is used. */
export function goOnWhereThere(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (subject.deferred || w.error.checked) return undefined;
  return {
    name: 'unlessThere',
    source: (name) => `/** Makes the call; where the service says that it is so already, that is as good. */
private static void ${name}(Runnable call) {
  try {
    call.run();
  } catch (${w.type(w.error?.type ?? '')} error) {
    if (!(${w.isConflict('error')})) {
      throw error;
    }
  }
}`,
  };
}
