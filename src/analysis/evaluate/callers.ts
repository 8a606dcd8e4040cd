/** Who calls a function, and to whom it is passed, within a file. */

import type { BoundFile } from '../bind/file.js';
import type { Call, Fn, New, Val } from '../code-model.js';
import type { Cell } from './cell.js';

/** The part of the evaluator that finds the function a call or a value means. */
export interface FunctionFinder {
  callee(cell: Cell & { val: Call }): { file: BoundFile; fn: Fn } | undefined;
  functionOf(cell: Cell): { file: BoundFile; fn: Fn } | undefined;
}

/** A place where a function is called, or handed to a call. */
export interface Use {
  kind: 'called' | 'passed';
  call: Call | New;
  /** The argument that is the function, when it is passed on. */
  arg?: Val;
}

/** Calls by the last name of what is called, and of functions given as arguments. */
interface Names {
  called: Map<string, Call[]>;
  passed: Map<string, Use[]>;
  /** What was found before. */
  uses: Map<Fn, Use[]>;
  /** How many functions are being looked for: their lists are not whole yet. */
  open: number;
}

const memo = new WeakMap<BoundFile, Names>();

/**
 * The uses of a named function or method in a file. Only calls of its own name, or of the name it is bound to, are
 * looked at: asking of every call what it runs costs more than all else.
 */
export function usesOf(ev: FunctionFinder, file: BoundFile, fn: Fn): Use[] {
  const names = namesIn(file);
  const known = names.uses.get(fn);
  if (known) return known;
  const uses: Use[] = [];
  names.uses.set(fn, uses); // ends cycles
  names.open++;
  for (const name of namesOf(file, fn)) {
    for (const call of names.called.get(name) ?? []) {
      if (isElsewhere(file, call.callee)) continue;
      if (ev.callee({ file, val: call })?.fn === fn) uses.push({ kind: 'called', call });
    }
    for (const use of names.passed.get(name) ?? []) {
      if (!use.arg || isElsewhere(file, use.arg)) continue;
      if (ev.functionOf({ file, val: use.arg })?.fn === fn) uses.push(use);
    }
  }
  names.open--;
  uses.sort((a, b) => a.call.range.start - b.call.range.start);
  return uses;
}

/** True while uses in the file are being looked for: what `usesOf` answers now may lack some of them. */
export function findingUses(file: BoundFile): boolean {
  return (memo.get(file)?.open ?? 0) > 0;
}

function namesIn(file: BoundFile): Names {
  const known = memo.get(file);
  if (known) return known;
  const names: Names = { called: new Map(), passed: new Map(), uses: new Map(), open: 0 };
  memo.set(file, names);
  for (const call of file.calls) {
    const own = call.v === 'call' ? lastName(call.callee) : undefined;
    if (own && call.v === 'call') add(names.called, own, call);
    for (const a of call.args) {
      const name = lastName(a.value);
      if (name) add(names.passed, name, { kind: 'passed', call, arg: a.value });
    }
  }
  return names;
}

function lastName(val: Val): string | undefined {
  return val.v === 'ref' || val.v === 'member' ? val.name : undefined;
}

/** The function's own name, and the one its value is kept under. */
function namesOf(file: BoundFile, fn: Fn): Set<string> {
  const out = new Set<string>();
  if (fn.name) out.add(fn.name);
  const value = file.parent(fn)?.node;
  let holder = value && file.parent(value)?.node;
  // `const f = useCallback(() => …)`
  if (holder && 'v' in holder && holder.v === 'call') holder = file.parent(holder)?.node;
  if (holder && 's' in holder && holder.s === 'bind') {
    const name = lastName(holder.target as Val);
    if (name) out.add(name);
  } else if (holder && 'v' in holder && holder.v === 'assign') {
    const name = lastName(holder.target as Val);
    if (name) out.add(name);
  } else if (holder && 'v' in holder && holder.v === 'rec') {
    for (const e of holder.entries) if (e.value === value && typeof e.key === 'string') out.add(e.key);
  } else if (holder && !('v' in holder) && !('s' in holder) && 'name' in holder && holder.name) out.add(holder.name);
  return out;
}

/** True for an imported name and its members, unless the file itself writes such members: no function of this file. */
function isElsewhere(file: BoundFile, val: Val): boolean {
  const root = val.v === 'member' ? val.obj : val;
  const def = root.v === 'ref' ? file.resolve(root) : undefined;
  return def?.import !== undefined && def.writes.length === 0;
}

function add<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}
