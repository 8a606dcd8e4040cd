/**
 * The predicate of a retry policy of the project's own: where it is widened, so that the policy repeats the conflict too.
 * A second policy around it would multiply the attempts. Sources: the documentation of p-retry, exponential-backoff,
 * cockatiel and Polly.
 */
import type { Call, Fn, Val } from '../analysis/code-model.js';
import type { Cell } from '../analysis/evaluate/cell.js';
import type { Rewrite } from './remedy.js';
import { type Subject, sourceOf } from './subject.js';

type Edit = Rewrite['edits'][number];

/** Options whose function says of a failure whether it is repeated. */
const OPTIONS = ['shouldRetry', 'retry', 'retryIf', 'ShouldHandle'];

/** Calls that begin or widen what a policy handles, and how it is widened further where they stand last. */
const BUILDERS: Readonly<Record<string, string>> = {
  handleWhen: 'orWhen',
  handleType: 'orWhen',
  handleResultType: 'orWhen',
  handleWhenResult: 'orWhen',
  orWhen: 'orWhen',
  orType: 'orWhen',
  orWhenResult: 'orWhen',
  orResultType: 'orWhen',
  Handle: 'Or',
  HandleInner: 'Or',
  HandleResult: 'Or',
  Or: 'Or',
  OrInner: 'Or',
  OrResult: 'Or',
};

/** Calls that make a retry out of what they stand behind: their receiver says what is repeated. */
const RETRIES_BEHIND =
  /^(?:retry|Retry|RetryAsync|RetryForever|RetryForeverAsync|WaitAndRetry|WaitAndRetryAsync|WaitAndRetryForever|WaitAndRetryForeverAsync)$/;

/** Types that every error has: a policy for them repeats everything. */
const GENERAL = /^(?:Exception|SystemException|Error|object)$/;

/** How far a policy is followed through wrappers and builders. */
const MAX_DEPTH = 12;

/** The edit that widens the policy which runs the call; undefined where none is seen, or it repeats the conflict as it is. */
export function widened(subject: Subject, runner: Call): Edit | undefined {
  const { candidate, ev } = subject;
  const cell = { ...candidate.cell, val: runner };
  const options = runner.args.map(({ value }) => ({ ...cell, val: value }));
  const { callee } = runner;
  const made = callee.v === 'member' ? ev.origins({ ...cell, val: callee.obj }) : [];
  return byOptions(subject, options) ?? first(made, (origin) => byPolicy(subject, origin, 0));
}

/** The predicate is given in a record of options. */
function byOptions(subject: Subject, records: readonly Cell[]): Edit | undefined {
  const { ev } = subject;
  const given = records.flatMap((record) => OPTIONS.flatMap((name) => ev.props(record, [name])));
  return first(given, (option) => byFunction(subject, option) ?? first(ev.origins(option), (o) => behind(subject, o)));
}

/** The policy is made by calls: what it is made of is looked at until something says what it repeats. */
function byPolicy(subject: Subject, cell: Cell, depth: number): Edit | undefined {
  const { ev } = subject;
  if (cell.val.v !== 'call' || depth > MAX_DEPTH) return undefined;
  const { callee, args } = cell.val;
  const own = args.map(({ value }) => ({ ...cell, val: value }));
  const receiver = callee.v === 'member' ? ev.origins({ ...cell, val: callee.obj }) : [];
  const name = callee.v === 'member' || callee.v === 'ref' ? callee.name : '';
  const source = RETRIES_BEHIND.test(name) ? (callee.v === 'member' ? receiver : []) : [];
  const inside = [...own.flatMap((arg) => ev.origins(arg)), ...receiver];
  return (
    byOptions(subject, own) ??
    first([...source, ...own.flatMap((arg) => ev.origins(arg))], (one) => behind(subject, one)) ??
    first(inside, (one) => byPolicy(subject, one, depth + 1))
  );
}

/** One more predicate behind the last of a builder. */
function behind(subject: Subject, { file, val }: Cell): Edit | undefined {
  if (file !== subject.candidate.cell.file || val.v !== 'call' || repeatsAll(subject, val)) return undefined;
  const { callee } = val;
  const method = BUILDERS[callee.v === 'member' || callee.v === 'ref' ? callee.name : ''];
  if (method === undefined) return undefined;
  const { end } = val.range;
  // A builder of the newer kind has the one word for the first and for all further ones.
  return { range: { start: end, end }, alsoFor: rootOf(val).v === 'new' ? 'Handle' : method };
}

/** A builder among these already takes the conflict without a look at it. */
function repeatsAll({ candidate }: Subject, call: Call): boolean {
  const types = [...(candidate.error?.types ?? [])];
  for (let at: Val = call; at.v === 'call'; at = at.callee.v === 'member' ? at.callee.obj : at.callee) {
    const { callee, args, typeArgs } = at;
    const name = callee.v === 'member' || callee.v === 'ref' ? callee.name : '';
    if (/^handleAll$/.test(name)) return true;
    if (!/^(?:Handle|Or|handleType|orType)$/.test(name)) continue;
    const [arg] = args;
    const type = typeArgs[0]?.path.at(-1) ?? (arg?.value.v === 'ref' ? arg.value.name : '');
    const plain = typeArgs.length > 0 ? args.length === 0 : args.length === 1;
    if (plain && (types.includes(type) || GENERAL.test(type))) return true;
  }
  return false;
}

/** A function that answers with one expression: the conflict is one more way to be true. */
function byFunction(subject: Subject, option: Cell): Edit | undefined {
  const target = subject.ev.functionOf(option);
  if (!target || target.file !== subject.candidate.cell.file) return undefined;
  const [only, ...more] = target.fn.body ?? [];
  if (more.length > 0 || only?.s !== 'return' || !only.value) return undefined;
  const error = errorIn(subject, target.fn);
  if (error === undefined) return undefined;
  const { value } = only;
  return isNarrow(value)
    ? {
        range: { start: value.range.end, end: value.range.end },
        orConflict: error,
        after: sourceOf(subject, value.range),
      }
    : undefined;
}

/** It names what is repeated; one that names what is not has let the conflict through, or cannot be seen through. */
function isNarrow(val: Val): boolean {
  if (val.v === 'is') return true;
  if (val.v !== 'op') return false;
  if (val.op === 'or') return val.args.every(isNarrow);
  return val.op === 'and' ? val.args.some(isNarrow) : val.op === 'eq' || val.op === 'in';
}

/** By what name the predicate has the error: newer versions of p-retry hand it over in a context. */
function errorIn(subject: Subject, fn: Fn): string | undefined {
  const [param] = fn.params;
  if (!param) return undefined;
  if (param.pattern) {
    const target = param.pattern.parts.find(({ key }) => key === 'error')?.target;
    return target?.v === 'ref' ? target.name : undefined;
  }
  const inContext = new RegExp(`(?<![\\w$.])${param.name}\\??\\.error\\b`).test(sourceOf(subject, fn.range));
  return inContext ? `${param.name}.error` : param.name;
}

function rootOf(val: Val): Val {
  if (val.v === 'call') return val.callee.v === 'member' ? rootOf(val.callee.obj) : val;
  return val;
}

function first<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
