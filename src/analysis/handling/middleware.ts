/** Handlers that a web framework calls with every failure of its routes: they stand in the same file, apart from the calls. */
import type { BoundFile } from '../bind/file.js';
import type { Call, Val } from '../code-model.js';
import { calleeName } from './ends.js';
import type { Fate } from './fate.js';
import type { Shape } from './shape.js';
import type { Via, Ways } from './ways.js';

/** Names under which a route is given the way to the handlers. Source: expressjs.com, guide/error-handling. */
const ONWARD = new Set(['next']);
/** Calls that register a handler, and how many parameters tell it from others: `use((err, req, res, next) => …)`. */
const REGISTER: Record<string, number> = { use: 4, setErrorHandler: 1, onError: 1 };

/** True for the name of a function that hands a failure to the framework. */
export function isOnward(name: string): boolean {
  return ONWARD.has(name);
}

/** What the file's error handlers make of a failure; undefined where there are none. */
export function byMiddleware(w: Ways, file: BoundFile, shape: Shape, via: Via[]): Fate | undefined {
  for (const call of file.calls) {
    const least = call.v === 'call' ? REGISTER[calleeName(call)] : undefined;
    const handler = least === undefined ? undefined : handlerIn(w, file, call as Call, least);
    if (handler) return w.callback(call as Call, handler, file, { ...shape, response: false }, via);
  }
  return undefined;
}

function handlerIn(w: Ways, file: BoundFile, call: Call, least: number): Val | undefined {
  return call.args
    .map((a) => a.value)
    .find(
      (v) => (v.v === 'fn' || v.v === 'ref') && (w.ev.functionOf({ file, val: v })?.fn.params.length ?? 0) >= least,
    );
}
