/** Questions about the form of expressions and statements, whatever they mean. */
import { children, type Node } from '../bind/walk.js';
import type { Call, Stmt, Val } from '../code-model.js';

const COMPARISONS = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'matches']);

/** True for a comparison, a test of a type, and a question to a list or text: what they give is true or false. */
export function isTest(val: Val): boolean {
  if (val.v === 'op') return COMPARISONS.has(val.op);
  if (val.v === 'member') return /^(?:length|Length|Count|size)$/.test(val.name);
  return (
    val.v === 'is' ||
    (val.v === 'call' && val.callee.v === 'member' && /^(?:some|any|includes|every)$/i.test(val.callee.name))
  );
}

/** True for a comparison, a test or a combination of such. */
export function isCondition(val: Val): boolean {
  return val.v === 'op' || val.v === 'is' || val.v === 'call' || val.v === 'member';
}

/** True for a call that asks a question or writes a value as text, and does nothing else. */
export function onlyAsks(call: Call): boolean {
  return isTest(call) || /^(?:String|toString|ToString|toLowerCase|toUpperCase|trim|Trim)$/.test(nameOf(call));
}

/** The list a statement stands in. */
export function siblingsOf(node: Node, role: string): Stmt[] | undefined {
  if ('s' in node) {
    if (node.s === 'if') return role === 'then' ? node.then : node.else;
    if (node.s === 'loop') return role === 'init' ? node.init : role === 'step' ? node.step : node.body;
    if (node.s === 'try') return role === 'final' ? node.final : node.body;
    if (node.s === 'other') return node.body;
    return undefined;
  }
  return 'body' in node ? (node.body as Stmt[] | undefined) : undefined;
}

/** Calls in an expression, outermost first, without those inside lambdas. */
export function callsIn(val: Val): Call[] {
  const out: Call[] = [];
  const visit = (n: Node): void => {
    if (!('v' in n) || n.v === 'fn') return;
    if (n.v === 'call') out.push(n);
    children(n, visit);
  };
  visit(val);
  return out;
}

/** The conditional expression that a value is. */
export function pickIn(val: Val): Extract<Val, { v: 'pick' }> | undefined {
  if (val.v === 'pick') return val;
  if (val.v === 'await' || val.v === 'assign') return pickIn(val.value);
  return undefined;
}

/** The name of what is called, for people. */
export function nameOf(call: Call): string {
  const c = call.callee;
  return c.v === 'member' ? c.name : c.v === 'ref' ? c.name : '…';
}

/** Names of functions that report. */
const LOGGING =
  /^(?:log|warn|warning|error|info|debug|trace|write|writeline|writeerror|print|fatal|verbose|track|record|increment|observe|captureexception|notify|dir)/i;
/** Names of the things that do so. */
const LOGGERS =
  /^(?:console|log|_?logger|_?log|telemetry|_?telemetryclient|appinsights|logging|debug|trace|metrics|context|core|winston|sentry|activity|logtostderr)$/i;

/** True for a call that only reports: it changes nothing for the caller. */
export function isLogging(val: Val): boolean {
  if (val.v === 'await') return isLogging(val.value);
  if (val.v !== 'call') return val.v !== 'assign' && val.v !== 'new' && val.v !== 'fn' && callsIn(val).every(isLogging);
  const c = val.callee;
  if (c.v === 'ref') return LOGGING.test(c.name);
  if (c.v !== 'member') return false;
  let root: Val = c.obj;
  while (root.v === 'member' || root.v === 'call') {
    if (root.v === 'member' && LOGGERS.test(root.name)) return true;
    root = root.v === 'member' ? root.obj : root.callee;
  }
  return LOGGING.test(c.name) || (root.v === 'ref' && LOGGERS.test(root.name));
}
