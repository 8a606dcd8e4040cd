/** Assignments, as statements and in parentheses; what is none is a pipeline. */
import type { Bind, Stmt, Target, TypeRef, Val } from '../../code-model.js';
import { opaque, run, span } from '../nodes.js';
import { expression, startsExpression } from './expressions.js';
import { chain, intoName } from './pipelines.js';
import type { Reader } from './reader.js';
import { blanks, gap } from './scan.js';
import { namesIn } from './scopes.js';

const ASSIGN = /^(?:=(?!=)|\+=|-=|\*=|\/=|%=|\?\?=)/;

export function assignmentOrPipeline(r: Reader): Stmt[] {
  const start = r.pos;
  let first: Val | undefined;
  if (startsExpression(r)) {
    const type = declaredType(r);
    first = expression(r);
    const at = r.pos;
    blanks(r);
    const sign = ASSIGN.exec(r.text.slice(r.pos, r.pos + 3))?.[0];
    if (sign !== undefined) {
      r.pos += sign.length;
      gap(r);
      return assigned(r, first, sign, start, type);
    }
    r.pos = at;
  }
  const value = chain(r, first);
  return isGone(value) ? [] : [run(value)];
}

/** The same in parentheses: an assignment there has a value. */
export function pipelineValue(r: Reader): Val {
  if (!startsExpression(r)) return chain(r);
  const left = expression(r);
  const at = r.pos;
  blanks(r);
  const sign = ASSIGN.exec(r.text.slice(r.pos, r.pos + 3))?.[0];
  if (sign === undefined) {
    r.pos = at;
    return chain(r, left);
  }
  r.pos += sign.length;
  gap(r);
  const from = r.pos;
  const value = r.parts.outputOf(r, r.parts.statement(r), from);
  if (left.v === 'lit') return value;
  const target = toTarget(left);
  for (const name of namesIn(target)) r.scopes.assign(name);
  const range = span(left.range.start, Math.max(left.range.end, value.range.end));
  return { v: 'assign', target, value, range, ...(sign === '=' ? {} : { op: sign }) };
}

/** A value that only stands for what was put before the statement. */
function isGone(value: Val): boolean {
  return value.v === 'ref' && /^\(value \d+\)$/.test(value.name);
}

/** `[string]$name = …` */
function declaredType(r: Reader): TypeRef | undefined {
  const m = /^\[([A-Za-z_][\w.]*)\]\s*\$/.exec(r.text.slice(r.pos, r.pos + 120));
  return m?.[1] === undefined ? undefined : { path: m[1].split('.'), args: [] };
}

function assigned(r: Reader, left: Val, sign: string, start: number, type: TypeRef | undefined): Stmt[] {
  const at = r.pos;
  const stmts = r.parts.statement(r);
  const [only] = stmts;
  if (left.v === 'lit') return stmts;
  const target = toTarget(left);
  const bind = (value: Val, op: string | undefined, own: Target, from: number): Bind => ({
    s: 'bind',
    target: own,
    value,
    declares: false,
    range: span(from, Math.max(value.range.end, own.range.end)),
    ...(op === undefined || op === '=' ? {} : { op }),
    ...(type ? { type } : {}),
  });
  const note = (b: Bind): Bind => {
    for (const name of namesIn(b.target)) r.scopes.assign(name, b.target.v === 'ref' ? b : undefined);
    return b;
  };
  if (!stmts.length) return [note(bind(opaque([], at, at), sign, target, start))];
  if (stmts.length === 1 && only?.s === 'do') return [note(bind(only.value, sign, target, start))];
  const out = intoName(stmts, (value, op) => {
    const from = value.range.start;
    return note(bind(value, op ?? sign, copied(target, from), from));
  });
  return out;
}

/** A target in a place of its own: nothing of the model stands in two places. */
function copied(target: Target, at: number): Target {
  const copy = structuredClone(target);
  const move = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'range' || key === 'nameRange' || key === 'typeRange') Object.assign(value as object, span(at, at));
      else move(value);
    }
  };
  move(copy);
  return copy;
}

export function toTarget(val: Val): Target {
  if (val.v === 'ref' || val.v === 'member' || val.v === 'index') return val;
  if (val.v === 'list')
    return { v: 'pattern', parts: val.items.map((i, key) => ({ key, target: toTarget(i.value) })), range: val.range };
  return opaque([val], val.range.start, val.range.end);
}
