/** What stands in a file or function as a whole: its parameters, its parts, what it uses. */
import type { Bind, Stmt } from '../../code-model.js';
import { low, ref, span } from '../nodes.js';
import { blockBody, paramsHere } from './functions.js';
import type { Reader } from './reader.js';
import { blanks, gap, imports, isBreak, peekWord } from './scan.js';

/** `param( … )` of a script: its parameters are variables. */
export function paramHere(r: Reader, start: number): Stmt[] {
  gap(r);
  const params = paramsHere(r);
  return params.map((p): Stmt => {
    const own: Bind = {
      s: 'bind',
      target: ref(p.name, p.range.start, p.range.start),
      declares: true,
      range: span(Math.max(start, p.range.start), p.range.end),
      ...(p.type ? { type: p.type } : {}),
      ...(p.default ? { value: p.default } : {}),
    };
    r.scopes.assign(p.name, own);
    return own;
  });
}

/** `begin { }`, `process { }`, `end { }`: one behind the other. */
export function blockHere(r: Reader, start: number): Stmt[] {
  const body = r.parts.block(r);
  return [{ s: 'other', values: [], body, range: span(start, r.pos) }];
}

export function usingHere(r: Reader, start: number): Stmt[] {
  blanks(r);
  const kind = low(peekWord(r));
  r.pos += kind.length;
  blanks(r);
  const from = r.pos;
  while (!r.done && !isBreak(r.at()) && r.at() !== ';') r.pos++;
  const name = r.text
    .slice(from, r.pos)
    .trim()
    .replace(/^["']|["']$/g, '');
  if (kind === 'module' || kind === 'namespace') imports(r, name, start);
  return [];
}

/** `data Name { … }`. */
export function dataHere(r: Reader, start: number): Stmt[] {
  blanks(r);
  const name = peekWord(r);
  r.pos += name.length;
  gap(r);
  const body = blockBody(r, [], true).body ?? [];
  const last = body.at(-1);
  if (!name || last?.s !== 'return' || !last.value) return body;
  const target = ref(name, start, start);
  const bind: Bind = { s: 'bind', target, value: last.value, declares: false, range: span(start, r.pos) };
  r.scopes.assign(name, bind);
  return [bind];
}
