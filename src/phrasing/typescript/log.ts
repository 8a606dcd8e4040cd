/** Helpers that log a conflict and let it pass: what was asked of the service, never of whom or with what. */
import type { LoggerKind } from '../../remedies/loggers.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { Writer } from './writer.js';

/** How each kind of logger is called with `fields`. */
const CALLS: Readonly<Partial<Record<LoggerKind, string>>> = {
  console: "console.warn('409 conflict', fields)",
  'fields-first': "log.warn(fields, '409 conflict')",
  'text-first': "log.warn('409 conflict', fields)",
  insights: "log.trackEvent({ name: '409 conflict', properties: fields })",
};

/** The helper for one kind of logger; undefined where the library's errors or the logger are not known. */
export function logConflict(kind: LoggerKind): (subject: Subject) => Helper | undefined {
  return (subject) => {
    const w = new Writer(subject);
    const { test, reads } = w.told('error');
    const line = CALLS[kind];
    if (test === '' || line === undefined) return undefined;
    const said = w.codeOf('error');
    const code = said === undefined ? '' : ` code: ${said},`;
    const logger: [string, string][] = kind === 'console' ? [] : [['log', ': any']];
    const parameters: [string, string][] = [
      ['call', ': Promise<T>'],
      ...logger,
      ['operation', ': string'],
      ['scenario', ': string'],
    ];
    return {
      name: 'logConflict',
      source: (name) => `/** Logs a conflict and lets it pass. No address, body or name of a person is written. */
${w.head(name, '<T>', parameters, 'Promise<T>')}
  try {
    return await call;
  } catch (error${w.ts(': any')}) {${reads === '' ? '' : `\n    ${reads}`}
    if (${test}) {
      const requestId = ${w.requestId};
      const fields = { operation, scenario, status: ${w.statusOf('error')},${code} requestId };
      ${line};
    }
    throw error;
  }
}`,
    };
  };
}
