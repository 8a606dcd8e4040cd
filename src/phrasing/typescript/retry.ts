/** The helper that waits for a conflict to clear. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. */
export function retryConflicts(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  if (test === '') return undefined;
  return {
    name: 'retryConflicts',
    uses: [retryAfter(w)],
    source: (
      name,
      [waitFor = ''],
    ) => `/** Makes a call again while it meets a conflict that can clear: 5 attempts, 30 seconds in all. */
${w.head(
  name,
  '<T>',
  [
    ['call', ': () => Promise<T>'],
    ['signal', '?: AbortSignal'],
  ],
  'Promise<T>',
)}
  const deadline = Date.now() + 30_000;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } ${w.caught} {
      if (attempt >= 5 || ${w.not(test)}) throw error;
      // Full jitter with a floor, so that those who clash do not meet again.
      const backOff = Math.max(100, Math.random() * Math.min(8_000, 500 * 2 ** attempt));
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
