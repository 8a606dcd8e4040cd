/** A handler for a call that throws nothing: the conflict in its answer is thrown, so that the handler sees it. */
import { t } from '../../l10n/t.js';
import { comparisons, handlersAround } from '../comparisons.js';
import { reportConflict } from '../kinds/report-conflict.js';
import { isPlan, type Plan } from '../remedy.js';
import type { Subject } from '../subject.js';

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
