/** A handler that tests a status which the conflict does not come with: its own answer is tested too. */
import type { Range } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { comparisons } from '../comparisons.js';
import type { Plan } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';

/** By one comparison of a caught error's status. */
export function codesToo(subject: Subject, place: Range): Plan | undefined {
  const [first, ...more] = comparisons(subject, place);
  if (!first || more.length > 0) return undefined;
  const { root } = first;
  if (root.v !== 'ref' || root === first.other) return undefined;
  const { range } = first.op;
  const whole = sourceOf(subject, range);
  const edit = first.not
    ? { range, allOf: [whole, { conflict: root.name, not: true as const }] }
    : { range, anyOf: [whole, { conflict: root.name }] };
  return {
    title: t('Test for the answer this service gives too: {0}', said(subject)),
    safe: true,
    edit: { kind: 'rewrite', edits: [edit] },
  };
}

/** The answers in short: `400 ObjectConflict`. */
function said({ tells }: Subject): string {
  return tells
    .map(({ status, codes, texts }) => [status, codes[0] ?? texts[0]].filter((word) => word !== undefined).join(' '))
    .join(', ');
}
