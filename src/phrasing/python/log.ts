/** Helpers that log a conflict and let it pass: what was asked of the service, never of whom or with what. */
import type { LoggerKind } from '../../remedies/loggers.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** How each kind of logger is called with `fields`; one of the standard library where the file has none. */
const CALLS: Readonly<Partial<Record<LoggerKind, string>>> = {
  console: 'logging.getLogger(__name__).warning("409 conflict: %s", fields)',
  printf: 'log.warning("409 conflict: %s", fields)',
  'by-name': 'log.warning("409 conflict", **fields)',
  braces: 'log.warning("409 conflict: {}", fields)',
};

/** The helper for one kind of logger; undefined where the library's errors or the logger are not known. */
export function logConflict(kind: LoggerKind): (subject: Subject) => Helper | undefined {
  return (subject) => {
    const w = new Writer(subject);
    const line = CALLS[kind];
    if (!w.error || line === undefined) return undefined;
    const { type, status } = w.error;
    const isConsole = kind === 'console';
    const parameters = ['call', ...(isConsole ? [] : ['log']), 'operation', 'scenario'];
    return {
      name: 'log_conflict',
      imports: w.imports(isConsole ? { logging: [] } : {}),
      source: (name) => `${w.head(name, ...parameters)}
  """Logs a conflict and lets it pass. No address, body or name of a person is written."""
  try:
    return ${w.run('call')}
  except ${type} as error:
    if ${w.isConflict('error')}:
      headers = getattr(error, "headers", None) or getattr(error, "response_headers", None) or {}
      request_id = headers.get("request-id") or headers.get("x-ms-activity-id")
      fields = {"operation": operation, "scenario": scenario, "status": ${status.replaceAll('{E}', 'error')}, "request_id": request_id}
      ${line}
    raise`,
    };
  };
}
