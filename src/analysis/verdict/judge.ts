/**
 * From a candidate to a verdict. The failure is followed as the program is written; where nothing tells the conflict
 * apart it is followed again as if one thing were different (another property, another type, an `await`): if that
 * would do, it is the mistake that is named.
 */
import type { Answer } from '../../catalog/types.js';
import { t } from '../../l10n/t.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Reason, Verdict } from '../findings.js';
import { nothingAsked } from '../handling/assumptions.js';
import type { Fate } from '../handling/fate.js';
import type { ScenarioMatch } from '../operations/match.js';
import type { Candidate } from '../operations/operation.js';
import { fateOf } from './fate-of.js';
import { mistaken } from './mistakes.js';
import { priorCheck } from './race.js';
import { onceMore, retryFault } from './retry.js';
import { answersOf, applicable, carries } from './scenario.js';

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
    const race = fateOf(ev, c, required(answersOf(ev, c, match))[0]);
    if (race.told) return { ...base, verdict: 'handled', reason: 'told-apart', notes: race.notes };
    return { ...base, verdict: 'race', reason: 'check-then-create', notes: race.notes };
  }
  if (c.traits.behaviorIgnored) return { ...base, verdict: 'mishandled', reason: 'ignored-option' };
  return { ...base, ...decide(ev, c, match) };
}

/** What a POST or PUT with conflictBehavior replace puts in the place of the one that is there. */
const REPLACED = new Set(['content', 'children', 'createuploadsession']);

/** Why the call cannot conflict as written. */
function harmless(c: Candidate, marked: boolean): Reason | undefined {
  if (c.safe && !marked) return c.safe;
  if (c.safe && !c.traits.ifMatch && !c.traits.condition) return c.safe;
  if (c.traits.freshId) return 'fresh-id';
  if (c.traits.createIfMissing) return 'idempotency-key';
  if (c.traits.idempotencyKey === 'stable') return 'idempotency-key';
  const last = c.path.split('/').at(-1)?.toLowerCase();
  if (c.traits.behavior === 'rename') return 'conflict-behavior';
  if (c.traits.behavior === 'replace' && (c.method === 'PATCH' || REPLACED.has(last ?? ''))) return 'conflict-behavior';
  return undefined;
}

function decide(
  ev: Evaluator,
  c: Candidate,
  match: ScenarioMatch,
): Pick<Judgement, 'verdict' | 'reason' | 'notes' | 'unseen'> {
  const needed = required(answersOf(ev, c, match));
  const asked = nothingAsked();
  const first = fateOf(ev, c, needed[0], {}, asked);
  const fates = [first, ...needed.slice(1).map((answer) => fateOf(ev, c, answer))];
  const told = fates.filter((fate) => fate.told);
  const every = needed.every((a) => a.status === 409 || a.status === 412);
  if (told[0] && (told.length === fates.length || !every)) {
    const fate = told[0];
    const fault = retryFault(c, match, fate);
    if (fault) return { verdict: 'mishandled', reason: fault, notes: withPlace(fate), unseen: fate.unseen };
    return { verdict: 'handled', reason: 'told-apart', notes: withPlace(fate), unseen: fate.unseen };
  }
  if (told[0])
    return {
      verdict: 'mishandled',
      reason: 'partial-answers',
      notes: withPlace(told[0]),
      unseen: told[0].unseen,
    };
  // An error that met no handler at all has nothing to be mistaken about.
  const raised = c.channel === 'throws' && c.cell.file.traits.failure === undefined;
  const unmet = raised && first.reason === 'no-handler' && first.notes.length === 0 && first.passedBy !== true;
  const mistake = unmet ? undefined : mistaken(ev, c, needed[0], asked);
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
  const { onlySends } = c.cell.file.traits;
  return {
    verdict: 'unhandled',
    reason: onlySends ? 'only-sent' : first.reason,
    notes: first.notes,
    unseen: first.unseen,
  };
}

/** The place where it is told apart, then the way there. */
function withPlace(fate: Fate): Fate['notes'] {
  return fate.at ? [...fate.notes.filter((n) => n.range.start !== fate.at?.range.start), fate.at] : fate.notes;
}

/** What is assumed of a scenario that names no answer. */
const CONFLICT: Answer = { status: 409, codes: [] };

/** Answers a handler must cover: 409 and 412 where both can come; of the others any one will do. At least one. */
function required(answers: Answer[]): [Answer, ...Answer[]] {
  const main = answers.filter((a) => a.status === 409 || a.status === 412);
  // An answer that is only reported may as well be the one of duplicates.
  const list = main.length
    ? main
    : answers.length && answers.every((a) => a.unverified)
      ? [...answers, CONFLICT]
      : answers;
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
  const [first = CONFLICT, ...more] = byStatus.values();
  return [first, ...more];
}
