/** An item of a container that is read again. */
import type { Refusal } from '../../analysis/findings.js';
import { idOf } from '../identity.js';
import { withBody } from '../lifted.js';
import { steadySource } from '../pieces.js';
import type { Wrap } from '../remedy.js';
import type { Subject } from '../subject.js';
import { handOver } from '../wrappable.js';

/** By the id and partition key of the call where it is given them, else by those of the body. */
export function byItem(subject: Subject): Wrap | Refusal {
  const receiver = subject.receiver && steadySource(subject, subject.receiver);
  if (receiver === undefined) return 'client-unknown';
  // A body that is text already holds its id: the helper reads it there.
  if (subject.candidate.row?.request?.isText) return { kind: 'wrap', helper: 'get-item', call: 'started', slots: [] };
  return subject.candidate.row?.request?.partition
    ? byPartition(subject, receiver)
    : withBody(subject, 'get-item', 'item', [{ code: receiver }]);
}

/** By the id and the partition key that are given to the call. */
function byPartition(subject: Subject, container: string): Wrap | Refusal {
  const { call, candidate } = subject;
  const row = candidate.row?.request?.partition;
  const arg = call.args.find((one) => one.name === row?.name) ?? (row && call.args[row.at]);
  const key = arg && (arg.name === undefined || arg.name === row?.name) ? steadySource(subject, arg.value) : undefined;
  const id = idOf(subject);
  if (key === undefined || !id) return 'identity-unknown';
  return { kind: 'wrap', helper: 'get-item', call: handOver(subject), slots: [{ code: container }, id, { code: key }] };
}
