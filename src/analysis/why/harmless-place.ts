/** Where the thing stands that makes a call harmless: the fresh id, the conflict behaviour, the key of the request. */
import type { BoundFile } from '../bind/file.js';
import type { Range } from '../code-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Reason } from '../findings.js';
import type { Candidate } from '../operations/operation.js';

/** Paths into the body, by reason. A fresh id may stand under another name, which the row of the library tells. */
const PATHS: Partial<Record<Reason, string[][]>> = {
  'conflict-behavior': [['@microsoft.graph.conflictBehavior'], ['item', '@microsoft.graph.conflictBehavior']],
  'idempotency-key': [['transactionId'], ['client_request_id']],
};

/** Undefined where the call as a whole makes it so. */
export function harmlessPlace(
  ev: Evaluator,
  c: Candidate,
  reason: Reason,
): { file: BoundFile; range: Range } | undefined {
  const paths = reason === 'fresh-id' ? [[c.row?.idField ?? 'id']] : (PATHS[reason] ?? []);
  for (const path of paths) {
    const value = c.body && ev.props(c.body, path, 0, true)[0];
    if (value) return { file: value.file, range: value.val.range };
  }
  return undefined;
}
