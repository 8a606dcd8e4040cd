/** Whether doing the same again can answer the conflict that was told apart. */

import { children, type Node } from '../bind/walk.js';
import type { Call, Stmt, Val } from '../code-model.js';
import type { Reason } from '../findings.js';
import { isLogging } from '../handling/expressions.js';
import type { Fate } from '../handling/fate.js';
import type { ScenarioMatch } from '../operations/match.js';
import type { Candidate } from '../operations/operation.js';
import { isRead } from './race.js';

/** The fault of a retry, or undefined where it can help. */
export function retryFault(c: Candidate, match: ScenarioMatch, fate: Fate): Reason | undefined {
  const never = match.scenario.plainRetry === 'never';
  if (fate.policy === 'retried') return never && !changes(c, undefined) ? 'retry-cannot-help' : undefined;
  if (!fate.retry) return onceMore(c, match, fate) ? 'retry-cannot-help' : undefined;
  const { loop, bounded } = fate.retry;
  // What is there is read before the request is sent again: then it may be gone.
  const reread = ranRead(c, fate);
  const changed = changes(c, loop) || (match.scenario.plainRetry === 'never' && reread);
  if (match.scenario.plainRetry === 'after-reread') {
    if (!changed) return 'retry-cannot-help';
    if (bodyIsStale(c, loop)) return 'stale-body';
  } else if (never && !changed) return 'retry-cannot-help';
  return bounded ? undefined : 'retry-uncapped';
}

/** True if what runs for the conflict reads before it goes round. */
function ranRead(c: Candidate, fate: Fate): boolean {
  const { file, val } = c.cell;
  const own = file.statementOf(val);
  return file.calls.some((k) => {
    if (k.v !== 'call' || !isRead(k)) return false;
    const stmt = file.statementOf(k);
    return stmt !== undefined && stmt !== own && fate.did?.has(`${stmt.range.start}`) === true;
  });
}

/** Calls that only let time pass. */
const IDLE = /delay|sleep|wait|backoff|pause|jitter|random|setTimeout|FromSeconds|FromMilliseconds|^next$/i;

function nameOf(call: Call): string {
  const c = call.callee;
  return c.v === 'member' || c.v === 'ref' ? c.name : '';
}

/** True if the conflict is answered by the same call once more, where that ends as the first did. */
export function onceMore(c: Candidate, match: ScenarioMatch, fate: Fate): boolean {
  return match.scenario.plainRetry !== 'after-delay' && repeats(c, fate);
}

/** True if what is done for the conflict is the same call once more, with nothing changed in between. */
function repeats(c: Candidate, fate: Fate): boolean {
  const { file, val } = c.cell;
  const written = (n: Node): string => file.text.slice(n.range.start, n.range.end).replace(/\s+/g, '');
  const own = written(val);
  const ran = (k: Call): boolean => fate.did?.has(`${file.statementOf(k)?.range.start}`) === true;
  return file.calls.some((k) => {
    if (k.v !== 'call' || k.range.start <= val.range.end || written(k) !== own) return false;
    if (!ran(k)) return false;
    const between = (n: Node): boolean => n.range.start > val.range.end && n.range.end < k.range.start;
    // Something else is done first: what is in the way is deleted, an access is renewed.
    if (file.calls.some((o) => between(o) && o.v === 'call' && ran(o) && !isLogging(o) && !IDLE.test(nameOf(o))))
      return false;
    return !namesIn(k).some((ref) => {
      const def = file.resolve(ref);
      return def?.sources.some((s) => between(s.value)) || def?.writes.some((w) => between(w.value));
    });
  });
}

/** True if something the request is made of is set anew inside the loop. */
function changes(c: Candidate, loop: Stmt | undefined): boolean {
  if (!loop) return false;
  const { file, val } = c.cell;
  if (val.v === 'member') return false;
  let found = false;
  const inside = (n: Node): boolean => n.range.start >= loop.range.start && n.range.end <= loop.range.end;
  for (const arg of val.args)
    for (const ref of namesIn(arg.value)) {
      const def = file.resolve(ref);
      if (!def) continue;
      if (def.sources.some((s) => inside(s.value)) || def.writes.some((w) => inside(w.value))) found = true;
    }
  // A part of the URL or of the builder's path.
  if (val.v === 'call')
    for (const ref of namesIn(val.callee)) {
      const def = file.resolve(ref);
      if (def && !def.import && def.sources.some((s) => inside(s.value))) found = true;
    }
  return found;
}

/** The ETag is read anew inside the loop while the content comes from outside it. */
function bodyIsStale(c: Candidate, loop: Stmt | undefined): boolean {
  // A PATCH sends the change alone: it suits any content.
  if (!loop || !c.body || c.method === 'PATCH') return false;
  const { file } = c.cell;
  const inside = (n: Node): boolean => n.range.start >= loop.range.start && n.range.end <= loop.range.end;
  const refs = namesIn(c.body.val);
  if (!refs.length) return false;
  return refs.every((r) => {
    const def = file.resolve(r);
    if (!def) return false;
    return (
      !def.sources.some((s) => inside(s.value)) && !def.writes.some((w) => inside(w.value)) && !mutated(c, r.name, loop)
    );
  });
}

/** `item.count++` and calls on the body inside the loop change it in ways this model does not follow. */
function mutated(c: Candidate, name: string, loop: Stmt): boolean {
  return c.cell.file.calls.some(
    (k) =>
      k.v === 'call' &&
      k.range.start >= loop.range.start &&
      k.range.end <= loop.range.end &&
      k.callee.v === 'member' &&
      k.callee.obj.v === 'ref' &&
      k.callee.obj.name === name,
  );
}

function namesIn(val: Val): Extract<Val, { v: 'ref' }>[] {
  const out: Extract<Val, { v: 'ref' }>[] = [];
  const visit = (n: Node): void => {
    if (!('v' in n)) return;
    if (n.v === 'ref') out.push(n);
    children(n, visit);
  };
  visit(val);
  return out;
}
