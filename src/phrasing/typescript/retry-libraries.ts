/** Helpers that wait for a conflict to clear, written with the library for retries that the file uses. */
import { resilienceOf } from '../../remedies/resilience.js';
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll, type Waits } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic, milliseconds } from './arithmetic.js';
import { retryAfter } from './retry.js';
import { Writer } from './writer.js';

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
  const { waits } = subject;
  return {
    name: 'retryConflicts',
    imports: { [library.module]: library.names },
    uses: [retryAfter(w)],
    source: (name, [waitFor = '']) => `/** ${retrySummary(waits)} */
${head(w, name)}
  const deadline = Date.now() + ${milliseconds(secondsInAll(waits) * 1000)};
  const isConflict = (error${w.ts(': any')}) => ${test};
  const backoff = new DelegateBackoff(({ attempt, result }${w.ts(': any')}) => {
    const { error } = result;
    // ${jitterComment(waits)}
    const backOff = ${backOff(waits, arithmetic)};
    const wait = Math.max(backOff, ${waitFor}(error));
    if (Date.now() + wait <= deadline) return wait;
    ${TOO_LATE}
    throw error;
  });
  return await retry(handleWhen(isConflict), { maxAttempts: ${waits.attempts - 1}, backoff }).execute(() => call(), signal);
}`,
  };
}

/** By p-retry, whose own back-off follows on the wait the service asks for. */
export function retryByPRetry(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  const library = resilienceOf(subject);
  if (test === '' || library?.whole === undefined) return undefined;
  const { waits } = subject;
  return {
    name: 'retryConflicts',
    imports: { [library.module]: library.names },
    uses: [retryAfter(w)],
    source: (name, [waitFor = '']) => `/** ${retrySummary(waits)} */
${head(w, name)}
  const deadline = Date.now() + ${milliseconds(secondsInAll(waits) * 1000)};
  const once = async (attempt${w.ts(': number')}) => {
    if (signal?.aborted) throw new AbortError('aborted');
    try {
      return await call();
    } ${w.caught} {
      // Whatever cannot clear comes out as it is.
      if (${w.not(test)}) throw new AbortError(error);
      const wait = attempt < ${waits.attempts} ? ${waitFor}(error) : 0;
      if (Date.now() + wait > deadline) {
        ${TOO_LATE}
        throw new AbortError(error);
      }
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      throw error;
    }
  };
  return await ${library.whole}(once, ${ownBackOff(waits)});
}`,
  };
}

/** The library's own options. Its chance makes a wait up to twice as long, so it begins at half of the first one. */
function ownBackOff(waits: Waits): string {
  const isRandom = waits.jitter !== 'none';
  return `{ ${[
    `retries: ${waits.attempts - 1}`,
    `minTimeout: ${milliseconds(isRandom ? waits.base / 2 : waits.base)}`,
    ...(waits.factor === 2 ? [] : [`factor: ${waits.factor}`]),
    `maxTimeout: ${milliseconds(waits.cap)}`,
    ...(isRandom ? ['randomize: true'] : []),
    `maxRetryTime: ${milliseconds(secondsInAll(waits) * 1000)}`,
  ].join(', ')} }`;
}
