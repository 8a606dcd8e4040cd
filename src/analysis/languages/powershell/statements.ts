/** Statements: each begins with a word of its own; anything else is an assignment or a pipeline. */
import type { If, Stmt, Val } from '../../code-model.js';
import { low, run, span } from '../nodes.js';
import { assignmentOrPipeline } from './assignments.js';
import { classHere, enumHere } from './classes.js';
import { functionHere } from './functions.js';
import { throwHere, trapHere, trapped, tryHere } from './handlers.js';
import { doHere, foreachHere, forHere, parenthesised, whileHere } from './loops.js';
import { MAX_CHAIN, type Reader } from './reader.js';
import { atEnd, between, blanks, closing, endsWord, gap, isBreak, isDash, isLetter, peekWord } from './scan.js';
import { blockHere, dataHere, paramHere, usingHere } from './script.js';
import { switchHere } from './switches.js';

type Rule = (r: Reader, start: number) => Stmt[];

const RULES: Record<string, Rule> = {
  if: ifHere,
  foreach: foreachHere,
  for: forHere,
  while: whileHere,
  do: doHere,
  switch: switchHere,
  try: tryHere,
  trap: trapHere,
  function: functionHere,
  filter: functionHere,
  workflow: functionHere,
  class: classHere,
  enum: enumHere,
  return: returnHere,
  exit: returnHere,
  throw: throwHere,
  break: leaveHere,
  continue: leaveHere,
  param: paramHere,
  begin: blockHere,
  process: blockHere,
  end: blockHere,
  clean: blockHere,
  dynamicparam: blockHere,
  using: usingHere,
  data: dataHere,
};
/** Words that are statements only where a block follows at once. */
const NEED_BLOCK = new Set(['begin', 'process', 'end', 'clean', 'dynamicparam', 'data', 'do', 'try']);

/** Statements up to a closing bracket, which is not taken. `entry`: only one. */
export function statements(r: Reader, closer: string): Stmt[] {
  const out: Stmt[] = [];
  const single = closer === 'entry';
  for (;;) {
    if (!single) between(r);
    if (r.done) break;
    const c = r.at();
    if (c === closer) break;
    if (c === ')' || c === '}') {
      if (single || closer !== '') break;
      r.damage(r.pos, r.pos + 1);
      r.pos++;
      continue;
    }
    const at = r.pos;
    out.push(...statement(r));
    if (r.pos === at) {
      r.damage(at, at + 1);
      r.pos++;
    }
    if (single) break;
    separated(r);
  }
  return trapped(out);
}

/** Behind a statement the line ends, or another one begins behind a semicolon. */
function separated(r: Reader): void {
  blanks(r);
  const c = r.at();
  if (c === '' || c === ';' || c === ')' || c === '}' || isBreak(c)) return;
  // `if (…) { } else { } next` is written by some, and read.
  if (r.text[r.pos - 1] === '}' || /\}\s*$/.test(r.text.slice(Math.max(0, r.pos - 20), r.pos))) return;
  r.damage(r.pos, r.pos + 1);
}

/** One statement, with what must run before it. */
export function statement(r: Reader): Stmt[] {
  return r.nested(
    () => {
      const { result, before } = r.apart(() => plain(r));
      return before.length ? [...before, ...result] : result;
    },
    (passed) => [run(passed)],
  );
}

function plain(r: Reader): Stmt[] {
  const start = r.pos;
  // `:label foreach (…)`
  if (r.at() === ':' && isLetter(r.at(1))) {
    r.pos++;
    r.pos += peekWord(r).length;
    gap(r);
    return plain(r);
  }
  attributes(r);
  const word = peekWord(r);
  const key = low(word);
  const rule = RULES[key];
  if (rule && Object.hasOwn(RULES, key) && isStatement(r, key, word.length)) {
    r.pos += word.length;
    return rule(r, start);
  }
  return assignmentOrPipeline(r);
}

function isStatement(r: Reader, key: string, length: number): boolean {
  const c = r.at(length);
  if (!(endsWord(c) || c === '(' || c === '$' || c === '"' || c === "'" || c === '[' || c === '#')) return false;
  if (c === ',') return false;
  const rest = r.text.slice(r.pos + length, r.pos + length + 200);
  if (NEED_BLOCK.has(key)) return key === 'data' ? /^\s*\w*\s*\{/.test(rest) : /^(?:\s|#[^\n]*\n)*\{/.test(rest);
  if (key === 'param') return /^\s*\(/.test(rest);
  if (key === 'class' || key === 'enum' || key === 'using') return /^\s+[A-Za-z_]/.test(rest);
  return !/^\s*=/.test(rest);
}

/** `[CmdletBinding()]` before `param`, `[OutputType(…)]` before a function. */
function attributes(r: Reader): void {
  for (;;) {
    if (r.at() !== '[') return;
    const end = closing(r);
    const at = r.pos;
    r.pos = end + 1;
    gap(r);
    const next = low(peekWord(r));
    if (r.at() !== '[' && next !== 'param' && next !== 'class' && next !== 'enum') {
      r.pos = at;
      return;
    }
    if (r.at() === '[' && !/^\[[\w.]+\s*\(/.test(r.text.slice(at, at + 80))) {
      r.pos = at;
      return;
    }
  }
}

/** `{ … }` as statements. */
export function block(r: Reader): Stmt[] {
  gap(r);
  const start = r.pos;
  if (!r.takes('{')) {
    r.damage(start, start + 1);
    return [];
  }
  return r.nested(
    () => {
      const body = statements(r, '}');
      if (!r.takes('}')) r.damage(start);
      return body;
    },
    () => [],
  );
}

function ifHere(r: Reader, start: number): Stmt[] {
  const branches: { test: Val; then: Stmt[]; start: number }[] = [];
  let otherwise: Stmt[] = [];
  let from = start;
  for (;;) {
    const test = parenthesised(r);
    branches.push({ test, then: block(r), start: from });
    const at = r.pos;
    gap(r);
    const word = low(peekWord(r));
    if (word !== 'elseif' && word !== 'else') {
      r.pos = at;
      break;
    }
    from = r.pos;
    r.pos += word.length;
    if (word === 'elseif') continue;
    blanks(r);
    if (low(peekWord(r)) === 'if') {
      from = r.pos;
      r.pos += 2;
      continue;
    }
    otherwise = block(r);
    break;
  }
  const end = r.pos;
  const make = (b: (typeof branches)[number], rest: Stmt[]): If => ({
    s: 'if',
    test: b.test,
    then: b.then,
    else: rest,
    range: span(b.start, end),
  });
  // A chain longer than anybody writes is kept flat.
  const far = branches.slice(MAX_CHAIN).map((b) => make(b, []));
  let rest: Stmt[] = [...far, ...otherwise];
  for (const b of branches.slice(0, MAX_CHAIN).reverse()) rest = [make(b, rest)];
  return rest;
}

function returnHere(r: Reader, start: number): Stmt[] {
  blanks(r);
  if (atEnd(r)) return [{ s: 'return', range: span(start, r.pos) }];
  const stmts = statement(r);
  const last = stmts.at(-1);
  const before = stmts.slice(0, -1);
  if (last?.s === 'do') return [...before, { s: 'return', value: last.value, range: span(start, r.pos) }];
  return [...stmts, { s: 'return', range: span(r.pos, r.pos) }];
}

function leaveHere(r: Reader, start: number): Stmt[] {
  const how = low(r.text.slice(start, r.pos)) === 'break' ? 'break' : 'continue';
  blanks(r);
  const from = r.pos;
  const word = peekWord(r);
  if (word && !isDash(word)) r.pos += word.length;
  const range = span(start, r.pos > from ? r.pos : from);
  // A bare `break` in a `switch` leaves that one.
  if (how === 'break' && r.inSwitch && !word) return [{ s: 'other', values: [], body: [], range }];
  return [{ s: 'leave', how, range, ...(word ? { label: word } : {}) }];
}
