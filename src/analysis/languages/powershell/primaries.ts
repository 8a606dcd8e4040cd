/** What an expression is made of: literals, names, brackets, lists, tables and script blocks. */
import type { Entry, Rec, Stmt, Val } from '../../code-model.js';
import { entry, lit, opaque, span } from '../nodes.js';
import { number } from './expressions.js';
import type { Reader } from './reader.js';
import { between, blanks, gap, isBreak, peekWord } from './scan.js';
import { startsString, string, subexpression } from './strings.js';
import { startsVariable, variable } from './variables.js';

export function primary(r: Reader): Val {
  const start = r.pos;
  const c = r.at();
  if (c === '$') {
    if (r.at(1) === '(') return subexpression(r);
    if (startsVariable(r)) return variable(r);
    r.pos++;
    return lit('$', start, r.pos);
  }
  if (startsString(r)) return string(r);
  if (c === '(') return parenthesis(r);
  if (c === '@' && r.at(1) === '(') return list(r);
  if (c === '@' && r.at(1) === '{') return table(r);
  if (c === '{') return r.parts.scriptBlock(r);
  const digits = number(r);
  if (digits) return digits;
  // A word where none may stand: taken as text, so that reading goes on behind it.
  const word = peekWord(r);
  r.pos += word.length;
  r.damage(start);
  return word ? lit(word, start, r.pos) : opaque([], start, start);
}

/** `( pipeline )`. */
function parenthesis(r: Reader): Val {
  const start = r.pos;
  return r.nested(
    () => {
      r.pos++;
      gap(r);
      const value = r.at() === ')' ? opaque([], r.pos, r.pos) : r.parts.pipeline(r);
      gap(r);
      if (r.takes(')')) return value;
      r.damage(start);
      // Statements where one value may stand.
      const stmts = r.parts.statements(r, ')');
      r.takes(')');
      return stmts.length ? opaque([value, r.parts.outputOf(r, stmts, r.pos)], start, r.pos) : value;
    },
    (passed) => passed,
  );
}

/** `@( … )`: what the statements give, as a list. */
function list(r: Reader): Val {
  const start = r.pos;
  return r.nested(
    () => {
      r.pos += 2;
      const stmts = r.parts.statements(r, ')');
      gap(r);
      if (!r.takes(')')) r.damage(start);
      if (stmts.length > 0 && stmts.every((s) => s.s === 'do')) return listOf(stmts, start, r.pos);
      const value = r.parts.outputOf(r, stmts, start);
      return stmts.length ? value : { v: 'list', items: [], range: span(start, r.pos) };
    },
    (passed) => passed,
  );
}

/** The elements that values give: a list gives its own, a call or name all it holds. */
function listOf(stmts: Stmt[], start: number, end: number): Val {
  const items = stmts.flatMap((s) => {
    if (s.s !== 'do') return [];
    if (s.value.v === 'list') return s.value.items;
    const { v } = s.value;
    return [{ value: s.value, spread: v === 'ref' || v === 'member' || v === 'call' || v === 'index' }];
  });
  return { v: 'list', items, range: span(start, end) };
}

/** `@{ key = value; … }`. */
function table(r: Reader): Val {
  const start = r.pos;
  return r.nested<Val>(
    () => {
      r.pos += 2;
      const entries: Entry[] = [];
      for (;;) {
        between(r);
        if (r.done || r.at() === '}') break;
        const at = r.pos;
        const one = pair(r);
        if (one) entries.push(one);
        if (r.pos === at) {
          r.damage(at, at + 1);
          r.pos++;
        }
      }
      if (!r.takes('}')) r.damage(start);
      const rec: Rec = { v: 'rec', entries, range: span(start, r.pos) };
      return rec;
    },
    (passed) => passed,
  );
}

function pair(r: Reader): Entry | undefined {
  const start = r.pos;
  const key = keyHere(r);
  if (key === undefined) return undefined;
  gap(r);
  if (!r.takes('=')) {
    r.damage(start);
    skipLine(r);
    return undefined;
  }
  gap(r);
  const at = r.pos;
  const stmts = r.parts.statements(r, 'entry');
  const value = stmts.length ? r.parts.outputOf(r, stmts, at) : opaque([], at, at);
  return entry(key, value, Math.min(start, value.range.start));
}

function keyHere(r: Reader): string | Val | undefined {
  if (startsString(r)) return plainKey(string(r));
  if (r.at() === '(' || r.at() === '$' || r.at() === '[') return plainKey(r.parts.expression(r));
  const start = r.pos;
  while (!r.done && !isBreak(r.at()) && !/[\s=;{}()'"]/.test(r.at())) r.pos++;
  return r.pos > start ? r.text.slice(start, r.pos) : undefined;
}

function plainKey(val: Val): string | Val {
  return val.v === 'lit' ? String(val.value) : val;
}

function skipLine(r: Reader): void {
  blanks(r);
  while (!r.done && !isBreak(r.at()) && r.at() !== '}' && r.at() !== ';') r.pos++;
}
