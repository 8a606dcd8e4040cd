/** Small makers of nodes of the code model. Ranges are made anew for each node. */
import type { Arg, Call, Entry, Lit, Member, Opaque, Ref, Stmt, Val } from '../code-model.js';

export const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

export const lit = (value: Lit['value'], start: number, end: number): Lit => ({
  v: 'lit',
  value,
  range: span(start, end),
});

export const ref = (name: string, start: number, end: number): Ref => ({ v: 'ref', name, range: span(start, end) });

export const opaque = (values: Val[], start: number, end: number): Opaque => ({
  v: 'opaque',
  values,
  range: span(start, end),
});

export const arg = (value: Val, name?: string, spread = false): Arg => ({
  value,
  spread,
  range: span(value.range.start, value.range.end),
  ...(name === undefined ? {} : { name }),
});

/** A member; `end` is where the name ends. */
export const member = (obj: Val, name: string, nameStart: number, end: number, safe = false): Member => ({
  v: 'member',
  obj,
  name,
  nameRange: span(nameStart, end),
  safe,
  range: span(Math.min(obj.range.start, nameStart), Math.max(obj.range.end, end)),
});

export const call = (callee: Val, args: Arg[], start: number, end: number): Call => ({
  v: 'call',
  callee,
  args,
  typeArgs: [],
  safe: false,
  range: span(start, end),
});

export const op = (name: Extract<Val, { v: 'op' }>['op'], args: Val[], start: number, end: number): Val => ({
  v: 'op',
  op: name,
  args,
  range: span(start, end),
});

export const entry = (key: string | Val | undefined, value: Val, start: number): Entry => ({
  value,
  spread: false,
  range: span(start, value.range.end),
  ...(key === undefined ? {} : { key }),
});

export const run = (value: Val): Stmt => ({ s: 'do', value, range: span(value.range.start, value.range.end) });

/** Text that is compared as one, whatever its case. */
export const low = (name: string): string => name.toLowerCase();
