/** Texts with variables in double braces: `{{baseUrl}}/users/{{$guid}}`. */
import type { Range, Val } from '../../code-model.js';

/** Variables of the clients that are a random identifier each time they are used. */
const RANDOM_ID = /^\$(?:guid|uuid|randomUUID|random\.uuid)\b/;

/** A text between two offsets, with a value for each variable in it. */
export function textOf(text: string, start: number, end: number): Val {
  const parts: (string | Val)[] = [];
  let last = start;
  for (const m of text.slice(start, end).matchAll(/\{\{([^{}\r\n]*)\}\}/g)) {
    const from = start + m.index;
    if (from > last) parts.push(text.slice(last, from));
    last = from + m[0].length;
    parts.push(variable((m[1] ?? '').trim(), { start: from, end: last }));
  }
  if (last < end) parts.push(text.slice(last, end));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object') return only;
  const range = { start, end };
  if (parts.every((p) => typeof p === 'string')) return { v: 'lit', value: parts.join(''), range };
  return { v: 'text', parts, range };
}

function variable(name: string, range: Range): Val {
  if (!RANDOM_ID.test(name)) return { v: 'ref', name, range };
  const callee: Val = { v: 'ref', name: 'uuid', range: { ...range } };
  return { v: 'call', callee, args: [], typeArgs: [], safe: false, range };
}
