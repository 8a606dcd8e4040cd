/** A retry of a conditional write that does not make its change again: the read and the change go into its loop. */
import { children, isFn, type Node } from '../../analysis/bind/walk.js';
import type { Handler, Loop, Range, Stmt } from '../../analysis/code-model.js';
import { siblingsOf } from '../../analysis/handling/expressions.js';
import { t } from '../../l10n/t.js';
import { handlersAround } from '../comparisons.js';
import { type Change, changeFor, declared, mentions, rangeOf } from '../region.js';
import type { Plan, Rewrite } from '../remedy.js';
import { alone, functionRange, type Subject, sourceOf } from '../subject.js';

/**
 * Only where read and change stand before a loop that ends, and nothing of them is needed outside it. Where the loop reads an
 * ETag of its own, the content is read after it: what is newer than the ETag is refused, never overwritten.
 */
export function changeInside(subject: Subject): Plan | undefined {
  if (subject.scenario.plainRetry !== 'after-reread') return undefined;
  const { file, val } = subject.candidate.cell;
  const loop = loopAround(subject);
  const write = file.statementOf(val);
  const place = loop && file.parent(loop);
  const list = place && siblingsOf(place.node, place.role);
  if (!loop || !write || !list) return undefined;
  const own = subject.judgement.reason === 'stale-body';
  const change = changeFor(subject, upTo(subject, list, loop), write, own);
  if (!change || !(own || tagComesFrom(subject, change, write))) return undefined;
  const target = placeIn(subject, loop, write, change);
  const edits = target && moved(subject, rangeOf(change.statements), target.range.start);
  return (
    edits && {
      title: t('Read again and make the change again in each attempt (one more read each time)'),
      safe: false,
      edit: { kind: 'rewrite', edits },
    }
  );
}

/** The loop that goes round with the call, and ends some time. */
function loopAround({ candidate, call }: Subject): Loop | undefined {
  const { file } = candidate.cell;
  for (let up = file.parent(call); up && !isFn(up.node); up = file.parent(up.node))
    if ('s' in up.node && up.node.s === 'loop') {
      const { form, test } = up.node;
      const ends = form === 'each' || (test !== undefined && !(test.v === 'lit' && test.value === true));
      return ends && form !== 'each' ? up.node : undefined;
    }
  return undefined;
}

/** The statements before the loop, up to the last one the loop has to do with by more than its head. */
function upTo(subject: Subject, list: readonly Stmt[], loop: Loop): Stmt[] {
  const before = list.slice(0, list.indexOf(loop));
  const matters = (statement: Stmt): boolean => {
    const names = declared(statement);
    // A counter, a limit: it belongs to the loop itself. What declares nothing changes something.
    return (
      names.length === 0 ||
      names.some((name) => isNamed(subject, loop.range, name) && !isNamed(subject, headOf(loop), name))
    );
  };
  let end = before.length;
  for (let last = before[end - 1]; last && !matters(last); last = before[end - 1]) end--;
  return before.slice(0, end);
}

const headOf = ({ range, body }: Loop): Range => ({ start: range.start, end: body[0]?.range.start ?? range.end });

/** The name is used within a range, not only a word of a text. */
function isNamed({ candidate }: Subject, { start, end }: Range, name: string): boolean {
  let found = false;
  const visit = (node: Node): void => {
    if (found || node.range.end <= start || node.range.start >= end) return;
    if ('v' in node && node.v === 'ref' && node.name === name && node.range.start >= start) found = true;
    else children(node, visit);
  };
  for (const statement of candidate.cell.file.model.top) visit(statement);
  return found;
}

/** The precondition is of what was read: otherwise reading again would not make it true. */
function tagComesFrom(subject: Subject, { statements, names }: Change, write: Stmt): boolean {
  const tagged = (text: string): boolean =>
    names.some((name) => new RegExp(`${alone(name)}\\b[\\w$.?!@'"[\\]()]*etag`, 'i').test(text));
  const source = sourceOf(subject, write.range);
  return (
    tagged(source) ||
    statements.some(
      (one) =>
        declared(one).some((name) => isNamed(subject, write.range, name)) && tagged(sourceOf(subject, one.range)),
    )
  );
}

/** The statement to put it before; undefined where something else would miss it there, or counts with it. */
function placeIn(subject: Subject, loop: Loop, write: Stmt, { names }: Change): Stmt | undefined {
  const { file } = subject.candidate.cell;
  const around = functionRange(subject);
  const [handler] = handlersAround(subject);
  const within = loop.body.find(({ range }) => range.start <= write.range.start && write.range.end <= range.end);
  const block = file.parent(write);
  const first = block && siblingsOf(block.node, block.role)?.[0] === write;
  // Beside an ETag that is read in the same block, it has to come after.
  const target = first || !handler ? within : write;
  if (!target || !within) return undefined;
  const end = target === within ? loop.range.end : (handler?.range.start ?? loop.range.end);
  const outside = [
    { start: loop.range.start, end: target.range.start },
    { start: end, end: around.end },
  ];
  const inside = sourceOf(subject, { start: target.range.start, end });
  const fits = (name: string): boolean =>
    !outside.some((range) => isNamed(subject, range, name)) &&
    (!isSet(inside, name) || onlySetIn(subject, handler, inside, name));
  return names.every(fits) ? target : undefined;
}

const sets = (name: string): RegExp => new RegExp(`${alone(name)}\\s*=(?![=>])`, 'g');

/** The name is given another value, or counted. */
function isSet(text: string, name: string): boolean {
  const counted = new RegExp(
    `${alone(name)}\\s*(?:\\+\\+|--|[-+*/%|&?]+=)|(?:\\+\\+|--)${name.replaceAll('$', '\\$')}(?![\\w$])`,
  );
  return counted.test(text) || sets(name).test(text);
}

/** It is given the new value of an ETag where the conflict is handled, and nothing else is done with it there. */
function onlySetIn(subject: Subject, handler: Handler | undefined, inside: string, name: string): boolean {
  if (!handler || !/etag|tag$/i.test(name)) return false;
  const text = sourceOf(subject, handler.range);
  const all = inside.match(sets(name)) ?? [];
  const there = text.match(sets(name)) ?? [];
  return all.length === there.length && !mentions(text.replace(sets(name), ''), name);
}

/** The lines of the statements, from where they are to the line of the target, as deep as that one. */
function moved(subject: Subject, range: Range, target: number): Rewrite['edits'] | undefined {
  const { text } = subject;
  const lineOf = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const from = lineOf(range.start);
  const to = lineOf(target);
  const lead = text.slice(from, range.start);
  const deeper = text.slice(to, target);
  const rest = /^[^\S\n]*(?:\n|$)/.exec(text.slice(range.end))?.[0];
  if (rest === undefined || lead.trim() !== '' || deeper.trim() !== '') return undefined;
  const end = range.end + rest.length;
  const lines = text
    .slice(from, end)
    .split(/(?<=\n)/)
    .map((line) => (line.startsWith(lead) ? deeper + line.slice(lead.length) : line));
  return [
    { range: { start: from, end }, code: '' },
    { range: { start: to, end: to }, code: lines.join('') },
  ];
}
