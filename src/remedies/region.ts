/** The statements from a read to the conditional write that follows from it, where nothing else happens between them. */
import { children, type Node } from '../analysis/bind/walk.js';
import type { Call, Range, Stmt, Target, Val } from '../analysis/code-model.js';
import { siblingsOf } from '../analysis/handling/expressions.js';
import { isRead } from '../analysis/verdict/race.js';
import { builds } from './pieces.js';
import { alone, type Subject, sourceOf } from './subject.js';

/** What a loop would go round: the statements before the write, and the write. */
export interface Region {
  /** From the first statement of the read to the one before the write. */
  before: Range;
  write: Range;
  /** The write is returned, so that the loop ends with it. */
  returns: boolean;
}

/** More statements than this are no change that can be taken in at a glance. */
const MOST = 12;

/**
 * The region of a conditional write; undefined where the read is elsewhere, where something else is called or changed
 * between, or where what is read is used afterwards.
 */
export function changeBefore(subject: Subject): Region | undefined {
  const { file, val } = subject.candidate.cell;
  const write = file.statementOf(val);
  const place = write && file.parent(write);
  const list = place && siblingsOf(place.node, place.role);
  if (!write || !list || (subject.deferred && subject.use !== 'awaited')) return undefined;
  if (write.s !== 'return' && !(write.s === 'do' && subject.unused)) return undefined;
  const end = list.indexOf(write);
  const found = changeFor(subject, list.slice(0, end), write);
  if (!found) return undefined;
  const around = file.enclosingFn(val)?.range ?? { start: 0, end: subject.text.length };
  const after = sourceOf(subject, { start: write.range.end, end: around.end });
  if (found.names.some((name) => mentions(after, name))) return undefined;
  return { before: rangeOf(found.statements), write: write.range, returns: write.s === 'return' };
}

/** A read and what is made of it, up to a statement that is not among them. */
export interface Change {
  statements: [Stmt, ...Stmt[]];
  /** What they declare. */
  names: string[];
}

/**
 * The last statements of a list, from the read of what a write sends or is conditional on; undefined where something else is
 * called or changed between them.
 *
 * @param through also where the write names only what statements between made of what was read
 */
export function changeFor(subject: Subject, list: readonly Stmt[], write: Stmt, through = false): Change | undefined {
  const { file } = subject.candidate.cell;
  const setters = file.traits.setters === true;
  // Where members are read by calls, that of a name made here asks nobody.
  const here = new Set(list.flatMap(declared));
  const accessor = (call: Call): boolean => setters && isOwn(call, here);
  for (let start = list.length - 1; start >= 0 && list.length - start <= MOST; start--) {
    const first = list[start];
    if (!first || !readsInto(first, list.slice(start + 1), write, accessor, through)) continue;
    const rest = list.slice(start + 1);
    const names = new Set([first, ...rest].flatMap(declared));
    const own = (call: Call): boolean => setters && isOwn(call, names);
    if (![first, ...rest].every((statement, index) => isChange(statement, index === 0, own))) return undefined;
    if (![first, ...rest].every((statement) => staysInside(statement, names))) return undefined;
    return { statements: [first, ...rest], names: [...names] };
  }
  return undefined;
}

/** From the first statement to the last. */
export function rangeOf(statements: Change['statements']): Range {
  const [first] = statements;
  return { start: first.range.start, end: statements.at(-1)?.range.end ?? first.range.end };
}

/** True for a text in which a name stands by itself. */
export function mentions(text: string, name: string): boolean {
  return new RegExp(`${alone(name)}(?![\\w$])`).test(text);
}

/** A declaration by a read, one of whose names the write uses. */
function readsInto(
  first: Stmt,
  between: Stmt[],
  write: Stmt,
  accessor: (call: Call) => boolean,
  through: boolean,
): boolean {
  if (!callsIn(first).some((call) => isRead(call) && !accessor(call))) return false;
  // The body may be made of what was read in a statement between; the ETag nearly always comes from the read itself.
  const used = namesIn(write);
  // Options that are made of the ETag in a statement of their own.
  for (const statement of [...between].reverse())
    if (
      statement.s === 'bind' &&
      declared(statement).some((name) => used.has(name)) &&
      (through || callsIn(statement).some(accessor))
    )
      for (const name of namesIn(statement)) used.add(name);
  return declared(first).some((name) => used.has(name));
}

/** A statement that may be run again: the read, or a change of what was read. It may make dates and the like. */
function isChange(statement: Stmt, first: boolean, own: (call: Call) => boolean): boolean {
  // What is waited for does something, whatever it is called.
  if (!first && waits(statement)) return false;
  if (!first && isGuard(statement)) return callsIn(statement).every((call) => isPure(call) || own(call));
  if (statement.s !== 'bind' && statement.s !== 'do') return false;
  return callsIn(statement).every((call) => (first && isRead(call)) || isPure(call) || own(call));
}

/** True for a statement that reads from the service. */
export const reads = (statement: Stmt): boolean => callsIn(statement).some(isRead);

function waits(node: Node): boolean {
  let found = false;
  const visit = (at: Node): void => {
    if ('v' in at && at.v === 'await') found = true;
    else children(at, visit);
  };
  visit(node);
  return found;
}

/** It leaves where nothing was found: `if (!order) throw new Error('gone');`. */
function isGuard(statement: Stmt): boolean {
  if (statement.s !== 'if' || statement.else.length > 0) return false;
  const [only, ...more] = statement.then;
  return more.length === 0 && (only?.s === 'raise' || only?.s === 'return');
}

/** Calls that only make values. */
const PURE = /^(?:now|toISOString|toString|trim|toLowerCase|toUpperCase|getTime|UtcNow|ToString|Trim|structuredClone)$/;

function isPure({ callee }: Call): boolean {
  return (callee.v === 'member' || callee.v === 'ref') && (PURE.test(callee.name) || builds(callee.name));
}

/** Calls by which members are read and written. */
const ACCESSOR = /^(?:get|set|is|with)[A-Z]/;

/** A member of something made here is read or written by a call. */
function isOwn({ callee }: Call, names: ReadonlySet<string>): boolean {
  if (callee.v !== 'member' || !ACCESSOR.test(callee.name)) return false;
  let root: Val = callee.obj;
  while (root.v === 'call' && root.callee.v === 'member') root = root.callee.obj;
  return root.v === 'new' || (root.v === 'ref' && names.has(root.name));
}

/** Whatever a statement sets is declared in the region: nothing outside is changed twice. */
function staysInside(statement: Stmt, names: ReadonlySet<string>): boolean {
  if (statement.s !== 'bind' || statement.declares) return true;
  let root: Target | Val = statement.target;
  while (root.v === 'member' || root.v === 'index') root = root.obj;
  return root.v === 'ref' && names.has(root.name);
}

/** Names a statement declares. */
export function declared(statement: Stmt): string[] {
  return statement.s === 'bind' && statement.declares ? namesOf(statement.target) : [];
}

function namesOf(target: Target): string[] {
  if (target.v === 'ref') return [target.name];
  return target.v === 'pattern' ? target.parts.flatMap((part) => namesOf(part.target)) : [];
}

function callsIn(node: Node): Call[] {
  const out: Call[] = [];
  const visit = (at: Node): void => {
    if ('v' in at && at.v === 'call') out.push(at);
    children(at, visit);
  };
  visit(node);
  return out;
}

function namesIn(node: Node): Set<string> {
  const out = new Set<string>();
  const visit = (at: Node): void => {
    if ('v' in at && at.v === 'ref') out.add(at.name);
    children(at, visit);
  };
  visit(node);
  return out;
}
