/** The helper that logs a conflict and lets it pass: what was asked of the service, never of whom or with what. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** By `ILogger`, with the operation and scenario as fields. */
export function logConflict(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const form = w.form();
  const logger = w.type('Microsoft.Extensions.Logging.ILogger');
  const extensions = w.type('Microsoft.Extensions.Logging.LoggerExtensions');
  return {
    name: form.name('LogConflict'),
    source: (
      name,
    ) => `/// <summary>Logs a conflict and lets it pass. No address, body or name of a person is written.</summary>
${form.head(name, 'call')}, ${logger} log, string operation, string scenario)
{
  try
  {
    ${form.run('call')}
  }
  catch (${w.type(w.error?.type ?? '')} error) when (${w.isConflict('error')})
  {
    ${extensions}.LogWarning(log, "409 conflict: {Operation} {Scenario}", operation, scenario);
    throw;
  }
}`,
  };
}
