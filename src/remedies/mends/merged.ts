/** A retry that sends content from outside its loop: what is sent has to be merged with what was read, by code that is yet to be written. */
import { isFn } from '../../analysis/bind/walk.js';
import { t } from '../../l10n/t.js';
import { declared, mentions, reads } from '../region.js';
import type { Plan } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';

/** Only where what is sent has a name, and the loop reads before it writes. The result does not compile: it must not be run. */
export function merged(subject: Subject): Plan | undefined {
  const { candidate, call } = subject;
  const { file, val } = candidate.cell;
  const body = candidate.body?.val;
  const write = file.statementOf(val);
  if (body?.v !== 'ref' || !write || body.range.start < call.range.start || body.range.end > call.range.end)
    return undefined;
  const source = sourceOf(subject, write.range);
  for (let up = file.parent(write); up && !isFn(up.node); up = file.parent(up.node)) {
    if (!('s' in up.node) || (up.node.s !== 'loop' && up.node.s !== 'try')) return undefined;
    const before = up.node.body.filter(({ range }) => range.end <= write.range.start);
    const fresh = before.filter(reads).flatMap(declared);
    const current = fresh.find((name) => mentions(source, name));
    if (current !== undefined)
      return {
        title: t(
          'Merge what was read into what is sent in each attempt (does not compile until you have written the merge)',
        ),
        safe: false,
        edit: { kind: 'rewrite', edits: [{ range: body.range, merges: [current, sourceOf(subject, body.range)] }] },
      };
    if (up.node.s === 'loop') return undefined;
  }
  return undefined;
}
