/** Mends a handler that is there and does not work: the smallest edit that makes it tell the conflict apart. */
import { children, isFn, type Node } from '../../analysis/bind/walk.js';
import type { Range } from '../../analysis/code-model.js';
import type { Reason, Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { comparisons, renamed } from '../comparisons.js';
import { answerThrown, ensured, resultsThrown } from '../mends/answer.js';
import { bounded } from '../mends/bounded.js';
import { changeInside } from '../mends/change-inside.js';
import { codesToo } from '../mends/codes.js';
import { answerEnsured } from '../mends/ensured.js';
import { merged } from '../mends/merged.js';
import { byWords } from '../mends/no-status.js';
import { optionMoved } from '../mends/option.js';
import { reportedAtOnce } from '../mends/reported.js';
import { rightType } from '../mends/right-type.js';
import { statusType } from '../mends/status-type.js';
import type { Plan, Remedy, Rewrite } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';

/** How each mistake is mended; undefined where the place does not show how. */
const MENDERS: Partial<Record<Reason, (subject: Subject, place: Range) => Plan | undefined>> = {
  'not-awaited': awaited,
  'non-terminating': stopped,
  'wrong-property': (subject, place) => property(subject, place) ?? byWords(subject, place),
  'wrong-status': (subject, place) => status(subject, place) ?? statusType(subject),
  'partial-answers': (subject, place) => answers(subject, place) ?? codesToo(subject, place),
  'wrong-type': rightType,
  'retry-uncapped': bounded,
  'ignored-option': optionMoved,
  'stale-body': (subject) => changeInside(subject) ?? merged(subject),
  'retry-cannot-help': (subject) => changeInside(subject) ?? reportedAtOnce(subject),
  'never-thrown': (subject) =>
    answerThrown(subject) ?? answerEnsured(subject) ?? resultsThrown(subject) ?? ensured(subject),
};

export const mend: Remedy = {
  id: 'mend',
  cures: true,
  plan(subject): Plan | Refusal {
    const mender = MENDERS[subject.judgement.reason];
    const place = placeOf(subject);
    return mender?.(subject, place) ?? 'nothing-to-mend';
  },
};

/** The handler or condition the judgement points at, as far as it holds a test; the call itself where there is none. */
function placeOf(subject: Subject): Range {
  const { file } = subject.candidate.cell;
  const pointed = subject.judgement.notes.filter((note) => note.file === file).map((note) => note.range);
  let best: Range | undefined;
  const visit = (node: Node): void => {
    const { start, end } = node.range;
    const around = pointed.some((range) => start <= range.start && range.end <= end);
    if (!around) return;
    if ((!best || end - start < best.end - best.start) && comparisons(subject, node.range).length > 0)
      best = node.range;
    children(node, visit);
  };
  for (const statement of file.model.top) visit(statement);
  return best ?? subject.call.range;
}

function awaited(subject: Subject): Plan | undefined {
  if (subject.candidate.cell.file.traits.deferred === 'chain') return waitedFor(subject);
  if (!subject.asyncHere || subject.use === 'awaited') return undefined;
  const { start } = subject.call.range;
  return {
    title: t('Await the call, so that the handler sees the conflict'),
    safe: true,
    edit: { kind: 'rewrite', edits: [{ range: { start, end: start }, awaits: true }] },
  };
}

/** Only of a call that nothing else is made of: what blocks hands out something else than what it blocks for. */
function waitedFor({ deferred, use, call }: Subject): Plan | undefined {
  if (!deferred || use !== 'dropped') return undefined;
  const { end } = call.range;
  return {
    title: t('Wait for the call here, so that the handler sees the conflict (blocks until it is done)'),
    // A thread of an event loop must not block.
    safe: false,
    edit: { kind: 'rewrite', edits: [{ range: { start: end, end }, awaits: true }] },
  };
}

/** The call says itself that its errors end the statement. What the handlers do then is there already. */
function stopped(subject: Subject): Plan | undefined {
  const { end } = subject.call.range;
  const words = subject.candidate.cell.file.traits.stream;
  // What the call says already would have to be taken away first.
  if (
    !words ||
    words.argument.some((name) => new RegExp(`\\b${name}\\b`, 'i').test(sourceOf(subject, subject.call.range)))
  )
    return undefined;
  if (subject.call.args.some((a) => a.spread)) return undefined;
  return {
    title: t('Let the error end the statement, so that the handler sees the conflict'),
    // Everything else that fails there ends the statement then too.
    safe: false,
    edit: { kind: 'rewrite', edits: [{ range: { start: end, end }, stops: true }] },
  };
}

function property(subject: Subject, place: Range): Plan | undefined {
  const path =
    subject.candidate.channel === 'returns'
      ? subject.candidate.response?.status[0]
      : subject.candidate.error?.status[0];
  if (path === undefined) return undefined;
  const edits: Rewrite['edits'] = [];
  for (const { other, constant, root } of comparisons(subject, place)) {
    if (root.range.end === other.range.end) continue;
    // `(int)error.Code == 409`
    const turned = /\(\w+\)\s*$/.test(subject.text.slice(0, root.range.start));
    const written = constant.v === 'lit' ? Number(constant.value) : sourceOf(subject, constant.range);
    edits.push({
      range: { start: root.range.start, end: other.range.end },
      path: path.split('.'),
      root: sourceOf(subject, root.range),
      against: turned ? undefined : written,
    });
  }
  return edits.length === 0
    ? undefined
    : {
        title: t('Read the status where this client puts it: {0}', path),
        safe: true,
        edit: { kind: 'rewrite', edits },
      };
}

function status(subject: Subject, place: Range): Plan | undefined {
  const [wanted] = subject.tells;
  // Where the handler goes round, its bound has to be mended too.
  if (!wanted || isInLoop(subject)) return undefined;
  const edits = comparisons(subject, place).flatMap(({ constant, value }) =>
    value === wanted.status ? [] : [{ range: constant.range, code: renamed(subject, constant, wanted.status) }],
  );
  return edits.length === 0
    ? undefined
    : {
        title: t('Test for {0}, which is what the service answers here', wanted.status),
        safe: true,
        edit: { kind: 'rewrite', edits },
      };
}

function answers(subject: Subject, place: Range): Plan | undefined {
  const found = comparisons(subject, place);
  const [first] = found;
  const missing = subject.tells.filter(
    (tell) => tell.codes.length + tell.texts.length === 0 && !found.some(({ value }) => value === tell.status),
  );
  if (!first || missing.length === 0) return undefined;
  const whole = sourceOf(subject, first.op.range);
  const at = first.constant.range.start - first.op.range.start;
  const others = missing.map(({ status: wanted }) => {
    const length = first.constant.range.end - first.constant.range.start;
    return whole.slice(0, at) + renamed(subject, first.constant, wanted) + whole.slice(at + length);
  });
  return {
    title: t('Test for {0} too, which the service also answers here', missing.map((tell) => tell.status).join(', ')),
    safe: true,
    edit: {
      kind: 'rewrite',
      edits: [
        first.not
          ? { range: first.op.range, allOf: [whole, ...others] }
          : { range: first.op.range, anyOf: [whole, ...others] },
      ],
    },
  };
}

/** True for a call that a loop of its function goes round with. */
function isInLoop({ candidate }: Subject): boolean {
  const { file, val } = candidate.cell;
  for (let up = file.parent(val); up && !isFn(up.node); up = file.parent(up.node))
    if ('s' in up.node && up.node.s === 'loop') return true;
  return false;
}
