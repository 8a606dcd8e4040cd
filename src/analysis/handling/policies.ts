/** Retry policies given as values: predicates that say which failures are repeated. */
import type { Call, Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { underEach } from './assumptions.js';
import type { Assumption, FollowOptions, Shape } from './shape.js';
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
]);
/** Calls that build a policy from predicates: Polly, cockatiel. */
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
]);

/**
 * What the policy around a call does with the conflict: repeats it and not the rest, or leaves it out of a repetition
 * of the rest. Undefined where no predicate tells it apart.
 */
export function policyOf(
  ev: Evaluator,
  cell: Cell & { val: Call },
  arg: Val,
  shape: Shape,
  options: FollowOptions,
): { told: 'retried' | 'excluded' } | undefined {
  for (const predicate of predicates(ev, cell, arg)) {
    const { conflict, others } = underEach(options, (a) => decide(ev, predicate, shape, a));
    if (conflict === undefined || others.some((o) => o === undefined || o === conflict)) continue;
    return { told: conflict ? 'retried' : 'excluded' };
  }
  return undefined;
}

function decide(ev: Evaluator, fn: Cell, shape: Shape, a: Assumption): boolean | undefined {
  const target = ev.functionOf(fn);
  const p = target?.fn.params[0];
  if (!target?.fn.body || !p) return undefined;
  const subjects: Subjects = new Map();
  // Newer versions of p-retry hand the error over in a context.
  const part = p.pattern?.parts.find(({ key }) => key === 'error')?.target;
  const def = target.file.lookup(part?.v === 'ref' ? part.name : p.name, part ?? p);
  if (def) subjects.set(def, []);
  const sim = new Simulation(ev, { ...shape, wrapped: true }, a);
  const results = sim
    .run(target.fn.body, sim.start(target.file, subjects))
    .map((e) =>
      e.kind === 'return' && e.node && 's' in e.node && e.node.s === 'return' && e.node.value
        ? sim.truth(e.node.value, e.state)
        : undefined,
    );
  return results.length && results.every((r) => r === results[0]) ? results[0] : undefined;
}

function predicates(ev: Evaluator, cell: Cell & { val: Call }, arg: Val): Cell[] {
  const out: Cell[] = [];
  for (const a of cell.val.args) {
    if (a.value === arg) continue;
    for (const name of OPTION_NAMES) out.push(...given(ev, ev.props({ ...cell, val: a.value }, [name]), 0));
  }
  // The policy is the receiver: follow it to where it was built.
  if (cell.val.callee.v === 'member')
    for (const o of ev.origins({ ...cell, val: cell.val.callee.obj })) out.push(...built(ev, o, 0));
  return out;
}

/** Functions given as an option, also by way of a builder: `ShouldHandle = new PredicateBuilder().Handle<…>(…)`. */
function given(ev: Evaluator, options: Cell[], depth: number): Cell[] {
  return options.flatMap((o) => [o, ...ev.origins(o).flatMap((v) => built(ev, v, depth + 1))]);
}

function built(ev: Evaluator, cell: Cell, depth: number): Cell[] {
  if (depth > 12 || cell.val.v !== 'call') return [];
  const { callee, args } = cell.val;
  const name = callee.v === 'member' ? callee.name : callee.v === 'ref' ? callee.name : '';
  const own = BUILDER_NAMES.has(name) ? args.map((a): Cell => ({ ...cell, val: a.value })) : [];
  const options = args.flatMap((a) =>
    [...OPTION_NAMES].flatMap((n) => given(ev, ev.props({ ...cell, val: a.value }, [n]), depth)),
  );
  const inner = args.flatMap((a) => (a.value.v === 'call' ? built(ev, { ...cell, val: a.value }, depth + 1) : []));
  const before =
    callee.v === 'member' ? ev.origins({ ...cell, val: callee.obj }).flatMap((o) => built(ev, o, depth + 1)) : [];
  return [...own, ...options, ...inner, ...before];
}
