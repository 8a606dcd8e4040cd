/** Follows the failure of a call outward from where it arises: in the call, in a helper it runs, or where its batch is run. */
import type { Answer } from '../../catalog/types.js';
import type { Call } from '../code-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { type Asked, watchedOptions, watchedRelax } from '../handling/assumptions.js';
import { better, type Fate } from '../handling/fate.js';
import { Follower } from '../handling/follow.js';
import { decidedIn } from '../handling/policies.js';
import type { Assumption, FollowOptions, Relax, Shape } from '../handling/shape.js';
import type { LanguageTraits } from '../languages/language.js';
import type { Candidate } from '../operations/operation.js';
import { argumentNames, streamNames } from '../operations/stream.js';
import { unreached } from './unreached.js';

/** One thing that is different from what the program says, to find out what it meant. */
export interface Pretence extends Relax {
  /** A promise that nothing waits for is waited for. */
  awaited?: boolean;
  /** An answer that tells of the failure is an error that is raised. */
  thrown?: boolean;
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

/**
 * What becomes of a call's failure.
 *
 * @param asked is told what of the answer and of the pretences was looked at
 */
export function fateOf(ev: Evaluator, c: Candidate, answer: Answer, pretence: Pretence = {}, asked?: Asked): Fate {
  const { awaited = false, thrown = false, ...relax } = pretence;
  const conflict: Assumption = {
    conflict: true,
    status: answer.status,
    codes: answer.codes,
    texts: answer.texts ?? [],
  };
  const plain: FollowOptions = { conflict, others: othersThan(conflict), pretendAwaited: awaited };
  const options = asked ? watchedOptions(plain, asked) : plain;
  const watched = asked ? watchedRelax(relax, asked) : relax;
  const run = (response: boolean): Fate => {
    const shape = shapeOf(c, watched, response);
    const { val } = c.cell;
    const into = response && val.v === 'call' ? c.row?.into : undefined;
    const also = into && val.v === 'call' ? argumentNames(ev, { ...c.cell, val }, into) : [];
    return start(ev, c, also.length ? { ...shape, also } : shape, options);
  };
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
  if (c.channel === 'stream' && !thrown) return streamed(ev, c, watched, options);
  return run(c.channel === 'returns' && !thrown);
}

/** An error that is only written to the stream: it can be looked at behind the call. */
function streamed(ev: Evaluator, c: Candidate, relax: Relax, options: FollowOptions): Fate {
  const otherwise = unreached(c);
  const also = streamNames(ev, c.cell);
  if (!also.length) return otherwise;
  const ok = c.cell.file.traits.stream?.worked;
  const error = c.error ?? EMPTY;
  const shape: Shape = { ...shapeOf(c, relax, false), error, response: true, ok: ok ? [ok] : [], also, apart: true };
  const fate = new Follower(ev, options).answered(c.cell.val, c.cell.file, shape);
  if (fate.told) return fate;
  return fate.reason === 'no-handler' ? otherwise : { ...fate, notes: [...fate.notes, ...otherwise.notes] };
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
    ...(c.sdk?.deferred ? { deferred: true } : {}),
  };
}

const EMPTY = { types: [], status: [], code: [], text: [] };

function start(ev: Evaluator, c: Candidate, shape: Shape, options: FollowOptions): Fate {
  const follower = new Follower(ev, options);
  const cell = c.cell.val.v === 'call' ? { ...c.cell, val: c.cell.val } : undefined;
  for (const [name, how] of Object.entries(c.row?.decides ?? {})) {
    const by = cell && decidedIn(ev, cell, name, shape, options);
    if (!by) continue;
    const fate = follower.log.handled(by.file, by.val.range, [], undefined);
    return how === 'repeated' ? { ...fate, policy: 'retried' } : fate;
  }
  if (c.inside) {
    const { file, val } = c.inside;
    const fn = file.enclosingFn(val);
    if (fn) {
      const via = [{ fn, file: c.cell.file, at: c.cell.val }];
      const inner =
        shape.response || c.sdk?.deferred || isDeferred(c.inside.file.traits.deferred, val as Call)
          ? follower.promised(val, file, shape, via)
          : follower.raised(val, file, shape, via);
      if (inner.told) return inner;
      const outer = new Follower(ev, options);
      const fate = outer.promised(c.cell.val, c.cell.file, shape);
      // What the helper raises is judged where the helper is called; what it keeps to itself is judged there.
      return inner.left ? fate : better(inner, fate);
    }
  }
  const places = c.runsAt?.length ? c.runsAt : [c.cell];
  let last: Fate | undefined;
  for (const place of places) {
    const { file, val } = place;
    const given = shape.response && val.v === 'call' && val === c.cell.val ? c.row?.answers : undefined;
    const taker = given && (val as Call).args[given.arg]?.value;
    if (taker) {
      const how = { param: given.param, atOnce: c.row?.deferred !== true };
      return follower.callback(val as Call, taker, file, { ...shape, later: !how.atOnce }, [], how);
    }
    const back = val.v === 'call' ? callbackOf(val) : undefined;
    if (back) return follower.calledBack(val as Call, file, shape, back);
    if (val.v === 'member' && file.traits.deferred === 'chain' && c.row?.deferred !== true && !shape.response) {
      // A method that is passed on is run by the call it is given to.
      const fate = follower.raised(val, file, shape);
      if (fate.told) return fate;
      last ??= fate;
      continue;
    }
    const deferred =
      val.v !== 'call' ||
      c.sdk?.deferred === true ||
      isLater(c, val) ||
      isDeferred(file.traits.deferred, val) ||
      awaited(file.parent(val)?.node);
    const fate = deferred
      ? follower.promised(val, file, { ...shape, later: true })
      : shape.response
        ? follower.answered(val, file, shape)
        : follower.raised(val, file, shape);
    if (fate.told) return fate;
    last ??= fate;
  }
  return last ?? { told: false, reason: 'no-handler', notes: [], unseen: false };
}

/** The row of the call says so, or the row of the call that runs it. */
function isLater(c: Candidate, val: Call): boolean {
  if (val === c.cell.val) return c.row?.deferred === true;
  return c.runsLater === true;
}

function awaited(node: { v?: string } | object | undefined): boolean {
  return node !== undefined && 'v' in node && node.v === 'await';
}

/** Calls that hand out a promise or task. Where not all do, the name says so by convention. */
function isDeferred(how: LanguageTraits['deferred'], call: Call): boolean {
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
