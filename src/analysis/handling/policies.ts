/** Retry policies given as values: predicates that say which failures are repeated. */
import type { Call, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { underEach } from './assumptions.js';
import { type Assumption, catchesType, type FollowOptions, type Shape } from './shape.js';
import { Simulation } from './simulate.js';
import type { Subjects } from './subject.js';

/** Options whose function decides whether to repeat: p-retry, async-retry, exponential-backoff, axios-retry, Polly 8. */
const OPTION_NAMES = new Set([
  'shouldRetry',
  'retry',
  'retryIf',
  'retryCondition',
  'retryWhen',
  'retryOn',
  'when',
  'filter',
  'ShouldHandle',
  'shouldHandle',
  'isRetryable',
  'predicate',
  'shouldRetryOn',
  'retry_on_exception',
  'giveup',
]);
/** Options whose function says which failures are given up. */
const GIVING_UP = new Set(['giveup']);
/** Calls that build a policy from predicates: Polly, cockatiel, tenacity. */
const BUILDER_NAMES = new Set([
  'Handle',
  'Or',
  'HandleInner',
  'OrInner',
  'handleWhen',
  'orWhen',
  'HandleResult',
  'OrResult',
  'handleWhenResult',
  'handleResultType',
  'retry_if_exception',
  'retry_if_result',
  'RetryIf',
]);
/** Calls that build a policy from types of errors: tenacity, backoff; and whether the policy is to repeat them. */
const TYPE_BUILDERS: Record<string, boolean> = {
  retry_if_exception_type: true,
  retry_if_not_exception_type: false,
  retry_unless_exception_type: false,
  on_exception: true,
};

/**
 * What the policy around a call does with the conflict: repeats it and not the rest, or leaves it out of a repetition
 * of the rest. Undefined where no predicate tells it apart.
 */
export function policyOf(
  ev: Evaluator,
  cell: Cell & { val: Call },
  arg: Val | undefined,
  shape: Shape,
  options: FollowOptions,
): { told: 'retried' | 'excluded' } | undefined {
  for (const predicate of predicates(ev, cell, arg)) {
    const { conflict, others } = underEach(options, (a) => predicate(shape, a));
    if (conflict === undefined || others.some((o) => o === undefined || o === conflict)) continue;
    return { told: conflict ? 'retried' : 'excluded' };
  }
  return undefined;
}

/** Whether a policy repeats a failure; undefined where it does not say. */
type Predicate = (shape: Shape, a: Assumption) => boolean | undefined;

/** A function that is given the error. */
const byFunction =
  (ev: Evaluator, fn: Cell, repeats = true): Predicate =>
  (shape, a) => {
    const said = decide(ev, fn, shape, a);
    return said === undefined ? undefined : said === repeats;
  };

/** Types of errors. */
const byTypes =
  (names: string[], repeats: boolean): Predicate =>
  (shape, a) => {
    const caught = names.map((name) => catchesType(name, shape, a));
    if (caught.includes(true)) return repeats;
    return caught.includes(undefined) ? undefined : !repeats;
  };

/**
 * What a function in the options of the call itself does with the conflict: it is given the answer, in as many forms as it
 * has parameters, and says whether it is sent again, or is no failure.
 */
export function decidedIn(
  ev: Evaluator,
  cell: Cell & { val: Call },
  name: string,
  shape: Shape,
  options: FollowOptions,
): Cell | undefined {
  for (const arg of cell.val.args)
    for (const predicate of ev.props({ ...cell, val: arg.value }, [name])) {
      const { conflict, others } = underEach(options, (a) => decide(ev, predicate, shape, a, true));
      if (conflict === true && others.every((o) => o === false)) return predicate;
    }
  return undefined;
}

/** @param all the answer is given in every parameter */
function decide(ev: Evaluator, fn: Cell, shape: Shape, a: Assumption, all = false): boolean | undefined {
  const target = ev.functionOf(fn);
  const params = target?.fn.params.slice(0, all ? undefined : 1) ?? [];
  if (!target?.fn.body || params.length === 0) return undefined;
  const subjects: Subjects = new Map();
  for (const p of params) {
    // Newer versions of p-retry hand the error over in a context.
    const part = p.pattern?.parts.find(({ key }) => key === 'error')?.target;
    const def = target.file.lookup(part?.v === 'ref' ? part.name : p.name, part ?? p);
    if (def) subjects.set(def, []);
  }
  const sim = new Simulation(ev, { ...shape, wrapped: true }, a);
  const results = sim
    .run(target.fn.body, sim.start(target.file, subjects))
    .map((e) =>
      e.kind === 'return' && e.node && 's' in e.node && e.node.s === 'return' && e.node.value
        ? sim.truth(firstOf(e.node.value), e.state)
        : undefined,
    );
  return results.length && results.every((r) => r === results[0]) ? results[0] : undefined;
}

/** Of several results the first is the answer. */
function firstOf(value: Val): Val {
  return value.v === 'list' ? (value.items[0]?.value ?? value) : value;
}

function predicates(ev: Evaluator, cell: Cell & { val: Call }, arg: Val | undefined): Predicate[] {
  const out: Predicate[] = typePredicates(cell);
  for (const a of cell.val.args) {
    if (a.value === arg) continue;
    const value: Cell = { ...cell, val: a.value };
    if (a.name !== undefined && OPTION_NAMES.has(a.name)) out.push(...given(ev, [value], 0, a.name));
    else for (const name of OPTION_NAMES) out.push(...given(ev, ev.props(value, [name]), 0, name));
    if (a.value.v === 'call') out.push(...built(ev, value, 0));
  }
  // The policy is the receiver: follow it to where it was built.
  if (cell.val.callee.v === 'member')
    for (const o of ev.origins({ ...cell, val: cell.val.callee.obj })) out.push(...built(ev, o, 0));
  else if (cell.val.callee.v === 'ref' && cell.file.resolve(cell.val.callee)?.sources.length)
    for (const o of ev.origins({ ...cell, val: cell.val.callee })) out.push(...built(ev, o, 0));
  return out;
}

/** Functions given as an option, also by way of a builder: `ShouldHandle = new PredicateBuilder().Handle<…>(…)`. */
function given(ev: Evaluator, options: Cell[], depth: number, name: string): Predicate[] {
  return options.flatMap((o) => [
    byFunction(ev, o, !GIVING_UP.has(name)),
    ...ev.origins(o).flatMap((v) => built(ev, v, depth + 1)),
  ]);
}

function built(ev: Evaluator, cell: Cell, depth: number): Predicate[] {
  const { val } = cell;
  if (depth > 12) return [];
  // `a & b`, `a | b`
  if (val.v === 'op') return val.args.flatMap((a) => built(ev, { ...cell, val: a }, depth + 1));
  if (val.v !== 'call' && val.v !== 'new') return [];
  const name = nameOf(val);
  const own = BUILDER_NAMES.has(name) ? val.args.map((a) => byFunction(ev, { ...cell, val: a.value })) : [];
  const options = val.args.flatMap((a) => {
    const value: Cell = { ...cell, val: a.value };
    if (a.name !== undefined && OPTION_NAMES.has(a.name)) return given(ev, [value], depth, a.name);
    return [...OPTION_NAMES].flatMap((n) => given(ev, ev.props(value, [n]), depth, n));
  });
  const inner = val.args.flatMap((a) => (a.value.v === 'call' ? built(ev, { ...cell, val: a.value }, depth + 1) : []));
  const callee = val.v === 'call' ? val.callee : undefined;
  const before =
    callee?.v === 'member' ? ev.origins({ ...cell, val: callee.obj }).flatMap((o) => built(ev, o, depth + 1)) : [];
  return [...typePredicates(cell), ...own, ...options, ...inner, ...before];
}

/** What a call that is given types of errors repeats. */
function typePredicates({ file, val }: Cell): Predicate[] {
  if (val.v !== 'call') return [];
  const repeats = TYPE_BUILDERS[nameOf(val)];
  if (repeats === undefined) return [];
  const names = val.args.flatMap((a) => (a.name === undefined || /exception/.test(a.name) ? typeNames(a.value) : []));
  // A name in capitals throughout, or of a function, is no type.
  const types = names.filter((n) => /^[A-Z]\w*[a-z]/.test(n)).map((n) => file.importedName(n));
  return types.length ? [byTypes(types, repeats)] : [];
}

function typeNames(val: Val): string[] {
  if (val.v === 'list') return val.items.flatMap((i) => typeNames(i.value));
  return val.v === 'ref' || val.v === 'member' ? [val.name] : [];
}

function nameOf(val: Extract<Val, { v: 'call' | 'new' }>): string {
  if (val.v === 'new') return val.type.path.at(-1) ?? '';
  return val.callee.v === 'member' || val.callee.v === 'ref' ? val.callee.name : '';
}
