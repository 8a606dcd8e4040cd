/** Handlers: `try`, `trap`, and `throw`. */
import type { Handler, Stmt, TypeRef } from '../../code-model.js';
import { low, span } from '../nodes.js';
import { typeName } from './expressions.js';
import { chain } from './pipelines.js';
import type { Reader } from './reader.js';
import { atEnd, blanks, gap, peekWord } from './scan.js';

export function tryHere(r: Reader, start: number): Stmt[] {
  const body = r.parts.block(r);
  const handlers: Handler[] = [];
  let final: Stmt[] | undefined;
  for (;;) {
    const at = r.pos;
    gap(r);
    const from = r.pos;
    const word = low(peekWord(r));
    if (word === 'catch') {
      r.pos += 5;
      const types = typesHere(r);
      const own = r.within({ inHandler: true }, () => r.parts.block(r));
      handlers.push({ types, name: '_', body: own, range: span(from, r.pos) });
    } else if (word === 'finally' && !final) {
      r.pos += 7;
      final = r.parts.block(r);
    } else {
      r.pos = at;
      break;
    }
  }
  if (!handlers.length && !final) r.damage(start, start + 3);
  return [{ s: 'try', body, handlers, range: span(start, r.pos), ...(final ? { final } : {}) }];
}

function typesHere(r: Reader): TypeRef[] {
  const out: TypeRef[] = [];
  for (;;) {
    gap(r);
    if (r.at() === ',') r.pos++;
    else if (r.at() === '[') {
      const name = typeName(r);
      // The root of all exceptions takes everything.
      if (!/^(?:Exception|SystemException)$/i.test(name)) out.push({ path: [name], args: [] });
      else out.push({ path: ['Exception'], args: [] });
    } else return out;
  }
}

/** Statements that a trap guards, as far as they are read: marks of its place. */
const traps = new WeakMap<Stmt, Handler>();

export function trapHere(r: Reader, start: number): Stmt[] {
  const types = typesHere(r);
  const body = r.within({ inHandler: true }, () => r.parts.block(r));
  const last = body.at(-1);
  // `continue` goes on behind the statement that failed; `break` passes the error on.
  const handler: Handler = { types, name: '_', body, range: span(start, r.pos) };
  if (last?.s === 'leave') {
    body.pop();
    if (last.how === 'break') body.push({ s: 'raise', again: true, range: last.range });
  }
  const stmt: Stmt = { s: 'other', values: [], body: [], range: span(start, r.pos) };
  traps.set(stmt, handler);
  return [stmt];
}

/** A trap guards every statement of its block, also those above it. */
export function trapped(stmts: Stmt[]): Stmt[] {
  const found = stmts.flatMap((s) => {
    const handler = traps.get(s);
    return handler ? [{ stmt: s, handler }] : [];
  });
  if (!found.length) return stmts;
  const body = stmts.filter((s) => !traps.has(s));
  const declared = body.filter((s) => s.s === 'function' || s.s === 'type');
  const guarded = body.filter((s) => s.s !== 'function' && s.s !== 'type');
  const all = [...guarded, ...found.map((f) => f.stmt)];
  const start = Math.min(...all.map((s) => s.range.start));
  const end = Math.max(...all.map((s) => s.range.end));
  return [...declared, { s: 'try', body: guarded, handlers: found.map((f) => f.handler), range: span(start, end) }];
}

export function throwHere(r: Reader, start: number): Stmt[] {
  blanks(r);
  if (atEnd(r)) return [{ s: 'raise', again: true, range: span(start, r.pos) }];
  const value = chain(r);
  return [{ s: 'raise', value, again: false, range: span(start, r.pos) }];
}
