/** The helper that waits for a conflict to clear. */
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic, milliseconds } from './arithmetic.js';
import { Writer } from './writer.js';

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. */
export function retryConflicts(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  if (test === '') return undefined;
  const { waits } = subject;
  return {
    name: 'retryConflicts',
    uses: [retryAfter(w)],
    source: (name, [waitFor = '']) => `/** ${retrySummary(waits)} */
${w.head(
  name,
  '<T>',
  [
    ['call', ': () => Promise<T>'],
    ['signal', '?: AbortSignal'],
  ],
  'Promise<T>',
)}
  const deadline = Date.now() + ${milliseconds(secondsInAll(waits) * 1000)};
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } ${w.caught} {
      if (attempt >= ${waits.attempts} || ${w.not(test)}) throw error;
      // ${jitterComment(waits)}
      const backOff = ${backOff(waits, arithmetic)};
      const wait = Math.max(backOff, ${waitFor}(error));
      if (Date.now() + wait > deadline) {
        error.message += \` (not tried again: the next attempt is due in \${Math.ceil(wait / 1000)} s)\`;
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal?.throwIfAborted();
    }
  }
}`,
  };
}

/** The helper that reads the wait a service asks for. */
export function retryAfter(w: Writer): Helper {
  return { name: 'retryAfterMs', source: (name) => retryAfterSource(name, w.ts(': any')) };
}

function retryAfterSource(name: string, any: string): string {
  return `/** The wait a service asks for, in milliseconds: seconds, a date against the answer's own, or the field of Cosmos DB. */
function ${name}(error${any}) {
  const headers = error?.headers ?? error?.response?.headers ?? {};
  const header = (key${any.replace('any', 'string')}) => (typeof headers.get === 'function' ? headers.get(key) : headers[key]);
  const ms = error?.retryAfterInMs ?? error?.retryAfterInMilliseconds ?? header('x-ms-retry-after-ms');
  if (ms !== undefined && ms !== null) return Number(ms);
  const asked = header('retry-after') ?? header('Retry-After');
  if (asked === undefined || asked === null) return 0;
  if (/^\\d+$/.test(String(asked))) return Number(asked) * 1000;
  const now = Date.parse(header('date') ?? header('Date') ?? '') || Date.now();
  return Math.max(0, Date.parse(String(asked)) - now) || 0;
}`;
}
