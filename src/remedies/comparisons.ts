/** Tests of a status in the code around a call, and the handler that makes them. */
import { children, isFn, type Node } from '../analysis/bind/walk.js';
import type { Call, Handler, Op, Range, Val } from '../analysis/code-model.js';
import { type Subject, sourceOf } from './subject.js';

/** Names of statuses where code names them, each family by itself. */
const STATUS_NAMES: readonly Readonly<Record<string, number>>[] = [
  { Conflict: 409, PreconditionFailed: 412 },
  { CONFLICT: 409, PRECONDITION_FAILED: 412, BAD_REQUEST: 400 },
  { SC_CONFLICT: 409, SC_PRECONDITION_FAILED: 412, SC_BAD_REQUEST: 400 },
  { HTTP_CONFLICT: 409, HTTP_PRECON_FAILED: 412, HTTP_BAD_REQUEST: 400 },
];

/** A status compared with something. */
export interface Comparison {
  /** The comparison: an operator, or a call that compares. */
  op: Op | Call;
  /** It holds for every other one. */
  not: boolean;
  constant: Val;
  value: number;
  other: Val;
  /** Where the chain of members begins that leads to what is compared; also one of calls, where members are read by calls. */
  root: Val;
}

/** The tests of a status within a range. */
export function comparisons({ candidate }: Subject, range: Range): Comparison[] {
  const out: Comparison[] = [];
  const { file } = candidate.cell;
  const visit = (node: Node): void => {
    if (node.range.end <= range.start || node.range.start >= range.end) return;
    const found = comparison(node, file.traits.setters === true);
    if (found) out.push(found);
    children(node, visit);
  };
  for (const statement of file.model.top) visit(statement);
  return out;
}

function comparison(node: Node, accessors: boolean): Comparison | undefined {
  const op = 'v' in node ? compared(node as Val) : undefined;
  const [left, right] = op?.sides ?? [];
  if (!op || !left || !right) return undefined;
  const value = statusOf(right) ?? statusOf(left);
  if (value === undefined) return undefined;
  const isRight = statusOf(right) !== undefined;
  const other = isRight ? left : right;
  return { op: op.op, not: op.not, value, constant: isRight ? right : left, other, root: rootOf(other, accessors) };
}

function compared(val: Val): { op: Op | Call; not: boolean; sides: readonly Val[] } | undefined {
  if (val.v === 'op' && (val.op === 'eq' || val.op === 'ne'))
    return { op: val, not: val.op === 'ne', sides: val.args.flatMap((arg) => arg ?? []) };
  // `HttpStatus.CONFLICT.equals(error.getStatusCode())`
  if (val.v !== 'call' || val.callee.v !== 'member' || val.callee.name !== 'equals') return undefined;
  const [arg, ...more] = val.args;
  return arg && more.length === 0 ? { op: val, not: false, sides: [val.callee.obj, arg.value] } : undefined;
}

/** What a constant is named by: also behind a call that makes it a number (`HttpStatus.CONFLICT.value()`). */
function nameIn(val: Val): Extract<Val, { v: 'member' | 'ref' }> | undefined {
  if (val.v === 'member' || val.v === 'ref') return val;
  const { callee } = val.v === 'call' && val.args.length === 0 ? val : {};
  return callee?.v === 'member' && callee.name === 'value' ? nameIn(callee.obj) : undefined;
}

/** The status a constant means, if it is one that answers a conflict or is mistaken for it. */
function statusOf(val: Val): number | undefined {
  if (val.v === 'lit' && typeof val.value === 'number' && val.value >= 400 && val.value < 500) return val.value;
  const name = nameIn(val)?.name ?? '';
  return STATUS_NAMES.find((family) => Object.hasOwn(family, name))?.[name];
}

/** A constant written for another status, in the form it has. */
export function renamed(subject: Subject, constant: Val, wanted: number): string {
  const named = nameIn(constant);
  const family = STATUS_NAMES.find((one) => Object.hasOwn(one, named?.name ?? '')) ?? {};
  const name = Object.keys(family).find((key) => family[key] === wanted);
  if (!named || name === undefined) return String(wanted);
  const start = named.v === 'member' ? named.nameRange.start : named.range.start;
  const { range } = constant;
  return `${sourceOf(subject, { start: range.start, end: start })}${name}${sourceOf(subject, { start: named.range.end, end: range.end })}`;
}

/** Where a chain of members begins. @param accessors calls without arguments are members too */
function rootOf(val: Val, accessors = false): Val {
  if (val.v === 'member') return rootOf(val.obj, accessors);
  return accessors && val.v === 'call' && val.callee.v === 'member' && val.args.length === 0
    ? rootOf(val.callee.obj, true)
    : val;
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
