/** The loop around a read, a change and a conditional write. */
import { functionText, type Subject } from '../../remedies/subject.js';
import { freeName } from '../names.js';
import { Writer } from './writer.js';

/** At most five times, and only for the conflict; whatever else goes wrong is thrown as it is. */
export function loop(
  { change, write, returns }: { change: string; write: string; returns: boolean },
  subject: Subject,
): string | undefined {
  const w = new Writer(subject);
  const test = w.isConflict('error');
  if (test === '') return undefined;
  const attempt = freeName('attempt', functionText(subject));
  return `for (let ${attempt} = 1; ; ${attempt}++) {
  ${change}
  try {
    ${write}${returns ? '' : '\n    break;'}
  } ${w.caught} {
    // Somebody else was faster: the change is made again on a fresh copy.
    if (${attempt} >= 5 || ${w.not(test)}) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100 * 2 ** ${attempt}));
  }
}`;
}
