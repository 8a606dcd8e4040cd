/**
 * From a candidate to a verdict. The failure is followed as the program is written; where nothing tells the conflict
 * apart it is followed again as if one thing were different (another property, another type, an `await`): if that
 * would do, it is the mistake that is named.
 */
import type { Answer } from '../../catalog/types.js';
import { t } from '../../l10n/t.js';
import type { Call } from '../code-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Reason, Verdict } from '../findings.js';
import { better, type Fate } from '../handling/fate.js';
import { Follower } from '../handling/follow.js';
import type { Assumption, Relax, Shape } from '../handling/shape.js';
import type { ScenarioMatch } from '../operations/match.js';
import type { Candidate } from '../operations/operation.js';
import { priorCheck } from './race.js';
import { onceMore, retryFault } from './retry.js';
import { answersOf, applicable, carries } from './scenario.js';
import { unreached } from './unreached.js';

/** The verdict on a call, with its reason and the places that led to it. */
export interface Judgement {
  match: ScenarioMatch;
  also: ScenarioMatch[];
  verdict: Verdict;
  reason: Reason;
  notes: Fate['notes'];
  /** Handed to code that cannot be seen, or a predicate believed by its name. */
  unseen: boolean;
}

/** Failures that are surely no conflict: what happens to them is what happens to "any other error". */
const OTHERS: Assumption[] = [
  { conflict: false, status: 418, codes: [], texts: [] },
  { conflict: false, status: 599, codes: [], texts: [] },
];

/**
 * For an answer whose status other failures share (400), one of these is among the others: only its code or text tells
 * it apart.
 */
function othersThan(a: Assumption): Assumption[] {
  const shared = a.status !== 409 && a.status !== 412 && a.codes.length + a.texts.length > 0;
  return shared ? [...OTHERS, { conflict: false, status: a.status, codes: [], texts: [] }] : OTHERS;
}

/** Undefined: the call is no site (an operation the catalog does not mark or explain). */
export function judge(ev: Evaluator, c: Candidate): Judgement | undefined {
  ev.ask();
  const { marks, explains } = applicable(ev, c);
  const match = marks[0] ?? explains[0];
  if (!match) return undefined;
  const also = [...marks, ...explains.filter((m) => carries(ev, c, m.row.needs, m.row.properties))].filter(
    (m) => m !== match,
  );
  const base = { match, also, notes: [], unseen: false };
  const safe = harmless(c, marks.length > 0);
  if (safe) return { ...base, verdict: 'idempotent', reason: safe };
  if (!marks.length) return undefined;
  if (c.races) {
    const race = follow(ev, c, match, {});
    if (race.told) return { ...base, verdict: 'handled', reason: 'told-apart', notes: race.notes };
    return { ...base, verdict: 'race', reason: 'check-then-create', notes: race.notes };
  }
  if (c.traits.behaviorIgnored) return { ...base, verdict: 'mishandled', reason: 'ignored-option' };
  return { ...base, ...decide(ev, c, match) };
}

/** Why the call cannot conflict as written. */
function harmless(c: Candidate, marked: boolean): Reason | undefined {
  if (c.safe && !marked) return c.safe;
  if (c.safe && !c.traits.ifMatch && !c.traits.condition) return c.safe;
  if (c.traits.freshId) return 'fresh-id';
  if (c.traits.createIfMissing) return 'idempotency-key';
  if (c.traits.idempotencyKey === 'stable') return 'idempotency-key';
  const last = c.path.split('/').at(-1)?.toLowerCase();
  if (c.traits.behavior === 'rename') return 'conflict-behavior';
  if (c.traits.behavior === 'replace' && (last === 'content' || last === 'children' || last === 'createuploadsession'))
    return 'conflict-behavior';
  return undefined;
}

function decide(
  ev: Evaluator,
  c: Candidate,
  match: ScenarioMatch,
): Pick<Judgement, 'verdict' | 'reason' | 'notes' | 'unseen'> {
  const answers = answersOf(ev, c, match);
  const needed = required(answers);
  const fates = needed.map((a) => ({ a, fate: follow(ev, c, match, {}, a) }));
  const told = fates.filter((f) => f.fate.told);
  const first = fates[0]?.fate ?? follow(ev, c, match, {});
  const every = needed.every((a) => a.status === 409 || a.status === 412);
  if (told[0] && (told.length === fates.length || !every)) {
    const { fate } = told[0];
    const fault = retryFault(c, match, fate);
    if (fault) return { verdict: 'mishandled', reason: fault, notes: withPlace(fate), unseen: fate.unseen };
    return { verdict: 'handled', reason: 'told-apart', notes: withPlace(fate), unseen: fate.unseen };
  }
  if (told[0])
    return {
      verdict: 'mishandled',
      reason: 'partial-answers',
      notes: withPlace(told[0].fate),
      unseen: told[0].fate.unseen,
    };
  // An error that met no handler at all has nothing to be mistaken about.
  const raised = c.channel === 'throws' && c.cell.file.traits.failure === undefined;
  const unmet = raised && first.reason === 'no-handler' && first.notes.length === 0 && first.passedBy !== true;
  const mistake = unmet ? undefined : mistaken(ev, c, match, needed);
  if (mistake) {
    const { fate, reason } = mistake;
    const at = fate.at && { ...fate.at, message: t('this is meant to tell the conflict apart') };
    return { verdict: 'mishandled', reason, notes: withPlace(at ? { ...fate, at } : fate), unseen: false };
  }
  if (first.reason === 'observed-only' && onceMore(c, match, first))
    return { verdict: 'mishandled', reason: 'retry-cannot-help', notes: first.notes, unseen: first.unseen };
  const check = priorCheck(c);
  if (check)
    return { verdict: 'race', reason: 'check-then-create', notes: [check, ...first.notes], unseen: first.unseen };
  return { verdict: 'unhandled', reason: first.reason, notes: first.notes, unseen: first.unseen };
}

/** The place where it is told apart, then the way there. */
function withPlace(fate: Fate): Fate['notes'] {
  return fate.at ? [...fate.notes.filter((n) => n.range.start !== fate.at?.range.start), fate.at] : fate.notes;
}

/** Answers a handler must cover: 409 and 412 where both can come; of the others any one will do. */
function required(answers: Answer[]): Answer[] {
  const main = answers.filter((a) => a.status === 409 || a.status === 412);
  const list = main.length ? main : answers;
  // One status may come with several codes: a test of any of them tells it apart.
  const byStatus = new Map<number, Answer>();
  for (const a of list) {
    const known = byStatus.get(a.status);
    byStatus.set(
      a.status,
      known
        ? { ...known, codes: [...known.codes, ...a.codes], texts: [...(known.texts ?? []), ...(a.texts ?? [])] }
        : a,
    );
  }
  return [...byStatus.values()];
}

/** One thing different: the first that would make it handled is the mistake. */
function mistaken(
  ev: Evaluator,
  c: Candidate,
  match: ScenarioMatch,
  needed: Answer[],
): { reason: Reason; fate: Fate } | undefined {
  const a = needed[0];
  if (!a) return undefined;
  const strict = c.sdk !== undefined && c.channel !== 'either';
  const tries: { reason: Reason; relax: Relax & Pretend; when: boolean; answer?: Answer }[] = [
    { reason: 'non-terminating', relax: { thrown: true }, when: c.channel === 'stream' },
    { reason: 'not-awaited', relax: { awaited: true }, when: true },
    { reason: 'wrong-property', relax: { property: true }, when: strict },
    { reason: 'wrong-type', relax: { type: true }, when: strict && c.channel === 'throws' },
    { reason: 'wrong-type', relax: { type: true, property: true }, when: strict },
    { reason: 'never-thrown', relax: { thrown: true, property: true, type: true }, when: c.channel === 'returns' },
    ...swapped(a).map((answer) => ({ reason: answerFault(a), relax: {}, when: true, answer })),
    ...swapped(a).map((answer) => ({
      reason: answerFault(a),
      relax: { property: true, type: true },
      when: strict,
      answer,
    })),
  ];
  for (const x of tries) {
    if (!x.when) continue;
    const fate = follow(ev, c, match, x.relax, x.answer ?? a);
    if (fate.told) return { reason: x.reason, fate };
  }
  return undefined;
}

interface Pretend {
  awaited?: boolean;
  thrown?: boolean;
}

/** The other statuses that code mistakes for this one. */
function swapped(a: Answer): Answer[] {
  if (a.status === 409) return [{ status: 412, codes: ['PreconditionFailed'] }];
  if (a.status === 412) return [{ status: 409, codes: ['Conflict'] }];
  return [{ status: 409, codes: ['Conflict'] }];
}

function answerFault(a: Answer): Reason {
  return a.status === 409 || a.status === 412 ? 'wrong-status' : 'partial-answers';
}

function follow(ev: Evaluator, c: Candidate, match: ScenarioMatch, relax: Relax & Pretend, answer?: Answer): Fate {
  const a = answer ?? required(answersOf(ev, c, match))[0] ?? { status: 409, codes: [] };
  const conflict: Assumption = { conflict: true, status: a.status, codes: a.codes, texts: a.texts ?? [] };
  const { awaited, thrown, ...rest } = relax;
  const run = (response: boolean): Fate => start(ev, c, shapeOf(c, rest, response), conflict, awaited === true);
  if (c.channel === 'either') {
    const thrownFate = run(false);
    if (thrownFate.told) return thrownFate;
    const answered = run(true);
    return answered.told
      ? answered
      : {
          ...better(thrownFate, answered),
          notes: [
            ...thrownFate.notes,
            ...answered.notes.filter((n) => !thrownFate.notes.some((o) => o.range.start === n.range.start)),
          ],
        };
  }
  if (c.channel === 'stream' && thrown !== true) return unreached(c);
  return run(c.channel === 'returns' && thrown !== true);
}

function shapeOf(c: Candidate, relax: Relax, response: boolean): Shape {
  const known = c.sdk !== undefined && c.channel !== 'either';
  const rows = response ? (c.response ?? EMPTY) : (c.error ?? EMPTY);
  return {
    known,
    error: rows,
    response,
    ok: response ? ('ok' in rows ? (rows as { ok: string[] }).ok : ['ok']) : [],
    ensure: response ? c.response?.ensure : undefined,
    raises: response && known && c.response?.ensureRaises === 'own' ? c.error : undefined,
    wrapped: false,
    blocked: false,
    relax,
  };
}

const EMPTY = { types: [], status: [], code: [], text: [] };

function start(ev: Evaluator, c: Candidate, shape: Shape, conflict: Assumption, pretendAwaited: boolean): Fate {
  const others = othersThan(conflict);
  const follower = new Follower(ev, { conflict, others, pretendAwaited });
  if (c.inside) {
    const { file, val } = c.inside;
    const fn = file.enclosingFn(val);
    if (fn) {
      const via = [{ fn, file: c.cell.file, at: c.cell.val }];
      const inner =
        shape.response || isDeferred(c.inside.file.traits.deferred, val as Call)
          ? follower.promised(val, file, shape, via)
          : follower.raised(val, file, shape, via);
      if (inner.told) return inner;
      const outer = new Follower(ev, { conflict, others, pretendAwaited });
      const fate = outer.promised(c.cell.val, c.cell.file, shape);
      // What the helper raises is judged where the helper is called; what it keeps to itself is judged there.
      return inner.left ? fate : better(inner, fate);
    }
  }
  const places = c.runsAt?.length ? c.runsAt : [c.cell];
  let last: Fate | undefined;
  for (const place of places) {
    const { file, val } = place;
    const back = val.v === 'call' ? callbackOf(val) : undefined;
    if (back) return follower.calledBack(val as Call, file, shape, back);
    const deferred = val.v !== 'call' || isDeferred(file.traits.deferred, val) || awaited(file.parent(val)?.node);
    const fate = deferred
      ? follower.promised(val, file, shape)
      : shape.response
        ? follower.answered(val, file, shape)
        : follower.raised(val, file, shape);
    if (fate.told) return fate;
    last ??= fate;
  }
  return last ?? { told: false, reason: 'no-handler', notes: [], unseen: false };
}

function awaited(node: { v?: string } | object | undefined): boolean {
  return node !== undefined && 'v' in node && node.v === 'await';
}

/** Calls that hand out a promise or task. In C# the name says so by convention. */
function isDeferred(how: 'promise' | 'task' | 'none', call: Call): boolean {
  if (how === 'promise') return true;
  if (how === 'none') return false;
  const name = call.callee.v === 'member' ? call.callee.name : call.callee.v === 'ref' ? call.callee.name : '';
  return name.endsWith('Async');
}

/** A callback that is given the error: `(err, result) => …` as the last argument. */
function callbackOf(call: Call): Call['args'][number]['value'] | undefined {
  const last = call.args.at(-1)?.value;
  if (last?.v === 'ref') return /^(?:cb|callback|done|next)$/.test(last.name) ? last : undefined;
  return last?.v === 'fn' && /^_?(?:err|error|e|ex|res|response|r)\d*$/.test(last.fn.params[0]?.name ?? '')
    ? last
    : undefined;
}
