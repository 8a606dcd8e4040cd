/** Helpers of Java that look before they create, and those that find what is there in a list. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Read at its own address, before and after. */
export function checkAndRead(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (subject.deferred || w.error.checked) return undefined;
  const type = w.type(w.error.type);
  const supplier = w.type('java.util.function.Supplier<T>');
  return {
    name: 'readOrCreate',
    source: (
      name,
    ) => `/** Hands on what is there, and creates it only where nothing is. Its values may differ from the ones given. */
private static <T> T ${name}(${supplier} create, ${supplier} read) {
  try {
    return read.get();
  } catch (${type} missing) {
    if (!(${w.hasStatus('missing', 404)})) {
      throw missing;
    }
  }
  try {
    return create.get();
  } catch (${type} error) {
    if (!(${w.isConflict('error')})) {
      throw error;
    }
    // Somebody was faster between the two requests.
    try {
      return read.get();
    } catch (${type} missing) {
      throw ${w.hasStatus('missing', 404)} ? error : missing;
    }
  }
}`,
  };
}

/** Found in the list, page by page. */
export function createOrFind(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (subject.deferred || w.error.checked) return undefined;
  const fn = (from: string, to: string): string => w.type(`java.util.function.Function<${from}, ${to}>`);
  const list = w.type('java.util.List<T>');
  return {
    name: 'createOrFind',
    uses: [isSame()],
    source: (
      name,
      [same = ''],
    ) => `/** Creates; where it is there already, finds the one with the same key and hands it on. Its other values may differ. */
private static <T, P> T ${name}(
    ${w.type('java.util.function.Supplier<T>')} create,
    ${fn('String', 'P')} read,
    ${fn('P', list)} items,
    ${fn('P', 'String')} next,
    ${fn('T', 'Object[]')} key,
    Object... wanted) {
  try {
    return create.get();
  } catch (${w.type(w.error?.type ?? '')} error) {
    if (!(${w.isConflict('error')})) {
      throw error;
    }
    for (int attempt = 1; attempt <= 2; attempt++) {
      String link = null;
      do {
        P page = read.apply(link);
        for (T one : items.apply(page)) {
          if (${same}(key.apply(one), wanted)) {
            return one;
          }
        }
        link = next.apply(page);
      } while (link != null);
      try {
        // The list can lag behind.
        Thread.sleep(500);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw error;
      }
    }
    // Known to the service and not in the list: deleted softly, or hidden. It is not restored behind anybody's back.
    throw error;
  }
}`,
  };
}

/** Ids are of a type of their own in some models and texts in others; the service compares without regard to case. */
function isSame(): Helper {
  return {
    name: 'isSameKey',
    source: (name) => `private static boolean ${name}(Object[] key, Object[] wanted) {
  for (int at = 0; at < key.length; at++) {
    if (!String.valueOf(key[at]).equalsIgnoreCase(String.valueOf(wanted[at]))) {
      return false;
    }
  }
  return true;
}`,
  };
}
