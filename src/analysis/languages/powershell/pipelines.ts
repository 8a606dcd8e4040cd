/** Pipelines: each command is given what stands before it. Loops over the elements become loops. */
import type { Stmt, Val } from '../../code-model.js';
import { opaque, ref, span } from '../nodes.js';
import { type Command, command } from './commands.js';
import { expression, startsExpression } from './expressions.js';
import { fed } from './idioms.js';
import { MAX_CHAIN, type Reader } from './reader.js';
import { blanks, gap, isBreak } from './scan.js';

/**
 * A pipeline, with `&&` and `||` between several.
 *
 * @param first its first element, where that was read already
 */
export function chain(r: Reader, first?: Val): Val {
  let value = elements(r, first);
  for (let links = 0; ; links++) {
    const at = r.pos;
    blanks(r);
    const and = r.starts('&&');
    if (!and && !r.starts('||')) {
      // A lone `&` runs what stands before it in the background.
      if (r.at() === '&' && r.at(1) !== '&') r.pos++;
      else r.pos = at;
      return value;
    }
    r.pos += 2;
    gap(r);
    const next = elements(r);
    value =
      links < MAX_CHAIN
        ? { v: 'op', op: and ? 'and' : 'or', args: [value, next], range: span(value.range.start, next.range.end) }
        : next;
  }
}

function elements(r: Reader, first?: Val): Val {
  const start = r.pos;
  let value =
    first ??
    r.nested(
      () => (startsExpression(r) ? expression(r) : fed(r, command(r), undefined)),
      (passed) => passed,
    );
  redirected(r);
  for (let links = 0; pipes(r); links++) {
    gap(r);
    if (r.done || isBreak(r.at()) || ')};'.includes(r.at())) {
      r.damage(start);
      break;
    }
    const before = value;
    value = r.nested(
      () =>
        startsExpression(r) && r.at() !== '%'
          ? expression(r)
          : next(r, command(r), links < MAX_CHAIN ? before : undefined),
      (passed) => opaque([before], before.range.start, passed.range.end),
    );
    redirected(r);
  }
  return value;
}

function next(r: Reader, c: Command, input: Val | undefined): Val {
  return fed(r, { ...c, start: Math.min(c.start, input?.range.start ?? c.start) }, input);
}

/** Takes a pipe, also one at the beginning of the next line. */
function pipes(r: Reader): boolean {
  const at = r.pos;
  blanks(r);
  if (isBreak(r.at())) {
    gap(r);
    if (r.at() !== '|' || r.at(1) === '|') {
      r.pos = at;
      return false;
    }
  }
  if (r.at() === '|' && r.at(1) !== '|') {
    r.pos++;
    return true;
  }
  r.pos = at;
  return false;
}

/** `$value > file`, `2>$null` behind an expression. */
function redirected(r: Reader): void {
  for (;;) {
    const at = r.pos;
    blanks(r);
    const m = /^(?:[1-6*]?>>?(?:&[12])?)/.exec(r.text.slice(r.pos, r.pos + 5));
    if (!m) {
      r.pos = at;
      return;
    }
    r.pos += m[0].length;
    if (m[0].includes('&')) continue;
    blanks(r);
    while (!r.done && !isBreak(r.at()) && !/[\s;|)}]/.test(r.at())) r.pos++;
  }
}

/** What statements give as a value. What they do besides is put before the statement being read. */
export function outputOf(r: Reader, stmts: Stmt[], start: number): Val {
  const [only] = stmts;
  if (stmts.length === 1 && only?.s === 'do') return only.value;
  if (!stmts.length) return opaque([], start, start);
  const name = r.ownName();
  r.scopes.assign(name);
  const at = stmts[0]?.range.start ?? start;
  r.before.push(
    ...intoName(stmts, (value, op) => ({
      s: 'bind',
      target: ref(name, value.range.start, value.range.start),
      value,
      declares: false,
      range: span(value.range.start, value.range.end),
      ...(op ? { op } : {}),
    })),
  );
  return ref(name, at, at);
}

/** Statements whose last value is bound instead of given out; in loops each is added. */
export function intoName(stmts: Stmt[], bind: (value: Val, op?: string) => Stmt, looped = false): Stmt[] {
  const last = stmts.at(-1);
  if (!last) return stmts;
  const go = (list: Stmt[], loop = looped): Stmt[] => intoName(list, bind, loop);
  const rest = stmts.slice(0, -1);
  switch (last.s) {
    case 'do':
      return [...rest, bind(last.value, looped ? '+=' : undefined)];
    case 'return':
      return last.value && !last.yields ? [...rest, last] : stmts;
    case 'if':
      return [...rest, { ...last, then: go(last.then), else: go(last.else) }];
    case 'loop':
      return [...rest, { ...last, body: go(last.body, true) }];
    case 'try':
      return [
        ...rest,
        { ...last, body: go(last.body), handlers: last.handlers.map((h) => ({ ...h, body: go(h.body) })) },
      ];
    case 'other':
      return [...rest, { ...last, body: go(last.body) }];
    default:
      return stmts;
  }
}

/** The same for the end of a function: what is given out there is what it returns. */
export function intoReturn(stmts: Stmt[]): Stmt[] {
  const last = stmts.at(-1);
  if (!last) return stmts;
  const rest = stmts.slice(0, -1);
  switch (last.s) {
    case 'do':
      return isSilent(last.value) ? stmts : [...rest, { s: 'return', value: last.value, range: last.range }];
    case 'if':
      return [...rest, { ...last, then: intoReturn(last.then), else: intoReturn(last.else) }];
    case 'try':
      return [
        ...rest,
        {
          ...last,
          body: intoReturn(last.body),
          handlers: last.handlers.map((h) => ({ ...h, body: intoReturn(h.body) })),
        },
      ];
    case 'other':
      return [...rest, { ...last, body: intoReturn(last.body) }];
    default:
      return stmts;
  }
}

/** Commands that write to another stream than the one of the output. */
const SILENT = /^Write-(?:Debug|Error|Host|Information|Progress|Verbose|Warning)$/i;

/** True for a command that gives nothing out. */
function isSilent(val: Val): boolean {
  return val.v === 'call' && val.callee.v === 'ref' && SILENT.test(val.callee.name);
}
