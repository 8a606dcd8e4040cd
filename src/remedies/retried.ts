/** Whether a call already stands inside a retry of the project's own. */
import { children, type Node } from '../analysis/bind/walk.js';
import type { Call, Try } from '../analysis/code-model.js';
import type { Subject } from './subject.js';

/** Names by which functions and policies of the usual libraries run what they are given, again if it fails. */
const RUNNERS =
  /^(?:pRetry|retry|retryAsync|asyncRetry|backOff|withRetry|retryOperation|execute|executeAsync|Execute|ExecuteAsync|ExecuteAndCaptureAsync|attempt)$/;

/**
 * The retry around a call: what runs the function the call stands in, or a loop that goes round until it succeeds.
 * Undefined where there is none.
 */
export function retryAround({ candidate }: Subject): Call | 'loop' | undefined {
  const { file, val } = candidate.cell;
  let at: Node = val;
  let tried: Try | undefined;
  for (let up = file.parent(at); up; up = file.parent(at)) {
    const { node, role } = up;
    if (role === 'arg' && 'v' in node && node.v === 'call' && 'v' in at && at.v === 'fn') {
      const { callee } = node;
      if ((callee.v === 'member' || callee.v === 'ref') && RUNNERS.test(callee.name)) return node;
    }
    const mark = decorated(node);
    if (mark) return mark;
    if ('v' in node && node.v === 'fn') tried = undefined;
    else if ('s' in node && node.s === 'try' && node.handlers.length > 0) tried ??= node;
    else if ('s' in node && node.s === 'loop' && node.form !== 'each' && tried && leaves(tried.body)) return 'loop';
    at = node;
  }
  return undefined;
}

/** Decorators and annotations by which a function is called again: tenacity, backoff, Spring Retry, Resilience4j. */
const DECORATORS = /^(?:retry|on_exception|on_predicate|Retryable|Retry)$/;

/** The one that a function has. */
function decorated(node: Node): Call | undefined {
  const fn = 'v' in node && node.v === 'fn' ? node.fn : 's' in node && node.s === 'function' ? node.fn : undefined;
  return fn?.marks.find(({ callee }) => (callee.v === 'member' || callee.v === 'ref') && DECORATORS.test(callee.name));
}

/** Success ends the loop: what is tried returns or breaks. */
function leaves(body: readonly Node[]): boolean {
  let found = false;
  const visit = (node: Node): void => {
    if ('v' in node && node.v === 'fn') return;
    if ('s' in node && (node.s === 'return' || (node.s === 'leave' && node.how === 'break'))) found = true;
    children(node, visit);
  };
  for (const statement of body) visit(statement);
  return found;
}
