/** Whether a call already stands inside a retry of the project's own. */
import type { Node } from '../analysis/bind/walk.js';
import type { Subject } from './subject.js';

/** Names by which functions and policies of the usual libraries run what they are given, again if it fails. */
const RUNNERS =
  /^(?:pRetry|retry|retryAsync|asyncRetry|backOff|withRetry|retryOperation|execute|executeAsync|Execute|ExecuteAsync|ExecuteAndCaptureAsync|attempt)$/;

/** True where a function around the call is handed to such a runner. */
export function isRetried({ candidate }: Subject): boolean {
  const { file, val } = candidate.cell;
  let at: Node = val;
  for (let up = file.parent(at); up; up = file.parent(at)) {
    const { node, role } = up;
    if (role === 'arg' && 'v' in node && node.v === 'call' && 'v' in at && at.v === 'fn') {
      const { callee } = node;
      if ((callee.v === 'member' || callee.v === 'ref') && RUNNERS.test(callee.name)) return true;
    }
    at = node;
  }
  return false;
}
