/** The helper that waits for a conflict to clear. */
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { type Arithmetic, backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

const arithmetic: Arithmetic = {
  min: (a, b) => `min(${a}, ${b})`,
  max: (a, b) => `max(${a}, ${b})`,
  power: (base, exponent) => `${base} ** ${/^\w+$/.test(exponent) ? exponent : `(${exponent})`}`,
  random: 'random.random()',
  number: (value) => String(value),
};

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. */
export function retryConflicts(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const { type } = w.error;
  const { waits } = subject;
  return {
    name: 'retry_conflicts',
    imports: w.imports({ random: [], time: [], ...(w.waits ? { asyncio: [] } : {}) }),
    source: (name) => `${w.head(name, 'call')}
  """${retrySummary(waits)}"""
  deadline = time.monotonic() + ${secondsInAll(waits)}
  attempt = 0
  while True:
    attempt += 1
    try:
      return ${w.waits ? 'await ' : ''}call()
    except ${type} as error:
      if attempt >= ${waits.attempts} or ${w.isNone('error').replace(/^(?!not )(.* or .*)$/, '($1)')}:
        raise
      headers = getattr(error, "headers", None) or getattr(error, "response_headers", None) or {}
      asked = str(headers.get("Retry-After") or headers.get("retry-after") or "")
      # ${jitterComment(waits)}
      wait = max(${backOff(waits, arithmetic)}, float(asked) * 1000 if asked.isdigit() else 0) / 1000
      if time.monotonic() + wait > deadline:
        raise
      ${w.waits ? 'await asyncio.sleep(wait)' : 'time.sleep(wait)'}`,
  };
}
