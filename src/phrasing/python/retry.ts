/** The helper that waits for a conflict to clear. */
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll, type Waits } from '../../remedies/waits.js';
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

/** The wait before a next attempt in seconds; `attempt` counts from 1. */
const seconds = (waits: Waits): string => `${backOff(waits, arithmetic)} / 1000`;

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. */
export function retryConflicts(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (subject.candidate.channel === 'returns') return retryAnswers(w);
  if (!w.error) return undefined;
  const { type } = w.error;
  const { waits } = subject;
  return {
    name: 'retry_conflicts',
    imports: w.imports({ ...RETRY_MODULES, ...w.pausing, time: [] }),
    uses: [retryAfter],
    source: (name, [asked = '']) => `${w.head(name, 'call')}
  """${retrySummary(waits)}"""
  deadline = time.monotonic() + ${secondsInAll(waits)}
  attempt = 0
  while True:
    attempt += 1
    try:
      return ${w.waits ? 'await ' : ''}call()
    except ${type} as error:
      if attempt >= ${waits.attempts} or ${inOr(w.isNone('error'))}:
        raise
      # ${jitterComment(waits)}
      wait = max(${seconds(waits)}, ${asked}(${headersOf('error')}))
      if time.monotonic() + wait > deadline:
        raise
      ${w.waits ? 'await asyncio.sleep(wait)' : 'time.sleep(wait)'}`,
  };
}

/** The same for a client whose answer has to be looked at: what comes last is handed on. */
function retryAnswers(w: Writer): Helper | undefined {
  const none = w.isNoConflictAnswer('answer');
  if (none === undefined) return undefined;
  const { waits } = w.subject;
  return {
    name: 'retry_conflicts',
    imports: { ...RETRY_MODULES, ...w.pausing, time: [] },
    uses: [retryAfter],
    source: (name, [asked = '']) => `${w.head(name, 'call')}
  """${retrySummary(waits)}"""
  deadline = time.monotonic() + ${secondsInAll(waits)}
  attempt = 0
  while True:
    attempt += 1
    answer = ${w.waits ? 'await ' : ''}call()
    if attempt >= ${waits.attempts} or ${inOr(none)}:
      return answer
    # ${jitterComment(waits)}
    wait = max(${seconds(waits)}, ${asked}(answer.headers))
    if time.monotonic() + wait > deadline:
      return answer
    ${w.waits ? 'await asyncio.sleep(wait)' : 'time.sleep(wait)'}`,
  };
}

/** By tenacity, with the wait the service asks for beside its own. */
export function retryByTenacity(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const answers = subject.candidate.channel === 'returns';
  const test = answers ? w.isConflictAnswer('answer') : w.isConflict('error');
  if (test === '') return undefined;
  const { waits } = subject;
  const isConflict = answers
    ? `def is_conflict(answer):\n    return ${test}`
    : `def is_conflict(error):\n    return isinstance(error, ${w.error?.type}) and ${inAnd(test)}`;
  const asking = answers ? 'state.outcome.result().headers' : headersOf('state.outcome.exception()');
  const when = answers ? 'retry_if_result' : 'retry_if_exception';
  // An answer that stays a conflict is handed on; an error comes out as it is.
  const last = answers ? 'retry_error_callback=lambda state: state.outcome.result()' : 'reraise=True';
  const runner = w.waits ? 'AsyncRetrying' : 'Retrying';
  return {
    name: 'retry_conflicts',
    imports: w.imports({ random: [], ...DATES, tenacity: [runner, when] }),
    uses: [retryAfter],
    source: (name, [asked = '']) => `${w.head(name, 'call')}
  """${retrySummary(waits)}"""
  ${isConflict}

  def asked(state):
    return ${asked}(${asking})

  def wait(state):
    attempt = state.attempt_number
    # ${jitterComment(waits)}
    return max(${seconds(waits)}, asked(state))

  def stop(state):
    return state.attempt_number >= ${waits.attempts} or state.seconds_since_start + asked(state) > ${secondsInAll(waits)}

  policy = ${runner}(retry=${when}(is_conflict), wait=wait, stop=stop, ${last})
  return ${w.waits ? 'await ' : ''}policy(lambda: call())`,
  };
}

const DATES: Readonly<Record<string, readonly string[]>> = {
  datetime: ['datetime', 'timezone'],
  'email.utils': ['parsedate_to_datetime'],
};

const RETRY_MODULES: Readonly<Record<string, readonly string[]>> = { random: [], ...DATES };

/** Headers of the answer behind an error, by the names the libraries have for them. */
const headersOf = (error: string): string =>
  `getattr(${error}, "headers", None) or getattr(${error}, "response_headers", None)`;

/** A test as one operand of `or`. */
const inOr = (test: string): string => (/^(?!not ).* or /.test(test) ? `(${test})` : test);

/** A test as one operand of `and`. */
const inAnd = (test: string): string => (test.includes(' or ') ? `(${test})` : test);

/** The helper that reads the wait a service asks for, whatever kind of record the headers are. */
const retryAfter: Helper = {
  name: 'retry_after',
  source: (name) => `def ${name}(headers):
  """The wait a service asks for, in seconds: in milliseconds by Cosmos DB, in seconds, or as a date against the answer's own."""
  given = {str(key).lower(): str(value) for key, value in dict(headers or {}).items()}
  if given.get("x-ms-retry-after-ms", "").isdigit():
    return int(given["x-ms-retry-after-ms"]) / 1000
  asked = given.get("retry-after", "")
  if asked.isdigit():
    return int(asked)
  try:
    now = parsedate_to_datetime(given["date"]) if "date" in given else datetime.now(timezone.utc)
    return max(0, (parsedate_to_datetime(asked) - now).total_seconds())
  except (TypeError, ValueError):
    return 0`,
};
