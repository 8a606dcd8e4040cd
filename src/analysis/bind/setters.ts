/** Members that are written by calls: `x.setName(v)`, `x.put("name", v)`. */
import type { Call, Val } from '../code-model.js';

/** Calls that put a value under a key. */
const PUTS = new Set(['put', 'putIfAbsent', 'addProperty', 'set', 'append', 'field', 'Set', 'Add']);

/** A member and the value a call gives it; undefined for a call that is no such thing. */
export function writtenBy(call: Call): { name: string; value: Val } | undefined {
  if (call.callee.v !== 'member') return undefined;
  const [first, second, ...more] = call.args;
  if (!first || more.length > 0) return undefined;
  const { name } = call.callee;
  if (!second)
    return /^[sS]et[A-Z]/.test(name) ? { name: decapitalised(name.slice(3)), value: first.value } : undefined;
  const key = first.value;
  if (!PUTS.has(name) || key.v !== 'lit' || typeof key.value !== 'string') return undefined;
  return { name: key.value, value: second.value };
}

/** The value that a call in a chain gives to a member, in any of the ways chains are written: `setName`, `withName`, `name`. */
export function givenBy(call: Call, name: string): Val | undefined {
  const written = writtenBy(call);
  if (written?.name === name) return written.value;
  if (call.callee.v !== 'member' || call.args.length !== 1) return undefined;
  const own = call.callee.name;
  return own === name || (own.startsWith('with') && decapitalised(own.slice(4)) === name)
    ? call.args[0]?.value
    : undefined;
}

function decapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
