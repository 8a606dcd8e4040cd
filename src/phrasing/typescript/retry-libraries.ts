/** Helpers that wait for a conflict to clear, written with the library for retries that the file uses. */
import { resilienceOf } from '../../remedies/resilience.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { retryAfter } from './retry.js';
import { Writer } from './writer.js';

const SUMMARY = 'Makes a call again while it meets a conflict that can clear: 5 attempts, 30 seconds in all.';

const TOO_LATE = `error.message += \` (not tried again: the next attempt is due in \${Math.ceil(wait / 1000)} s)\`;`;

const head = (w: Writer, name: string): string =>
  w.head(
    name,
    '<T>',
    [
      ['call', ': () => Promise<T>'],
      ['signal', '?: AbortSignal'],
    ],
    'Promise<T>',
  );

/** A policy of cockatiel 3, whose back-off asks the error how long to wait. */
export function retryByCockatiel(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  const library = resilienceOf(subject);
  if (test === '' || !library) return undefined;
  return {
    name: 'retryConflicts',
    imports: { [library.module]: library.names },
    uses: [retryAfter(w)],
    source: (name, [waitFor = '']) => `/** ${SUMMARY} */
${head(w, name)}
  const deadline = Date.now() + 30_000;
  const isConflict = (error${w.ts(': any')}) => ${test};
  const backoff = new DelegateBackoff(({ attempt, result }${w.ts(': any')}) => {
    const { error } = result;
    // Full jitter with a floor, so that those who clash do not meet again.
    const backOff = Math.max(100, Math.random() * Math.min(8_000, 500 * 2 ** attempt));
    const wait = Math.max(backOff, ${waitFor}(error));
    if (Date.now() + wait <= deadline) return wait;
    ${TOO_LATE}
    throw error;
  });
  return await retry(handleWhen(isConflict), { maxAttempts: 4, backoff }).execute(() => call(), signal);
}`,
  };
}

/** By p-retry, whose own back-off follows on the wait the service asks for. */
export function retryByPRetry(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  const library = resilienceOf(subject);
  if (test === '' || library?.whole === undefined) return undefined;
  return {
    name: 'retryConflicts',
    imports: { [library.module]: library.names },
    uses: [retryAfter(w)],
    source: (name, [waitFor = '']) => `/** ${SUMMARY} */
${head(w, name)}
  const deadline = Date.now() + 30_000;
  const once = async (attempt${w.ts(': number')}) => {
    if (signal?.aborted) throw new AbortError('aborted');
    try {
      return await call();
    } ${w.caught} {
      // Whatever cannot clear comes out as it is.
      if (${w.not(test)}) throw new AbortError(error);
      const wait = attempt < 5 ? ${waitFor}(error) : 0;
      if (Date.now() + wait > deadline) {
        ${TOO_LATE}
        throw new AbortError(error);
      }
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      throw error;
    }
  };
  return await ${library.whole}(once, { retries: 4, minTimeout: 500, maxTimeout: 8_000, randomize: true, maxRetryTime: 30_000 });
}`,
  };
}
