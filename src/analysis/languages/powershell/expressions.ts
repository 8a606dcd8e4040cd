/** Expressions: operands, the operators between them, and the members behind them. */
import type { Arg, Val } from '../../code-model.js';
import { arg, call, lit, opaque, ref, span } from '../nodes.js';
import { ADDITIVE, binary, COALESCE, MULTIPLICATIVE, RANGE, TERNARY, wordOperator } from './operators.js';
import { MAX_CHAIN, type Reader } from './reader.js';
import { blanks, endsWord, gap, isBlank, isBreak, isDash, isDigit, isLetter, isWord } from './scan.js';
import { startsString, string } from './strings.js';
import { memberOf, newest, startsVariable, variable } from './variables.js';

/** An operand with operators behind it that bind at least so strongly. */
export function expression(r: Reader, minimum = 0, commas = true): Val {
  let left = r.nested(
    () => operand(r, commas),
    (passed) => passed,
  );
  const rest: Val[] = [];
  for (let links = 0; ; links++) {
    const at = r.pos;
    blanks(r);
    if (counts(r)) {
      r.pos += 2;
      left = opaque([left], left.range.start, r.pos);
      continue;
    }
    const found = operatorHere(r, minimum);
    if (!found) {
      r.pos = at;
      break;
    }
    r.pos += found.length;
    gap(r);
    if (found.name === '?') {
      left = ternary(r, left, commas);
      continue;
    }
    const right = r.nested(
      () => expression(r, found.strength + 1, commas),
      (passed) => passed,
    );
    if (links < MAX_CHAIN) left = binary(found.name, left, right);
    else rest.push(right);
  }
  return rest.length ? opaque([left, ...rest], left.range.start, r.pos) : left;
}

/** `$i ++`, with a blank between. */
function counts(r: Reader): boolean {
  const c = r.at();
  return (c === '+' || isDash(c)) && r.at(1) === c && (endsWord(r.at(2)) || r.at(2) === ']');
}

function ternary(r: Reader, test: Val, commas: boolean): Val {
  const then = r.nested(
    () => expression(r, COALESCE, commas),
    (passed) => passed,
  );
  gap(r);
  if (!r.takes(':')) {
    r.damage(r.pos);
    return opaque([test, then], test.range.start, r.pos);
  }
  gap(r);
  const otherwise = r.nested(
    () => expression(r, TERNARY, commas),
    (passed) => passed,
  );
  return { v: 'pick', test, then, else: otherwise, range: span(test.range.start, otherwise.range.end) };
}

/** The operator that stands here, if it binds strongly enough. */
function operatorHere(r: Reader, minimum: number): { name: string; strength: number; length: number } | undefined {
  const c = r.at();
  const strongEnough = (name: string, strength: number, length: number) =>
    strength >= minimum ? { name, strength, length } : undefined;
  if (isDash(c) && isLetter(r.at(1))) {
    let end = r.pos + 1;
    while (isLetter(r.text[end] ?? '')) end++;
    const found = wordOperator(r.text.slice(r.pos + 1, end));
    return found && strongEnough(found.name, found.strength, end - r.pos);
  }
  if (c === '.' && r.at(1) === '.') return strongEnough('..', RANGE, 2);
  if (c === '?' && r.at(1) === '?' && r.at(2) !== '=') return strongEnough('??', COALESCE, 2);
  if (c === '?' && r.at(1) !== '?' && r.at(1) !== '.') return strongEnough('?', TERNARY, 1);
  if (r.at(1) === '=' || r.at(1) === c) return undefined;
  if (c === '+' || isDash(c)) return strongEnough(c === '+' ? '+' : '-', ADDITIVE, 1);
  // `*> file` sends all streams somewhere.
  if (c === '*' && r.at(1) === '>') return undefined;
  if (c === '*' || c === '/' || c === '%') return strongEnough(c, MULTIPLICATIVE, 1);
  return undefined;
}

/** An operand; several with commas between them are a list. */
function operand(r: Reader, commas: boolean): Val {
  const start = r.pos;
  if (commas && r.at() === ',') {
    r.pos++;
    blanks(r);
    const only = unary(r);
    return { v: 'list', items: [{ value: only, spread: false }], range: span(start, only.range.end) };
  }
  const first = unary(r);
  if (!commas) return first;
  const items = [first];
  for (;;) {
    const at = r.pos;
    blanks(r);
    if (r.at() !== ',') {
      r.pos = at;
      break;
    }
    r.pos++;
    gap(r);
    items.push(unary(r));
  }
  if (items.length === 1) return first;
  return {
    v: 'list',
    items: items.map((value) => ({ value, spread: false })),
    range: span(start, items.at(-1)?.range.end ?? r.pos),
  };
}

const NEGATIONS = /^(?:not|bnot|join|split|csplit|isplit)$/i;

function unary(r: Reader): Val {
  return r.nested(
    () => {
      const start = r.pos;
      const c = r.at();
      if (c === '!' || (isDash(c) && isLetter(r.at(1)))) {
        let end = r.pos + 1;
        while (c !== '!' && isLetter(r.text[end] ?? '')) end++;
        const word = r.text.slice(r.pos + 1, end);
        if (c !== '!' && !NEGATIONS.test(word)) return missing(r);
        r.pos = end;
        gap(r);
        const value = unary(r);
        if (c === '!' || /^not$/i.test(word))
          return { v: 'op', op: 'not', args: [value], range: span(start, value.range.end) };
        return opaque([value], start, value.range.end);
      }
      if ((c === '+' || isDash(c)) && r.at(1) !== '') {
        r.pos += r.at(1) === c ? 2 : 1;
        blanks(r);
        const value = unary(r);
        if (isDash(c) && value.v === 'lit' && typeof value.value === 'number')
          return lit(-value.value, start, value.range.end);
        return opaque([value], start, value.range.end);
      }
      if (c === '[') return bracket(r);
      return postfix(r, r.parts.primary(r));
    },
    (passed) => passed,
  );
}

/** An operand that is not there. What stands in its place is left to whoever reads on. */
function missing(r: Reader): Val {
  r.damage(r.pos, r.pos);
  return opaque([], r.pos, r.pos);
}

/** `[type]::Member`, `[type]$value`, an attribute, or a type as it is. */
function bracket(r: Reader): Val {
  const start = r.pos;
  const name = typeName(r);
  const type = ref(name, start, r.pos);
  if (r.starts('::') || (r.at() === '.' && isWord(r.at(1)))) return postfix(r, type);
  const at = r.pos;
  gapIfOperand(r);
  if (startsOperand(r)) {
    const value = unary(r);
    // A type that makes an object of what it is given.
    return value;
  }
  r.pos = at;
  return type;
}

/** A cast may stand on a line of its own only before another one. */
function gapIfOperand(r: Reader): void {
  blanks(r);
  const at = r.pos;
  gap(r);
  if (r.at() !== '[' && r.at() !== '$') r.pos = at;
}

function startsOperand(r: Reader): boolean {
  const c = r.at();
  if (c === '$' || c === '(' || c === '[' || c === '{') return true;
  if (c === '@') return r.at(1) === '(' || r.at(1) === '{' || startsString(r);
  if (isDash(c)) return /^not\b/i.test(r.text.slice(r.pos + 1, r.pos + 6));
  return startsString(r) || isDigit(c) || (c === '!' && r.at(1) !== '=');
}

/** The name in the brackets here, without what stands in brackets or parentheses in them. */
export function typeName(r: Reader): string {
  const start = r.pos;
  let open = 0;
  while (!r.done) {
    const c = r.at();
    if (c === '[' || c === '(' || c === '{') open++;
    else if (c === ']' || c === ')' || c === '}') open--;
    else if (c === '"' || c === "'") {
      string(r);
      continue;
    }
    if (c === '}' && open < 0) break;
    r.pos++;
    if (open === 0) break;
  }
  if (open !== 0) r.damage(start);
  const inner = r.text.slice(start + 1, r.pos - 1).trim();
  const name = /^[\w.`+]+/.exec(inner)?.[0] ?? 'object';
  return name.split('.').at(-1) ?? name;
}

/** Members, indexes and calls right behind a value. */
export function postfix(r: Reader, first: Val): Val {
  let value = first;
  const rest: Val[] = [];
  for (let links = 0; ; links++) {
    const next = step(r, value);
    if (!next) break;
    if (links < MAX_CHAIN) value = next;
    else if (next.v === 'call') rest.push(...next.args.map((a) => a.value));
    else if (next.v === 'index') rest.push(next.key);
  }
  return rest.length ? opaque([value, ...rest], value.range.start, r.pos) : value;
}

function step(r: Reader, value: Val): Val | undefined {
  const safe = r.at() === '?' && (r.at(1) === '.' || r.at(1) === '[') && value.v !== 'lit';
  const at = safe ? 1 : 0;
  const c = r.at(at);
  if (c === '.' && r.at(at + 1) !== '.') {
    const next = r.at(at + 1);
    // A name may stand behind a blank or on the next line, where the dot does not end a sentence of text.
    const broken =
      (isBreak(next) || isBlank(next)) && /^\s*[A-Za-z_]/.test(r.text.slice(r.pos + at + 1, r.pos + at + 80));
    if (!isWord(next) && next !== '$' && next !== '(' && next !== '"' && next !== "'" && !broken) return undefined;
    r.pos += at + 1;
    if (broken) gap(r);
    return called(r, memberHere(r, value, safe));
  }
  if (c === ':' && r.at(1) === ':') {
    r.pos += 2;
    return called(r, memberHere(r, value, false));
  }
  if (c === '[') {
    r.pos += at + 1;
    gap(r);
    const key = expression(r);
    gap(r);
    if (!r.takes(']')) r.damage(value.range.start);
    return newest(r, value, key) ?? { v: 'index', obj: value, key, range: span(value.range.start, r.pos) };
  }
  if ((c === '+' || isDash(c)) && r.at(1) === c && (value.v === 'ref' || value.v === 'member' || value.v === 'index')) {
    r.pos += 2;
    return opaque([value], value.range.start, r.pos);
  }
  return undefined;
}

/** A member by its name; by a value where the name is computed. */
function memberHere(r: Reader, obj: Val, safe: boolean): Val {
  const start = r.pos;
  const c = r.at();
  if (isWord(c)) {
    while (isWord(r.at())) r.pos++;
    return memberOf(obj, r.text.slice(start, r.pos), start, r.pos, safe);
  }
  const computed = (key: Val): Val => {
    if (key.v === 'lit') return memberOf(obj, String(key.value), start, r.pos, safe);
    return { v: 'index', obj, key, range: span(obj.range.start, r.pos) };
  };
  if (startsString(r)) return computed(string(r));
  if (c === '$' && startsVariable(r)) return computed(variable(r));
  if (c === '$' || c === '(') return computed(r.parts.primary(r));
  r.damage(obj.range.start);
  return obj;
}

/** A member is a call where an argument list follows at once. */
function called(r: Reader, callee: Val): Val {
  if (r.at() === '(') {
    const args = argumentList(r);
    return made(callee, args, r.pos) ?? call(callee, args, callee.range.start, r.pos);
  }
  // `.Where{ … }`
  if (r.at() === '{' && callee.v === 'member' && /^(?:where|foreach)$/i.test(callee.name)) {
    const block = r.parts.scriptBlock(r);
    return call(callee, [arg(block)], callee.range.start, r.pos);
  }
  return callee;
}

/** `[Type]::new(…)`. */
function made(callee: Val, args: Arg[], end: number): Val | undefined {
  if (callee.v !== 'member' || callee.name.toLowerCase() !== 'new' || callee.obj.v !== 'ref') return undefined;
  const { obj } = callee;
  return {
    v: 'new',
    type: { path: [obj.name], args: [] },
    typeRange: span(obj.range.start, obj.range.end),
    args,
    range: span(callee.range.start, end),
  };
}

/** `(a, b)` behind the name of a method. */
function argumentList(r: Reader): Arg[] {
  const start = r.pos++;
  const out: Arg[] = [];
  for (;;) {
    gap(r);
    if (r.done || r.at() === ')') break;
    if (r.at() === ',') {
      r.pos++;
      continue;
    }
    const from = r.pos;
    out.push(arg(expression(r, 0, false)));
    if (r.pos === from) {
      r.damage(start, r.pos + 1);
      if (r.at() === '}' || r.at() === ';') break;
      r.pos++;
    }
  }
  if (!r.takes(')')) r.damage(start);
  return out;
}

/** True where an expression, and not the name of a command, begins. */
export function startsExpression(r: Reader): boolean {
  const c = r.at();
  if (c === '$' || c === '(' || c === '[' || c === '{' || c === ',' || c === '!') return true;
  if (c === '@') return r.at(1) === '(' || r.at(1) === '{' || startsString(r);
  if (startsString(r)) return true;
  if (isDigit(c) || (c === '.' && isDigit(r.at(1)))) return isNumber(r);
  if (c === '+' || isDash(c)) {
    const next = r.at(1);
    if (isDigit(next) || next === '$' || next === '(' || next === c || next === '.') return true;
    return /^(?:not|bnot|join|split|csplit|isplit)(?![\w-])/i.test(r.text.slice(r.pos + 1, r.pos + 9));
  }
  return false;
}

/** `7z` and `2fa-report.ps1` are commands. */
function isNumber(r: Reader): boolean {
  const m = NUMBER.exec(r.text.slice(r.pos, r.pos + 60));
  const next = r.at(m?.[0].length ?? 0);
  return m !== null && (endsWord(next) || '+-*/%=.[]<>!?:#'.includes(next));
}

const NUMBER = /^(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+)(?:[uldsy]{0,2})(?:kb|mb|gb|tb|pb)?/i;
const UNITS: Record<string, number> = { kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3, tb: 1024 ** 4, pb: 1024 ** 5 };

/** The number that stands here, if one does. */
export function number(r: Reader): Val | undefined {
  const m = NUMBER.exec(r.text.slice(r.pos, r.pos + 60));
  if (!m) return undefined;
  const start = r.pos;
  r.pos += m[0].length;
  const unit = /(?:kb|mb|gb|tb|pb)$/i.exec(m[0])?.[0] ?? '';
  const digits = m[0].slice(0, m[0].length - unit.length).replace(/^(0x[0-9a-f]+|[\d.]+(?:e[+-]?\d+)?).*$/i, '$1');
  return lit(Number(digits) * (UNITS[unit.toLowerCase()] ?? 1), start, r.pos);
}
