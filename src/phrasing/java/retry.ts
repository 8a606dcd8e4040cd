/** The helper of Java that waits for a conflict to clear. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { type Arithmetic, backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

const arithmetic: Arithmetic = {
  min: (a, b) => `Math.min(${a}, ${b})`,
  max: (a, b) => `Math.max(${a}, ${b})`,
  power: (base, exponent) => `Math.pow(${base}, ${exponent})`,
  random: 'Math.random()',
  number: (value) => String(value),
};

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. An interrupt ends it. */
export function retryConflicts(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const asked = ASKED[subject.candidate.sdk?.id ?? ''];
  if (subject.deferred || w.error.checked || !asked) return undefined;
  const { waits } = subject;
  const form = w.function();
  const done = form.gives === 'void' ? '\n      return;' : '';
  return {
    name: 'retryConflicts',
    uses: [retryAfter(w)],
    source: (name, [read = '']) => `/** ${retrySummary(waits)} */
private static ${form.generic}${form.gives} ${name}(${form.type} call) {
  long deadline = System.nanoTime() + ${secondsInAll(waits)}_000_000_000L;
  for (int attempt = 1; ; attempt++) {
    try {
      ${form.run('call')}${done}
    } catch (${w.type(w.error?.type ?? '')} error) {
      if (attempt >= ${waits.attempts} || !(${w.isConflict('error')})) {
        throw error;
      }
      // ${jitterComment(waits)}
      long backOff = (long) (${backOff(waits, arithmetic)});
      long wait = Math.max(backOff, ${asked(read, w)});
      if (System.nanoTime() + wait * 1_000_000 - deadline > 0) {
        throw error;
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw error;
      }
    }
  }
}`,
  };
}

const header = (w: Writer, name: string): string =>
  `String.join("", error.getResponseHeaders().getOrDefault("${name}", ${w.type('java.util.Collections')}.emptySet()))`;
const first = (_w: Writer, name: string): string =>
  `error.getResponseHeaders() == null ? null : error.getResponseHeaders().getFirst("${name}")`;

/** The wait that an error carries, in milliseconds, by id of the library; `read` is the helper that reads the header. */
const ASKED: Readonly<Record<string, (read: string, w: Writer) => string>> = {
  'graph-java': (read, w) => `${read}(${header(w, 'Retry-After')}, ${header(w, 'Date')})`,
  'rest-template-java': (read, w) => `${read}(${first(w, 'Retry-After')}, ${first(w, 'Date')})`,
};

/** Seconds, or a date against the answer's own. */
function retryAfter(w: Writer): Helper {
  const time = w.type('java.time.ZonedDateTime');
  const format = `${w.type('java.time.format.DateTimeFormatter')}.RFC_1123_DATE_TIME`;
  return {
    name: 'retryAfterMillis',
    source: (name) => `/** The wait a service asks for, in milliseconds: seconds, or a date against the answer's own. */
private static long ${name}(String asked, String date) {
  if (asked == null || asked.isEmpty()) {
    return 0;
  }
  if (asked.matches("\\\\d+")) {
    return Long.parseLong(asked) * 1000;
  }
  try {
    long until = ${time}.parse(asked, ${format}).toEpochSecond();
    long now = date == null || date.isEmpty() ? ${time}.now().toEpochSecond() : ${time}.parse(date, ${format}).toEpochSecond();
    return Math.max(0, until - now) * 1000;
  } catch (${w.type('java.time.DateTimeException')} unreadable) {
    return 0;
  }
}`,
  };
}
