/** A handler that reads a status which the errors of this client do not have: it tells the conflict apart by its words. */
import type { Range } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { comparisons } from '../comparisons.js';
import type { Plan } from '../remedy.js';
import type { Subject } from '../subject.js';

/** Only of one comparison of a caught error. */
export function byWords(subject: Subject, place: Range): Plan | undefined {
  const { error } = subject.candidate;
  const [first, ...more] = comparisons(subject, place);
  if (!error || error.status.length > 0 || !first || more.length > 0 || first.root.v !== 'ref') return undefined;
  const not = first.not ? { not: true as const } : {};
  return {
    title: t('Tell the conflict by its words: the errors of this client have no status'),
    safe: true,
    edit: { kind: 'rewrite', edits: [{ range: first.op.range, conflict: first.root.name, ...not }] },
  };
}
