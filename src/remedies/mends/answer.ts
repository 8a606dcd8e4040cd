/** A handler for a call that throws nothing: the conflict in its answer is thrown, so that the handler sees it. */
import { t } from '../../l10n/t.js';
import { comparisons, handlersAround } from '../comparisons.js';
import { reportConflict } from '../kinds/report-conflict.js';
import { isPlan, type Plan } from '../remedy.js';
import type { Subject } from '../subject.js';

/**
 * The library's own call that raises for a failed answer, behind the statement of the call: the handler is written for what
 * it raises. Every other failure is raised then too.
 */
export function ensured(subject: Subject): Plan | undefined {
  const { candidate, call } = subject;
  const by = candidate.response?.ensure?.[0];
  const { file } = candidate.cell;
  const own = file.statementOf(candidate.cell.val);
  const awaited = subject.use === 'awaited' ? file.parent(call)?.node : undefined;
  if (by === undefined || own?.s !== 'bind' || own.target.v !== 'ref') return undefined;
  if (own.value !== call && own.value !== awaited) return undefined;
  const range = { start: own.range.end, end: own.range.end };
  return {
    title: t('Raise failures of the answer here, so that the handler sees them ({0})', by),
    safe: false,
    edit: { kind: 'rewrite', edits: [{ range, ensures: own.target.name, by }] },
  };
}

/** Only where the handler reads the status where the error of a report has it. */
export function answerThrown(subject: Subject): Plan | undefined {
  const [handler, ...more] = handlersAround(subject);
  if (!handler || more.length > 0 || handler.types.length > 0 || handler.name === undefined) return undefined;
  const tests = comparisons(subject, handler.range);
  const readsStatus = tests.some(
    ({ other }) =>
      other.v === 'member' && other.name === 'status' && other.obj.v === 'ref' && other.obj.name === handler.name,
  );
  const report = reportConflict.plan(subject);
  if (!readsStatus || !isPlan(report)) return undefined;
  return {
    ...report,
    title: t('Throw the conflict that the answer holds, so that the handler sees it'),
    safe: true,
  };
}

/** The results of a batch, whose handler is for the errors of its library: the conflict in them becomes one. */
export function resultsThrown(subject: Subject): Plan | undefined {
  const { error } = subject.candidate;
  const handlers = handlersAround(subject);
  const catches = handlers.some(({ types }) => types.some(({ path }) => error?.types.includes(path.at(-1) ?? '')));
  const report = reportConflict.plan(subject);
  if (!catches || !isPlan(report) || report.edit.kind !== 'wrap' || report.edit.helper !== 'report-results')
    return undefined;
  return {
    title: t('Throw the conflict that the answer holds, so that the handler sees it'),
    safe: true,
    edit: { ...report.edit, helper: 'throw-results', slots: [] },
  };
}
