/** The same request again for a conflict that stays: it is reported instead, by an error that the retry is not for. */
import { t } from '../../l10n/t.js';
import { reportConflict } from '../kinds/report-conflict.js';
import { isPlan, type Plan } from '../remedy.js';
import type { Subject } from '../subject.js';

/** Only where the conflict can never clear: a stale ETag has to be read again. */
export function reportedAtOnce(subject: Subject): Plan | undefined {
  const report = reportConflict.plan(subject);
  if (subject.scenario.plainRetry !== 'never' || !isPlan(report)) return undefined;
  return { ...report, title: t('Report the conflict at once, instead of sending the same again (no further request)') };
}
