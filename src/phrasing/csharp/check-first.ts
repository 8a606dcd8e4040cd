/** Helpers of C# that look before they create. The handler for the one that slips between is part of them. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** Read at its own address. */
export function checkAndRead(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  if (!subject.deferred) return undefined;
  const task = w.type('System.Threading.Tasks.Task');
  const func = w.type('System.Func');
  const type = w.type(w.error.type);
  return {
    name: 'ReadOrCreateAsync',
    source: (
      name,
    ) => `/// <summary>Hands on what is there, and creates it only where nothing is. Its values may differ from the ones given.</summary>
private static async ${task}<TAnswer> ${name}<TAnswer>(${func}<${task}<TAnswer>> create, ${func}<${task}<TAnswer>> read)
{
  try
  {
    return await read().ConfigureAwait(false);
  }
  catch (${type} missing) when (${w.hasStatus('missing', 404)})
  {
    // Nothing is there yet.
  }
  try
  {
    return await create().ConfigureAwait(false);
  }
  catch (${type} error) when (${w.isConflict('error')})
  {
    // Somebody was faster between the two requests.
    try
    {
      return await read().ConfigureAwait(false);
    }
    catch (${type} missing) when (${w.hasStatus('missing', 404)})
    {
      // Taken, and not to be read.
    }
    throw;
  }
}`,
  };
}
