/** The loop around a read, a change and a conditional write. */
import { functionText, type Subject } from '../../remedies/subject.js';
import { freeName } from '../names.js';
import { Writer } from './writer.js';

/** At most five times, and only for the conflict; whatever else goes wrong is raised as it is. */
export function loop(
  { change, write, returns }: { change: string; write: string; returns: boolean },
  subject: Subject,
): string | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const attempt = freeName('attempt', functionText(subject));
  return `for ${attempt} in range(1, 6):
  ${change}
  try:
    ${write}${returns ? '' : '\n    break'}
  except ${namedHere(w, subject)} as error:
    # Somebody else was faster: the change is made again on a fresh copy.
    if ${attempt} == 5 or ${w.isNone('error')}:
      raise`;
}

/** The type of the error as the file can name it; where it does not import it, any error is looked at. */
function namedHere(w: Writer, subject: Subject): string {
  const type = w.error?.type ?? 'Exception';
  const { imports } = subject.candidate.cell.file.model;
  return imports.some(({ names }) => names.some(({ local }) => local === type)) ? type : 'Exception';
}
