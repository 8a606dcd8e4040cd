/** The helper that logs a conflict and lets it pass: what was asked of the service, never of whom or with what. */
import type { Refusal } from '../../analysis/findings.js';
import { type Subject, templateOf } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { isHidden } from './imports.js';
import { errorOf, formOf, testOf } from './writer.js';

/** To the log of the standard library. */
export function logConflict(subject: Subject): Helper | Refusal | undefined {
  const form = formOf(subject);
  const test = testOf(subject);
  const error = errorOf(subject);
  if (!test) return 'client-unknown';
  // Without an error of the library the status is a result of its own.
  const status = test.declares === '' ? 'status' : error && `failed.${error.row.status}`;
  if (!form || !status || isHidden(subject, 'log/slog')) return undefined;
  const [operation, scenario] = [templateOf(subject), subject.site.rule].map((text) => JSON.stringify(text));
  return {
    name: 'logConflict',
    imports: { ...test.imports, 'log/slog': [] },
    source: (name) => `// ${name} logs a conflict and lets it pass. No address, body or name of a person is written.
func ${name}${form.generics}(${form.params}) ${form.results} {${test.declares}
  if ${test.is} {
    slog.Warn("conflict", "operation", ${operation}, "scenario", ${scenario}, "status", ${status})
  }
  return ${form.with('err')}
}`,
  };
}
