/** Assignments. `a = b = v` is one for each target. */
import type { Bind, Stmt, Val } from '../../code-model.js';
import { field, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf } from './context.js';
import { lit } from './literals.js';
import { typeOf } from './types.js';

export function assignment(node: Syntax, l: Lowering): Stmt[] {
  const targets: Syntax[] = [];
  let at: Syntax | undefined = node;
  let annotated: Syntax | undefined;
  while (at?.type === 'assignment') {
    const left = field(at, 'left');
    if (left) targets.push(left);
    if (field(at, 'type')) annotated = at;
    at = field(at, 'right');
  }
  const [first] = targets;
  if (!first) return [];
  const value = at && l.value(at);
  const out: Bind[] = [];
  const last = targets[targets.length - 1] ?? first;
  // The value stands once: the other names are given the last one's.
  for (const [i, left] of [...targets].reverse().entries()) {
    const given: Val | undefined = i === 0 ? value : copyOf(last, l);
    out.push({
      s: 'bind',
      range: { start: left.start, end: i === 0 ? node.end : last.end },
      target: l.target(left),
      ...(given ? { value: given } : {}),
      ...(annotated && i === targets.length - 1 ? typeOf(annotated, l) : {}),
      declares: false,
    });
  }
  const [whole] = out;
  if (whole && out.length === 1) whole.range = rangeOf(node);
  return out;
}

/** What was assigned before, by the name it was given; of anything but a name or member nothing is known. */
function copyOf(node: Syntax, l: Lowering): Val | undefined {
  const value = l.value(node);
  return value.v === 'ref' || value.v === 'member' || value.v === 'index' ? value : undefined;
}

export function augmented(node: Syntax, l: Lowering): Stmt[] {
  const left = field(node, 'left');
  const right = field(node, 'right');
  const operator = field(node, 'operator');
  if (!left || !right) return [];
  const written = operator ? textOf(operator, l) : '+=';
  // `record |= other` and `text += more` keep what was there.
  return [
    {
      s: 'bind',
      range: rangeOf(node),
      target: l.target(left),
      value: l.value(right),
      declares: false,
      op: written === '@=' ? '*=' : written,
    },
  ];
}

/** A number that the language makes itself, at a place. */
export const counted = (node: { start: number; end: number }, value: number): Val =>
  lit({ start: node.start, end: node.start }, value);
