/** Small questions about calls, handlers and ends. */
import type { Call, Stmt, Val } from '../code-model.js';
import { isLogging } from './expressions.js';
import type { End } from './simulate.js';

/** The last name of what a call calls. */
export function calleeName(call: Call): string {
  const c = call.callee;
  return c.v === 'member' ? c.name : c.v === 'ref' ? c.name : '';
}

/** True for a handler that does nothing but log, and gives nothing back. */
export function onlyReports(body: Stmt[]): boolean {
  return body.every((s) => (s.s === 'do' && isLogging(s.value)) || (s.s === 'return' && isNothing(s.value)));
}

function isNothing(val: Val | undefined): boolean {
  return val === undefined || (val.v === 'lit' && val.value === undefined) || (val.v === 'op' && val.op === 'void');
}

/** One end for each place. */
export function distinct(ends: End[]): End[] {
  const seen = new Set<unknown>();
  return ends.filter((e) => {
    if (seen.has(e.node)) return false;
    seen.add(e.node);
    return true;
  });
}
