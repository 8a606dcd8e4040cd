/**
 * Commands of the language's own core: what they make of their input, in terms of the code model. A command that is not
 * listed is a call that is given its input under the name most commands have for it.
 */
import type { Arg, Fn, Stmt, Val } from '../../code-model.js';
import { arg, call, lit, low, member, ref, run, span } from '../nodes.js';
import { type Command, callOf, given } from './commands.js';
import { binary, wordOperator } from './operators.js';
import type { Reader } from './reader.js';
import { imports } from './scan.js';
import { memberOf } from './variables.js';

type Idiom = (r: Reader, c: Command, input: Val | undefined) => Val | undefined;

/** Commands that hand on their input as it is. */
const PASSING = ['Out-Null', 'Out-String', 'Sort-Object', 'Tee-Object', 'Get-Unique', 'Out-Default', 'Out-Host'];

const IDIOMS = new Map<string, Idiom>(
  Object.entries<Idiom>({
    'foreach-object': eachElement,
    'where-object': whereElement,
    'select-object': (_r, c, input) => {
      const name = given(c, ['ExpandProperty', 'exp', 'expand']);
      if (input && name?.v === 'lit')
        return memberOf(input, String(name.value), name.range.start, name.range.end, false);
      return input;
    },
    'measure-object': (_r, _c, input) => input,
    'new-object': made,
    'new-guid': (_r, c) => call(member(ref('guid', c.start, c.start), 'NewGuid', c.start, c.end), [], c.start, c.end),
    'write-output': (_r, c, input) =>
      input ?? c.args.find((a) => a.name === undefined)?.value ?? given(c, ['InputObject']),
    'write-error': writeError,
    'set-alias': alias,
    'new-alias': alias,
    'import-module': (r, c) => {
      const name = given(c, ['Name', 'n'], 0);
      for (const one of name?.v === 'list' ? name.items.map((i) => i.value) : [name])
        if (one?.v === 'lit') imports(r, String(one.value), c.start);
      return undefined;
    },
    'set-variable': setVariable,
    'new-variable': setVariable,
    'invoke-command': (_r, c) =>
      invoked(c, given(c, ['ScriptBlock', 'Command']) ?? c.args.find((a) => a.value.v === 'fn')?.value),
  }),
);
for (const name of PASSING) IDIOMS.set(low(name), (_r, _c, input) => input);

/** The value of a command that is given an input. */
export function fed(r: Reader, c: Command, input: Val | undefined): Val {
  const known = c.name ? IDIOMS.get(low(c.name))?.(r, c, input) : invokedBlock(r, c);
  if (known) return known;
  const args: Arg[] = input ? [arg(input, 'InputObject'), ...c.args] : c.args;
  return callOf({ ...c, args });
}

/** `& { … }`: its statements run here. */
function invokedBlock(r: Reader, c: Command): Val | undefined {
  if (c.callee.v !== 'fn' || c.callee.fn.params.length || c.args.length) return undefined;
  const body = c.callee.fn.body ?? [];
  return r.parts.outputOf(r, unreturned(body), c.start);
}

function invoked(c: Command, block: Val | undefined): Val | undefined {
  return block?.v === 'ref'
    ? call(
        block,
        c.args.filter((a) => a.value !== block),
        c.start,
        c.end,
      )
    : undefined;
}

/** The statements of a block as they were before its last value became what it returns. */
function unreturned(stmts: Stmt[]): Stmt[] {
  const last = stmts.at(-1);
  if (last?.s === 'return' && last.value) return [...stmts.slice(0, -1), run(last.value)];
  if (last?.s === 'if')
    return [...stmts.slice(0, -1), { ...last, then: unreturned(last.then), else: unreturned(last.else) }];
  if (last?.s === 'try')
    return [
      ...stmts.slice(0, -1),
      {
        ...last,
        body: unreturned(last.body),
        handlers: last.handlers.map((h) => ({ ...h, body: unreturned(h.body) })),
      },
    ];
  return stmts;
}

/** `… | ForEach-Object { … }`: a loop; a member or a simple value of each element is a mapping. */
function eachElement(r: Reader, c: Command, input: Val | undefined): Val | undefined {
  const blocks = c.args.map((a) => a.value).filter((v) => v.v === 'fn');
  if (!blocks.length) {
    const name = given(c, ['MemberName'], 0);
    return input && name?.v === 'lit'
      ? memberOf(input, String(name.value), name.range.start, name.range.end, false)
      : undefined;
  }
  const at = (name: string): Val | undefined => given(c, [name]);
  const begin = at('Begin') ?? (blocks.length > 1 && !at('Process') ? blocks[0] : undefined);
  const process = at('Process') ?? at('Parallel') ?? blocks.find((b) => b !== begin && b !== at('End'));
  if (process?.v !== 'fn') return undefined;
  const { fn } = process;
  const only = fn.body?.length === 1 ? fn.body[0] : undefined;
  if (input && only?.s === 'return' && only.value && !begin && isPlain(only.value)) {
    const start = c.callee.range.start;
    return call(member(input, 'map', start, start), [arg(ofElement(process))], c.start, c.end);
  }
  const outer = (block: Val | undefined): Stmt[] => (block?.v === 'fn' ? unreturned(block.fn.body ?? []) : []);
  const loop: Stmt = {
    s: 'loop',
    form: 'each',
    init: [],
    step: [],
    over: input ?? ref('input', c.start, c.start),
    target: ref('_', c.start, c.start),
    body: goingOn(unreturned(fn.body ?? [])),
    range: span(c.start, c.end),
  };
  const end = at('End');
  if (begin) r.before.push(...outer(begin));
  return r.parts.outputOf(
    r,
    end ? [loop, ...outer(end)] : [loop, { s: 'other', values: [], body: [], range: span(c.end, c.end) }],
    c.start,
  );
}

/** A block with the name that stands for the element as its parameter. */
function ofElement(block: Val): Val {
  if (block.v !== 'fn' || block.fn.params.length) return block;
  const { start } = block.range;
  return { ...block, fn: { ...block.fn, params: [{ name: '_', marks: [], range: span(start, start) }] } };
}

/** `return` in the block of a pipeline goes on with the next element. */
function goingOn(stmts: Stmt[]): Stmt[] {
  return stmts.flatMap((s): Stmt[] => {
    switch (s.s) {
      case 'return': {
        const on: Stmt = { s: 'leave', how: 'continue', range: span(s.range.end, s.range.end) };
        return s.value ? [run(s.value), on] : [{ ...on, range: s.range }];
      }
      case 'if':
        return [{ ...s, then: goingOn(s.then), else: goingOn(s.else) }];
      case 'try':
        return [{ ...s, body: goingOn(s.body), handlers: s.handlers.map((h) => ({ ...h, body: goingOn(h.body) })) }];
      case 'other':
        return [{ ...s, body: goingOn(s.body) }];
      default:
        return [s];
    }
  });
}

/** A value that is made without doing anything. */
function isPlain(val: Val): boolean {
  switch (val.v) {
    case 'lit':
    case 'ref':
    case 'self':
      return true;
    case 'member':
      return isPlain(val.obj);
    case 'index':
      return isPlain(val.obj) && isPlain(val.key);
    case 'text':
      return val.parts.every((p) => typeof p === 'string' || isPlain(p));
    case 'rec':
      return val.entries.every((e) => isPlain(e.value));
    case 'list':
      return val.items.every((i) => isPlain(i.value));
    case 'op':
      return val.args.every(isPlain);
    case 'call':
      return val.callee.v === 'member' && isPlain(val.callee.obj) && val.args.every((a) => isPlain(a.value));
    default:
      return false;
  }
}

/** `… | Where-Object { … }` and `… | Where-Object Name -eq value`. */
function whereElement(_r: Reader, c: Command, input: Val | undefined): Val | undefined {
  if (!input) return undefined;
  const block = c.args.map((a) => a.value).find((v) => v.v === 'fn');
  const predicate = block ? ofElement(block) : comparison(c);
  if (!predicate) return undefined;
  const { start, end } = c.callee.range;
  return call(member(input, 'Where', start, end), [arg(predicate)], c.start, c.end);
}

function comparison(c: Command): Val | undefined {
  const property = given(c, ['Property'], 0);
  const test = c.args.find((a) => a.name !== undefined && wordOperator(a.name) && low(a.name) !== 'is');
  const found = test?.name === undefined ? undefined : wordOperator(test.name);
  if (property?.v !== 'lit' || !test || !found) return undefined;
  const { range } = property;
  const value = given(c, ['Value']) ?? test.value;
  const element = memberOf(ref('_', range.start, range.start), String(property.value), range.start, range.end, false);
  const body = binary(found.name, element, value);
  const fn: Fn = {
    kind: 'lambda',
    params: [{ name: '_', marks: [], range: span(range.start, range.start) }],
    isAsync: false,
    isStatic: false,
    exported: false,
    marks: [],
    body: [{ s: 'return', value: body, range: span(body.range.start, body.range.end) }],
    range: span(range.start, c.end),
  };
  return { v: 'fn', fn, range: span(range.start, c.end) };
}

/** `New-Object Type -ArgumentList …`, `New-Object PSObject -Property @{ … }`. */
function made(_r: Reader, c: Command): Val | undefined {
  const type = given(c, ['TypeName'], 0);
  const property = given(c, ['Property']);
  const name = type?.v === 'lit' ? String(type.value).replace(/^\[|\]$/g, '') : undefined;
  if (name === undefined || !type) return undefined;
  if (/^(?:System\.Management\.Automation\.)?PS(?:Custom)?Object$/i.test(name))
    return property?.v === 'rec' ? property : undefined;
  const given1 = given(c, ['ArgumentList', 'Args'], 1);
  const list = given1?.v === 'list' ? given1.items.map((i) => i.value) : given1 ? [given1] : [];
  return {
    v: 'new',
    type: { path: name.split('.'), args: [] },
    typeRange: span(type.range.start, type.range.end),
    args: list.map((v) => arg(v)),
    range: span(c.start, c.end),
    ...(property?.v === 'rec' ? { init: property } : {}),
  };
}

/** `Write-Error … -ErrorAction Stop` raises. */
function writeError(r: Reader, c: Command): Val | undefined {
  const action = given(c, ['ErrorAction', 'ea']);
  if (action?.v !== 'lit' || low(String(action.value)) !== 'stop') return undefined;
  const value = given(c, ['ErrorRecord', 'Exception', 'Message'], 0) ?? lit('', c.start, c.start);
  r.before.push({ s: 'raise', value, again: false, range: span(c.start, c.end) });
  return ref(r.ownName(), c.end, c.end);
}

function alias(r: Reader, c: Command): undefined {
  const name = given(c, ['Name'], 0);
  const value = given(c, ['Value'], 1);
  if (name?.v === 'lit' && value?.v === 'lit') r.aliases.set(low(String(name.value)), String(value.value));
  return undefined;
}

/** `Set-Variable -Name x -Value y`. */
function setVariable(r: Reader, c: Command): Val | undefined {
  const name = given(c, ['Name'], 0);
  const value = given(c, ['Value'], 1);
  if (name?.v !== 'lit' || !value) return undefined;
  const target = ref(String(name.value), name.range.start, name.range.end);
  r.scopes.assign(target.name);
  return { v: 'assign', target, value, range: span(c.start, c.end) };
}
