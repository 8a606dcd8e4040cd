/** What parameters are given by the calls of their function. */
import type { BoundFile, Def } from '../bind/file.js';
import { type FunctionFinder, usesOf } from './callers.js';
import { type Cell, freelyGiven } from './cell.js';

/** Callers of a function whose arguments are looked at. */
const MAX_CALLERS = 4;

/** What a parameter is given by the calls of its function in the same file, where these are few. */
export function givenToParameter(ev: FunctionFinder, file: BoundFile, def: Def): Cell[] {
  if (!def.param) return [];
  const { of, index } = def.param;
  const uses = usesOf(ev, file, of);
  if (!uses.length || uses.length > MAX_CALLERS || uses.some((u) => u.kind === 'passed')) return [];
  return uses.flatMap((u): Cell[] => {
    if (file.traits.ignoreCase) {
      const value = freelyGiven(of, index, u.call);
      return value ? [{ file, val: value }] : [];
    }
    const arg = u.call.args.find((a) => a.name === def.name) ?? u.call.args[index];
    return arg && !arg.spread ? [{ file, val: arg.value }] : [];
  });
}
