/** `switch`: tests in their order, each a condition on the value at its head. */
import type { If, Stmt, Val } from '../../code-model.js';
import { lit, low, op, opaque, ref, run, span } from '../nodes.js';
import { expression } from './expressions.js';
import { like } from './operators.js';
import { MAX_CHAIN, type Reader } from './reader.js';
import { between, blanks, closing, endsWord, gap, isDash, peekWord } from './scan.js';

type How = 'exact' | 'wildcard' | 'regex';

export function switchHere(r: Reader, start: number): Stmt[] {
  let how: How = 'exact';
  for (;;) {
    blanks(r);
    if (!isDash(r.at())) break;
    r.pos++;
    const word = low(peekWord(r));
    r.pos += word.length;
    if (word === 'wildcard' || word === 'regex') how = word;
    if (word === 'file') break;
  }
  gap(r);
  const subject = r.at() === '(' ? r.parts.primary(r) : expression(r);
  const name = r.ownName();
  gap(r);
  if (!r.takes('{')) {
    r.damage(start, r.pos + 1);
    return [run(subject)];
  }
  const cases: { test: Val | undefined; then: Stmt[]; start: number }[] = [];
  for (;;) {
    between(r);
    if (r.done || r.at() === '}') break;
    const from = r.pos;
    const test = low(peekWord(r)) === 'default' && endsWord(r.at(7)) ? taken(r, 7) : pattern(r, name, how);
    gap(r);
    if (r.at() !== '{') {
      r.damage(from, r.pos + 1);
      if (r.pos === from) r.pos++;
      continue;
    }
    const then = r.within({ inSwitch: true }, () => r.parts.block(r));
    cases.push({ test, then, start: from });
  }
  if (!r.takes('}')) r.damage(start);
  const end = r.pos;
  const otherwise = cases.filter((c) => !c.test).flatMap((c) => c.then);
  const make = (c: (typeof cases)[number], rest: Stmt[]): If[] =>
    c.test ? [{ s: 'if', test: c.test, then: c.then, else: rest, range: span(c.start, end) }] : [];
  const tested = cases.filter((c) => c.test);
  let rest: Stmt[] = otherwise;
  // What stands under `default` may be written anywhere: it is kept behind all tests.
  for (const c of tested.slice(MAX_CHAIN)) rest.push(...make(c, []));
  for (const c of tested.slice(0, MAX_CHAIN).reverse()) rest = make(c, rest);
  widen(rest);
  const bind: Stmt = {
    s: 'bind',
    target: ref(name, subject.range.start, subject.range.start),
    value: subject,
    declares: true,
    range: span(subject.range.start, subject.range.end),
  };
  return [bind, ...rest];
}

function taken(r: Reader, length: number): undefined {
  r.pos += length;
  return undefined;
}

/** A `default` written above others begins before the tests that hold it. */
function widen(stmts: Stmt[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const s of stmts) {
    if (s.s === 'if') s.range.start = Math.min(s.range.start, widen(s.else), ...s.then.map((t) => t.range.start));
    least = Math.min(least, s.range.start);
  }
  return least;
}

/** The test of one case. */
function pattern(r: Reader, name: string, how: How): Val {
  const start = r.pos;
  const subject = (): Val => ref(name, start, start);
  if (r.at() === '{') return blockTest(r, name);
  const value = caseValue(r);
  const { end } = value.range;
  if (how === 'regex') return op('matches', [subject(), value], start, end);
  if (how === 'wildcard') return like(subject(), value);
  return op('eq', [subject(), value], start, end);
}

function caseValue(r: Reader): Val {
  const start = r.pos;
  if (/[$('"@[\d{]/.test(r.at()) || '“”‘’'.includes(r.at())) return expression(r);
  while (!r.done && !endsWord(r.at())) r.pos++;
  return lit(r.text.slice(start, r.pos), start, r.pos);
}

/** `{ $_ -ge 400 }`: the element is the value at the head. */
function blockTest(r: Reader, name: string): Val {
  const start = r.pos;
  const end = closing(r);
  const block = r.parts.block(r);
  const value = block.length === 1 && block[0]?.s === 'do' ? block[0].value : opaque([], start, Math.min(end, r.pos));
  renamed(value, name);
  return value;
}

function renamed(node: unknown, name: string): void {
  if (node === null || typeof node !== 'object') return;
  if ('v' in node && node.v === 'ref' && 'name' in node && node.name === '_') node.name = name;
  for (const child of Object.values(node)) renamed(child, name);
}
