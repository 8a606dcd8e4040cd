/** The loop around a read, a change and a conditional write, for calls that block. */
import { functionText, type Subject } from '../../remedies/subject.js';
import { freeName } from '../names.js';
import { Writer } from './writer.js';

/** At most five times, and only for the conflict; whatever else goes wrong is thrown as it is. */
export function loop(
  { change, write, returns }: { change: string; write: string; returns: boolean },
  subject: Subject,
): string | undefined {
  const w = new Writer(subject);
  if (!w.error || subject.deferred) return undefined;
  const attempt = freeName('attempt', functionText(subject));
  const error = freeName('error', functionText(subject));
  const random = w.type('java.util.concurrent.ThreadLocalRandom');
  // A pause that is interrupted ends early, and the next attempt is made.
  const pause = `${w.type('java.util.concurrent.locks.LockSupport')}.parkNanos(1_000_000L * ${random}.current().nextLong(50, 50 + (100L << ${attempt})))`;
  return `for (int ${attempt} = 1; ; ${attempt}++) {
  ${change}
  try {
    ${write}${returns ? '' : '\n    break;'}
  } catch (${w.type(w.error.type)} ${error}) {
    if (${attempt} >= 5 || !(${w.isConflict(error)})) {
      throw ${error};
    }
    // Somebody else was faster: the change is made again on a fresh copy, not by all of them at the same time.
    ${pause};
  }
}`;
}
