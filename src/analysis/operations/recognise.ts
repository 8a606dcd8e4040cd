/** All candidates of a file: every call that is an operation of the three services, with its evidence. */

import type { BoundFile } from '../bind/file.js';
import type { Call, Member } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import { taught } from './client-names.js';
import { houseCandidates } from './house-calls.js';
import type { Candidate } from './operation.js';
import { mayHoldRequest } from './raw-gate.js';
import type { Recognition } from './recognition.js';
import { sdkCandidates, sdkReference } from './sdk-calls.js';
import { isExpectation, isInMockedTest } from './stand-in.js';

/** The candidates of a file in source order, at most one a call. */
export function recognise(rx: Recognition, file: BoundFile): Candidate[] {
  const out: Candidate[] = [];
  const { clients } = rx.ev.project.own;
  const raw = mayHoldRequest(file.text, file.traits.bareWords) || clients.some((c) => file.text.includes(c.name));
  for (const val of file.calls) {
    const c = val.v === 'call' ? ofCall(rx, { file, val }, raw) : undefined;
    const kept = c && taught(rx.ev, c);
    if (kept) out.push(kept);
  }
  for (const val of file.memberRefs) {
    const cell: Cell & { val: Member } = { file, val };
    const c = sdkReference(rx, cell)[0];
    const kept = c && taught(rx.ev, c);
    if (kept) out.push(kept);
  }
  // A call inside a helper is reported where the helper is called with the URL.
  const inner = new Set(out.map((c) => c.inside?.val));
  return firstOfBatch(out.filter((c) => !inner.has(c.cell.val))).sort((a, b) => a.name.start - b.name.start);
}

function ofCall(rx: Recognition, cell: Cell & { val: Call }, raw: boolean): Candidate | undefined {
  rx.ev.ask();
  const found = sdkCandidates(rx, cell);
  if (found.length && isExpectation(cell)) return undefined;
  const best = found.find((c) => c.matches.length > 0 || c.safe) ?? found[0];
  if (best) return best;
  const house = raw && !isInMockedTest(cell) ? houseCandidates(rx, cell)[0] : undefined;
  return house && asInside(rx, house);
}

/** A function around a command gives what the command gives. */
function asInside(rx: Recognition, c: Candidate): Candidate {
  const { inside } = c;
  if (inside?.val.v !== 'call' || inside.val.callee.v !== 'ref') return c;
  const own = sdkCandidates(rx, { ...inside, val: inside.val })[0];
  if (own?.channel !== 'returns' || !own.sdk?.commands) return c;
  return { ...c, sdk: own.sdk, channel: own.channel, error: own.error, response: own.response };
}

/** Of the steps built for one batch only the first that can conflict is reported. */
function firstOfBatch(list: Candidate[]): Candidate[] {
  const seen = new Set<unknown>();
  return [...list]
    .sort((a, b) => a.name.start - b.name.start)
    .filter((c) => {
      if (!c.runsAt || c.safe || c.traits.freshId) return true;
      const key = c.runsAt[0]?.val ?? c.cell.file.enclosingFn(c.cell.val) ?? c.cell.file;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
