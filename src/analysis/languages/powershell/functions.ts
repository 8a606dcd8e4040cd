/** Functions and script blocks: parameters, bodies, and what they give back. */
import type { Fn, Param, Stmt, TypeRef, Val } from '../../code-model.js';
import { low, opaque, span } from '../nodes.js';
import { typeName } from './expressions.js';
import { intoReturn } from './pipelines.js';
import type { Reader } from './reader.js';
import { blanks, closing, gap, isBlank, isBreak, isWord, peekWord } from './scan.js';

/** `function Name { … }`, `function Name ($a, $b) { … }`; the word itself is taken. */
export function functionHere(r: Reader, start: number): Stmt[] {
  blanks(r);
  const nameStart = r.pos;
  while (!r.done && !isBlank(r.at()) && !isBreak(r.at()) && !'({;'.includes(r.at())) r.pos++;
  const written = r.text.slice(nameStart, r.pos);
  const name = written.replace(/^(?:global|script|local|private):/i, '');
  const nameRange = span(r.pos - name.length, r.pos);
  gap(r);
  const params = r.at() === '(' ? paramsHere(r) : [];
  gap(r);
  const fn = blockBody(r, params, false, { name, nameRange, start });
  return [{ s: 'function', fn, range: span(start, r.pos) }];
}

/** `{ param(…) … }` as a value. */
export function scriptBlock(r: Reader): Val {
  const start = r.pos;
  return r.nested<Val>(
    () => {
      const fn = blockBody(r, [], true);
      return { v: 'fn', fn, range: span(start, r.pos) };
    },
    (passed) => passed,
  );
}

/**
 * A body in braces.
 *
 * @param open it assigns to the variables around it
 */
export function blockBody(
  r: Reader,
  params: Param[],
  open: boolean,
  named?: { name: string; nameRange: Fn['range']; start: number },
): Fn {
  const start = r.pos;
  const list = [...params];
  let body: Stmt[] = [];
  if (r.takes('{')) {
    const bodyStart = r.pos;
    const inner = paramBlock(r);
    list.push(...inner);
    r.scopes.enter(
      list.map((p) => p.name),
      open,
    );
    const read = (): Stmt[] =>
      r.within({ inHandler: open && r.inHandler, inSwitch: false, inPipe: false }, () => r.parts.statements(r, '}'));
    body = r.nested(read, (passed) => [
      { s: 'other', values: [opaque([], passed.range.start, passed.range.end)], body: [], range: passed.range },
    ]);
    body = r.scopes.leave(intoReturn(body), bodyStart);
    if (!r.takes('}')) r.damage(start);
  } else r.damage(start, start + 1);
  return {
    kind: named ? 'function' : 'lambda',
    params: list,
    isAsync: false,
    isStatic: false,
    exported: named !== undefined,
    marks: [],
    body,
    range: span(named?.start ?? start, r.pos),
    ...(named ? { name: named.name, nameRange: named.nameRange } : {}),
  };
}

/** `[CmdletBinding()] param( … )` at the beginning of a body; nothing is taken where there is none. */
function paramBlock(r: Reader): Param[] {
  const at = r.pos;
  gap(r);
  while (r.at() === '[') {
    const end = closing(r);
    r.pos = end + 1;
    gap(r);
  }
  if (low(peekWord(r)) === 'param') {
    r.pos += 5;
    gap(r);
    if (r.at() === '(') return paramsHere(r);
  }
  r.pos = at;
  return [];
}

/** `( [type] $name = default, … )` with attributes; stands at the parenthesis. */
export function paramsHere(r: Reader): Param[] {
  const start = r.pos++;
  const out: Param[] = [];
  for (;;) {
    gap(r);
    if (r.done || r.at() === ')') break;
    const at = r.pos;
    const one = paramHere(r);
    if (one) out.push(one);
    gap(r);
    if (r.at() === ',') r.pos++;
    else if (r.pos === at) {
      r.damage(at, at + 1);
      if (r.at() === '{' || r.at() === '}') break;
      r.pos++;
    }
  }
  if (!r.takes(')')) r.damage(start);
  return out;
}

function paramHere(r: Reader): Param | undefined {
  const start = r.pos;
  let type: TypeRef | undefined;
  while (r.at() === '[') {
    const from = r.pos;
    const name = typeName(r);
    const attribute = r.text.slice(from, r.pos).includes('(');
    if (!attribute) type = { path: [name], args: [] };
    gap(r);
  }
  if (r.at() !== '$') return undefined;
  r.pos++;
  const nameStart = r.pos;
  if (r.takes('{')) while (!r.done && !r.takes('}')) r.pos++;
  else while (isWord(r.at()) || r.at() === ':') r.pos++;
  const name = r.text.slice(nameStart, r.pos).replace(/[{}]/g, '');
  const end = r.pos;
  gap(r);
  let given: Val | undefined;
  if (r.at() === '=' && r.at(1) !== '=') {
    r.pos++;
    gap(r);
    given = r.parts.expression(r, 0, false);
  } else r.pos = end;
  return {
    name,
    marks: [],
    range: span(start, r.pos),
    ...(type ? { type } : {}),
    ...(given ? { default: given } : {}),
  };
}
