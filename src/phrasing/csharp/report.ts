/** Helpers that turn a conflict into an exception of its own. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** For a library that throws. */
export function reportError(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const task = w.type('System.Threading.Tasks.Task');
  return {
    name: 'ReportConflictAsync',
    source: (
      name,
    ) => `/// <summary>Lets a conflict leave as an InvalidOperationException; every other failure passes unchanged.</summary>
private static async ${task}<T> ${name}<T>(${task}<T> call, string what)
{
  try
  {
    return await call.ConfigureAwait(false);
  }
  catch (${w.type(w.error?.type ?? '')} error) when (${w.isConflict('error')})
  {
    throw new ${w.type('System.InvalidOperationException')}("Conflict: " + what, error);
  }
}`,
  };
}
