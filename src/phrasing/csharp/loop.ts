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
  if (!w.error || test === '') return undefined;
  const attempt = freeName('attempt', functionText(subject));
  const error = freeName('error', functionText(subject));
  return `for (int ${attempt} = 1; ; ${attempt}++)
{
  ${change}
  try
  {
    ${write}${returns ? '' : '\n    break;'}
  }
  catch (${w.type(w.error.type)} ${error}) when (${attempt} < 5 && (${w.isConflict(error)}))
  {
    // Somebody else was faster: the change is made again on a fresh copy, not by all of them at the same time.
    await ${w.type('System.Threading.Tasks.Task')}.Delay(new ${w.type('System.Random')}(${w.type('System.Guid')}.NewGuid().GetHashCode()).Next(50, 50 + 100 * (1 << ${attempt})));
  }
}`;
}
