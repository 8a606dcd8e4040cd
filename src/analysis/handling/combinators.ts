/** Functions and members of common libraries through which a failure passes, as data. */

/** They wait for, or bundle, several promises. */
const GATHERERS = new Set([
  'all',
  'allSettled',
  'race',
  'any',
  'WhenAll',
  'WhenAny',
  'resolve',
  'from',
  'FromResult',
  'WaitAll',
  'gather',
]);

/** They call a function for each element and make a list of what it returns. */
const ITERATIONS = new Set(['map', 'flatMap', 'Select', 'SelectMany', 'filter', 'Where', 'reduce']);

/** Members of a promise or task that hand the failure on. */
export const PASSING_MEMBERS = new Set([
  'finally',
  'ConfigureAwait',
  'AsTask',
  'WaitAsync',
  'Unwrap',
  'Preserve',
  'timeout',
  'retry',
  'set',
  'send',
  'ok',
  'accept',
  'auth',
  'type',
  'query',
  'on',
]);

/** Operators that are given the failure: fp-ts, RxJS, Effect. The handler is their first argument. */
export const FUNCTIONAL_HANDLERS = new Set([
  'mapLeft',
  'mapBoth',
  'bimap',
  'orElse',
  'orElseW',
  'orElseFirst',
  'fold',
  'foldW',
  'match',
  'matchW',
  'matchE',
  'matchEW',
  'getOrElse',
  'getOrElseW',
  'catchError',
  'catchAll',
  'catchTag',
  'mapError',
  'alt',
  'tapError',
]);

/** True for a call that fails when one of the promises it is given fails. */
export function isGatherer(name: string): boolean {
  return GATHERERS.has(name);
}

/** True for a call that runs a function for each element. */
export function isIteration(name: string): boolean {
  return ITERATIONS.has(name);
}
