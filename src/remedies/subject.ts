/** What a remedy may know of a marked call: the finding, and the code around it. Free of language. */

import type { BoundFile } from '../analysis/bind/file.js';
import type { Bind, Call, Range, Val } from '../analysis/code-model.js';
import type { FoundCall } from '../analysis/engine.js';
import { givesErrors } from '../analysis/evaluate/results.js';
import type { Scenario } from '../catalog/types.js';
import { answersFor, type Tell } from './tell.js';
import { usualWaits, type Waits } from './waits.js';

/** A marked call as remedies see it. */
export interface Subject extends FoundCall {
  scenario: Scenario;
  /** The call that would be wrapped: the one that sends, with what is asked of its request behind it, without an `await`. */
  call: Call;
  /** The call that the library's row is about: the same, or within it (`got.post(url, options)` of `got.post(…).json()`). */
  sent: Call;
  /** Its method's receiver (`container.items` of `container.items.create(x)`). */
  receiver: Val | undefined;
  /** How the conflict shows: the answers that have to be told apart. */
  tells: Tell[];
  /** The call hands out a promise or task. */
  deferred: boolean;
  /** The promise is awaited where it stands, handed on, or left alone. */
  use: 'awaited' | 'handed-on' | 'dropped';
  /** Nothing is done with what it hands out. */
  unused: boolean;
  /** The function around it may await. */
  asyncHere: boolean;
  /** What a retry waits between its attempts. */
  waits: Waits;
}

/** The subject of a found call; undefined where there is no call that could be wrapped. */
export function subjectOf(found: FoundCall, waits: Waits = usualWaits): Subject | undefined {
  const { candidate, judgement } = found;
  const { file } = candidate.cell;
  const sent = sending(found);
  if (sent.v !== 'call') return undefined;
  const val = file.traits.deferred === 'promise' ? whole(file, sent) : sent;
  const receiver = val.callee.v === 'member' ? val.callee.obj : undefined;
  const parent = file.parent(val)?.node;
  const isAwaited = parent !== undefined && 'v' in parent && parent.v === 'await';
  const isDropped = parent !== undefined && 's' in parent && parent.s === 'do';
  const above = isAwaited ? file.parent(parent)?.node : parent;
  const how = file.traits.deferred;
  return {
    ...found,
    scenario: judgement.match.scenario,
    call: val,
    sent,
    receiver,
    tells: answersFor(candidate, judgement.match.scenario),
    deferred:
      how === 'promise' ||
      isAwaited ||
      candidate.sdk?.deferred === true ||
      ((how === 'task' || how === 'chain') && nameOf(val).endsWith('Async')) ||
      (how === 'chain' && (val === candidate.cell.val ? candidate.row?.deferred : candidate.runsLater) === true),
    use: isAwaited ? 'awaited' : isDropped ? 'dropped' : 'handed-on',
    unused:
      above !== undefined && 's' in above && (above.s === 'do' || (above.s === 'bind' && takesErrorOnly(above, file))),
    asyncHere: file.enclosingFn(val)?.isAsync ?? true,
    waits,
  };
}

/** Of several results only the error has a name. */
function takesErrorOnly({ target }: Bind, file: BoundFile): boolean {
  if (!givesErrors(file)) return false;
  if (target.v !== 'pattern') return true;
  return target.parts.slice(0, -1).every((part) => part.target.v === 'ref' && part.target.name === '_');
}

/** The call that sends: that of a batch stands where the batch is run, if that is one place of this file. */
function sending({ candidate: { cell, runsAt } }: FoundCall): Val {
  const [run, ...more] = runsAt ?? [];
  return run && more.length === 0 && run.file === cell.file ? run.val : cell.val;
}

/** Methods that a promise has itself: whatever else is called on a request belongs to it. */
const OF_PROMISES = /^(?:then|catch|finally)$/;

/** A request together with what is called on it before it is waited for: `.json()`, `.send(body)`. */
function whole(file: BoundFile, sent: Call): Call {
  let call = sent;
  for (;;) {
    const member = file.parent(call);
    if (member?.role !== 'obj' || !('v' in member.node) || member.node.v !== 'member') return call;
    const further = file.parent(member.node);
    if (further?.role !== 'callee' || !('v' in further.node) || further.node.v !== 'call') return call;
    if (OF_PROMISES.test(member.node.name)) return call;
    call = further.node;
  }
}

/** The name a call is made by; empty where it has none. */
function nameOf(call: Call): string {
  return call.callee.v === 'member' || call.callee.v === 'ref' ? call.callee.name : '';
}

/** The source text of a range. */
export function sourceOf(subject: FoundCall, { start, end }: Range): string {
  return subject.text.slice(start, end);
}

/** The range of the function around the call, or of the file. */
export function functionRange({ candidate, text }: FoundCall): Range {
  return candidate.cell.file.enclosingFn(candidate.cell.val)?.range ?? { start: 0, end: text.length };
}

/** The source text of the function around the call, or of the file. */
export function functionText(found: FoundCall): string {
  const { start, end } = functionRange(found);
  return found.text.slice(start, end);
}

/** The beginning of an expression for a name that is no part of another one, nor a member. */
export const alone = (name: string): string => `(?<![\\w$.])${name.replaceAll('$', '\\$')}`;

/** The operation as the catalog writes it: the call's own may hold an id or an address, which belongs in no log. */
export function templateOf({ judgement }: FoundCall): string {
  return judgement.match.row.op;
}
