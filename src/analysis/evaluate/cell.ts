/** A value together with where it stands and what the parameters around it are bound to. */

import type { BoundFile, Def } from '../bind/file.js';
import type { Fn, Val } from '../code-model.js';

/** What parameters are bound to; the inner call first. */
export interface Env {
  bind: Map<Def, Cell>;
  parent?: Env | undefined;
}

/** A value where it stands. The same value in another environment is another cell. */
export interface Cell {
  file: BoundFile;
  val: Val;
  env?: Env | undefined;
}

/** What a parameter is bound to in an environment, if it is. */
export function bound(env: Env | undefined, def: Def): Cell | undefined {
  for (let e = env; e; e = e.parent) {
    const c = e.bind.get(def);
    if (c) return c;
  }
  return undefined;
}

/** Binds the parameters of a function to the arguments of one call of it. */
export function bindArguments(
  file: BoundFile,
  fn: Fn,
  call: Extract<Val, { v: 'call' | 'new' }>,
  at: { file: BoundFile; env?: Env | undefined },
): Env {
  const bind = new Map<Def, Cell>();
  const anyCase = file.traits.ignoreCase === true;
  fn.params.forEach((p, i) => {
    const value = anyCase ? freelyGiven(fn, i, call) : givenTo(p.name, i, call);
    if (!value) return;
    const cell: Cell = { file: at.file, val: value, env: at.env };
    if (!p.pattern) {
      const def = file.lookup(p.name, p);
      if (def) bind.set(def, cell);
    } else {
      for (const def of destructured(file, fn, i)) bind.set(def, cell);
    }
  });
  return { bind };
}

/** The argument of a parameter where positions count all arguments. */
function givenTo(name: string, i: number, call: Extract<Val, { v: 'call' | 'new' }>): Val | undefined {
  const arg = call.args.find((a) => a.name === name) ?? call.args[i];
  return !arg || arg.spread || (arg.name && arg.name !== name) ? undefined : arg.value;
}

/**
 * The argument of a parameter where named ones may stand anywhere, positions count the parameters that are not named, and a
 * table of named arguments may be given as a whole.
 */
export function freelyGiven(fn: Fn, i: number, call: Extract<Val, { v: 'call' | 'new' }>): Val | undefined {
  const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
  const own = fn.params[i];
  if (!own) return undefined;
  const named = call.args.find((a) => same(a.name, own.name));
  if (named) return named.value;
  const open = fn.params.filter((p) => !call.args.some((a) => same(a.name, p.name)));
  const free = call.args.filter((a) => a.name === undefined && !a.spread);
  const at = free[open.indexOf(own)];
  if (at) return at.value;
  const table = call.args.find((a) => a.spread);
  const { range } = table ?? call;
  return (
    table && { v: 'member', obj: table.value, name: own.name, nameRange: { ...range }, safe: true, range: { ...range } }
  );
}

/** The overload that a call means, by the number and names of its arguments and where it gives functions. */
export function fitting(overloads: Fn[], call: Extract<Val, { v: 'call' }>): Fn {
  const { args } = call;
  const takes = (fn: Fn): boolean =>
    (args.length <= fn.params.length || fn.params.at(-1)?.rest === true) &&
    fn.params.every((p, i) => p.default !== undefined || p.rest === true || i < args.length) &&
    args.every((a) => a.name === undefined || fn.params.some((p) => p.name === a.name));
  const suits = (fn: Fn): boolean =>
    args.every(
      (a, i) => (a.value.v === 'fn') === /^(?:Func|Action|Predicate)$/.test(fn.params[i]?.type?.path.at(-1) ?? ''),
    );
  const able = overloads.filter(takes);
  return able.find(suits) ?? able[0] ?? (overloads[0] as Fn);
}

/** The names a destructured parameter declares. Their place in it is `file.paths.get(def)`. */
function destructured(file: BoundFile, fn: Fn, index: number): Def[] {
  return [...file.paths.keys()].filter((d) => d.param?.of === fn && d.param.index === index);
}
