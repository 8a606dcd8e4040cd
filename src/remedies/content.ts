/** The body of a request inside what writes it: the content of an HTTP client, a text of JSON. */
import type { Val } from '../analysis/code-model.js';
import type { Subject } from './subject.js';

/** How often what is written is written once more. */
const MAX_DEPTH = 4;

/** What is written, where it is seen in the function of the call; else the value itself. */
export function contentOf(subject: Subject, val: Val, depth = 0): Val {
  const { candidate, ev } = subject;
  const { file } = candidate.cell;
  const writes = candidate.sdk?.writes;
  if (!writes || depth > MAX_DEPTH) return val;
  const inside = written(val, writes);
  if (inside) return contentOf(subject, inside, depth + 1);
  if (val.v !== 'ref') return val;
  const [only, ...more] = ev.origins({ ...candidate.cell, val });
  // What it is made of is at hand where the call is made.
  const block =
    only && only.file === file ? file.parent(file.statementOf(only.val) ?? only.val)?.node.range : undefined;
  const { start } = subject.call.range;
  if (!only || more.length > 0 || only.val === val || !block || start < block.start || start > block.end) return val;
  if (written(only.val, writes)) return contentOf(subject, only.val, depth + 1);
  return only.val.v === 'rec' || only.val.v === 'new' ? only.val : val;
}

/** The first argument of what only writes it in another way. */
function written(val: Val, writes: readonly string[]): Val | undefined {
  if (val.v === 'new') return writes.includes(val.type.path.at(-1) ?? '') ? val.args[0]?.value : undefined;
  if (val.v !== 'call' || (val.callee.v !== 'member' && val.callee.v !== 'ref')) return undefined;
  return writes.includes(val.callee.name) ? val.args[0]?.value : undefined;
}
