/** The helper that logs a conflict and lets it pass: what was asked of the service, never of whom or with what. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** By `ILogger`, with operation, scenario and status as fields, and code and request id where the library keeps them. */
export function logConflict(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  if (!w.error) return undefined;
  const form = w.form();
  const logger = w.type('Microsoft.Extensions.Logging.ILogger');
  const extensions = w.type('Microsoft.Extensions.Logging.LoggerExtensions');
  const { code, request } = w.error.says ?? {};
  const fields: [string, string | undefined][] = [
    ['Operation', 'operation'],
    ['Scenario', 'scenario'],
    ['Status', w.error.status],
    ['Code', code],
    ['RequestId', request],
  ];
  const kept = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: w.filled(value, 'error') }],
  );
  const names = kept.map(({ name }) => `{${name}}`).join(' ');
  const values = kept.map(({ value }) => value).join(', ');
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
    ${extensions}.LogWarning(log, "409 conflict: ${names}", ${values});
    throw;
  }
}`,
  };
}
