/** Tests of a status in the code around a call, and the handler that makes them. */
import { children, isFn, type Node } from '../analysis/bind/walk.js';
import type { Handler, Op, Range, Val } from '../analysis/code-model.js';
import { type Subject, sourceOf } from './subject.js';

/** Names of statuses where code names them. */
const STATUS_NAMES: Readonly<Record<string, number>> = { Conflict: 409, PreconditionFailed: 412 };

/** A status compared with something. */
export interface Comparison {
  op: Op;
  constant: Val;
  value: number;
  other: Val;
}

/** The tests of a status within a range. */
export function comparisons({ candidate }: Subject, range: Range): Comparison[] {
  const out: Comparison[] = [];
  const visit = (node: Node): void => {
    if (node.range.end <= range.start || node.range.start >= range.end) return;
    const found = comparison(node);
    if (found) out.push(found);
    children(node, visit);
  };
  for (const statement of candidate.cell.file.model.top) visit(statement);
  return out;
}

function comparison(node: Node): Comparison | undefined {
  if (!('v' in node) || node.v !== 'op' || (node.op !== 'eq' && node.op !== 'ne')) return undefined;
  const [left, right] = node.args;
  if (!left || !right) return undefined;
  const value = statusOf(right) ?? statusOf(left);
  if (value === undefined) return undefined;
  const isRight = statusOf(right) !== undefined;
  return { op: node, value, constant: isRight ? right : left, other: isRight ? left : right };
}

/** The status a constant means, if it is one that answers a conflict or is mistaken for it. */
function statusOf(val: Val): number | undefined {
  if (val.v === 'lit' && typeof val.value === 'number' && val.value >= 400 && val.value < 500) return val.value;
  return val.v === 'member' || val.v === 'ref' ? STATUS_NAMES[val.name] : undefined;
}

/** A constant written for another status, in the form it has. */
export function renamed(subject: Subject, constant: Val, wanted: number): string {
  const name = Object.keys(STATUS_NAMES).find((key) => STATUS_NAMES[key] === wanted);
  if (constant.v === 'ref' && name !== undefined) return name;
  if (constant.v !== 'member' || name === undefined) return String(wanted);
  return `${sourceOf(subject, { start: constant.range.start, end: constant.nameRange.start })}${name}`;
}

/** Where a chain of members begins. */
export function rootOf(val: Val): Val {
  return val.v === 'member' ? rootOf(val.obj) : val;
}

/** The nearest handlers around the call, and where they stand. */
export function handlersAround({ candidate, call }: Subject): readonly Handler[] {
  const { file } = candidate.cell;
  for (let up = file.parent(call); up && !isFn(up.node); up = file.parent(up.node)) {
    const { node, role } = up;
    if (role === 'body' && 's' in node && node.s === 'try' && node.handlers.length > 0) return node.handlers;
  }
  return [];
}

/** Values of a kind within a node, the outermost ones. */
export function valuesIn(node: Node, wanted: (val: Val) => boolean): Val[] {
  const out: Val[] = [];
  const visit = (at: Node): void => {
    if ('v' in at && wanted(at as Val)) out.push(at as Val);
    else children(at, visit);
  };
  visit(node);
  return out;
}
