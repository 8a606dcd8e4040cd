/** A handler for errors of a type that this call does not throw. */
import type { Handler, Val } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { comparisons, handlersAround, valuesIn } from '../comparisons.js';
import type { Plan, Rewrite } from '../remedy.js';
import { functionText, type Subject, sourceOf } from '../subject.js';

/** What every error has: uses of it do not depend on its type. */
const COMMON =
  /^(?:Message|StackTrace|InnerException|Source|HResult|Data|ToString|GetType|HelpLink|message|stack|name|cause|getMessage|getLocalizedMessage|getCause|getStackTrace|printStackTrace|getClass|toString)$/;

/** The type of the clause, or the test of the type in its body. */
export function rightType(subject: Subject): Plan | undefined {
  const unwrapped = blocking(subject);
  if (unwrapped) return unwrapped;
  for (const handler of handlersAround(subject)) {
    const edits = handler.types.length > 0 ? clause(subject, handler) : test(subject, handler);
    if (edits)
      return {
        title: t('Catch the error that this client throws'),
        safe: true,
        edit: { kind: 'rewrite', edits },
      };
  }
  return undefined;
}

/** What waits for a call and wraps its error in another one, and what does not. */
const WAITS: readonly { wrapping: RegExp; plain: string; above?: 'block' }[] = [
  { wrapping: /^\s*\.(?:Wait\(\)|Result\b)/, plain: '.GetAwaiter().GetResult()', above: 'block' },
  { wrapping: /^\s*\.toFuture\(\)\s*\.(?:get|join)\(\)/, plain: '.block()' },
];

function blocking(subject: Subject): Plan | undefined {
  const { candidate, call, text } = subject;
  const above = candidate.cell.file.parent(call)?.node;
  const blocks = above !== undefined && 'v' in above && above.v === 'await' && above.how === 'block';
  const { end } = call.range;
  for (const { wrapping, plain, above: needed } of WAITS) {
    const [found] = wrapping.exec(text.slice(end)) ?? [];
    if (found === undefined || (needed && !blocks)) continue;
    // A handler for the error around it would have nothing to catch.
    if (AROUND.test(functionText(subject))) return undefined;
    return {
      title: t('Wait for the call so that its own error comes out, not one around it'),
      safe: true,
      edit: { kind: 'rewrite', edits: [{ range: { start: end, end: end + found.length }, code: plain }] },
    };
  }
  return undefined;
}

/** Errors that have to be declared, and only come from what waits. */
const AROUND = /\bcatch\s*\([^)]*\b(?:ExecutionException|InterruptedException|TimeoutException)\b/;

/** The head of a clause that looks for the conflict among errors of a wrong type. */
function clause(subject: Subject, handler: Handler): Rewrite['edits'] | undefined {
  const { start } = handler.range;
  const body = handler.body[0]?.range.start ?? handler.range.end;
  const source = sourceOf(subject, { start, end: body });
  // Without filters the test of the conflict stands in the body, and clauses further down would not see the rest.
  const bare = /^except\b/.test(source);
  const guarded = bare || subject.candidate.cell.file.traits.filteredHandlers !== true;
  const open = bare ? source.trimEnd().length : headLength(source);
  const [first] = handler.body;
  if (open === undefined || (!bare && !/^catch\b/.test(source))) return undefined;
  if (guarded && (handlersAround(subject).length > 1 || handler.types.length > 1 || source.includes('#')))
    return undefined;
  // What else the clause knows of its error would not be there.
  const name = handler.name ?? 'error';
  const whole = { s: 'other' as const, values: [], body: handler.body, range: handler.range };
  const used = valuesIn(whole, (val) => memberOf(val, name) !== undefined);
  const tests = guarded ? comparisons(subject, handler.range).filter(({ root }) => isNamed(root, name)) : [];
  const tested = (val: Val): boolean =>
    tests.some(({ op }) => op.range.start <= val.range.start && val.range.end <= op.range.end);
  if (used.some((val) => !COMMON.test(memberOf(val, name) ?? '') && !tested(val))) return undefined;
  const head = { range: { start, end: start + open }, catches: name };
  // A clause that tells the conflict apart already does so by what its new type knows.
  if (tests.length > 0)
    return tests.every(({ value }) => subject.tells.some((tell) => tell.status === value))
      ? [head, ...tests.map(({ op, not }) => ({ range: op.range, conflict: name, ...(not ? { not } : {}) }))]
      : undefined;
  if (!guarded) return [head];
  if (!first) return undefined;
  const before = { start: first.range.start, end: first.range.start };
  return [head, { range: before, guards: { conflict: name, not: true }, of: first.range }];
}

const isNamed = (val: Val, name: string): boolean => val.v === 'ref' && val.name === name;

function memberOf(val: Val, name: string): string | undefined {
  return val.v === 'member' && val.obj.v === 'ref' && val.obj.name === name ? val.name : undefined;
}

/** How far the head of a clause goes: to the brace that opens its body. */
function headLength(source: string): number | undefined {
  let depth = 0;
  for (const [at, sign] of [...source].entries()) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '{' && depth === 0) return source.slice(0, at).trimEnd().length;
  }
  return undefined;
}

/** A test of the type beside one of the status, in the body of a clause for everything. */
function test(subject: Subject, handler: Handler): Rewrite['edits'] | undefined {
  const { name } = handler;
  if (name === undefined) return undefined;
  const whole = { s: 'other' as const, values: [], body: handler.body, range: handler.range };
  const statuses = comparisons(subject, handler.range).map(({ op }): Val => op);
  const isStatus = (val: Val): boolean => statuses.includes(val);
  const isType = (val: Val): boolean => val.v === 'is' && val.value.v === 'ref' && val.value.name === name;
  const [found] = valuesIn(
    whole,
    (val) => val.v === 'op' && (val.op === 'and' || val.op === 'or') && parts(val).some(isBoth),
  );
  function isBoth(val: Val): boolean {
    return isType(val) || (val.v === 'op' && val.op === 'not' && val.args.some(isType));
  }
  if (found?.v !== 'op' || !parts(found).every((part) => isBoth(part) || isStatus(part))) return undefined;
  const { start, end } = found.range;
  const rest = subject.text.slice(handler.range.start, start) + subject.text.slice(end, handler.range.end);
  const uses = [...rest.matchAll(new RegExp(`(?<![\\w$.])${name}\\??\\.([\\w$]+)`, 'g'))];
  if (uses.length > 0) return undefined;
  return [{ range: found.range, conflict: name, ...(found.op === 'or' ? { not: true as const } : {}) }];
}

/** The operands of a chain of the same operator. */
function parts(val: Val): Val[] {
  if (val.v !== 'op' || (val.op !== 'and' && val.op !== 'or')) return [val];
  return val.args.flatMap((arg) => (arg.v === 'op' && arg.op === val.op ? parts(arg) : [arg]));
}
