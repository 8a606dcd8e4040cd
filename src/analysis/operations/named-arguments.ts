/** Named arguments as a record: keyword arguments, command parameters, splatted tables. */
import type { Call, Entry, Rec } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';

const made = new WeakMap<Call, Rec | undefined>();

/**
 * One record of all named and spread arguments of a call, so that they are read like an options object.
 *
 * @returns undefined where the call has none
 */
export function namedArguments(cell: Cell & { val: Call }): Cell | undefined {
  const { val } = cell;
  if (!made.has(val)) made.set(val, record(val));
  const rec = made.get(val);
  return rec && { ...cell, val: rec };
}

function record(call: Call): Rec | undefined {
  const entries = call.args.flatMap((a): Entry[] => {
    if (a.name === undefined && !a.spread) return [];
    const entry: Entry = { value: a.value, spread: a.spread, range: a.range };
    if (a.name !== undefined) entry.key = a.name;
    return [entry];
  });
  return entries.length ? { v: 'rec', entries, range: call.range } : undefined;
}
