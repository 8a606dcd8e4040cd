/** Operators of values that hold a later result (Reactor, RxJava, CompletableFuture), as data. */

/** They wait until the result is there: an error is raised as it is, or inside another one. */
export const BLOCKING: ReadonlyMap<string, 'plain' | 'wrapped' | 'boxed'> = new Map([
  ['block', 'plain'],
  ['blockOptional', 'plain'],
  ['blockFirst', 'plain'],
  ['blockLast', 'plain'],
  ['toIterable', 'plain'],
  ['toStream', 'plain'],
  ['blockingGet', 'plain'],
  ['blockingAwait', 'plain'],
  ['blockingFirst', 'plain'],
  ['blockingLast', 'plain'],
  ['blockingSingle', 'plain'],
  ['blockingForEach', 'plain'],
  // What is checked comes out inside another error, what is not as it is.
  ['toBlocking', 'wrapped'],
  ['await', 'plain'],
  ['indefinitely', 'plain'],
  // Inside an ExecutionException or CompletionException.
  ['get', 'boxed'],
  ['join', 'boxed'],
  ['getNow', 'boxed'],
]);

/** What an operator does with a failure. */
export interface ErrorOperator {
  /** Which parameter of its last function is the failure. */
  param: number;
  /** What the function gives: what goes on instead, another failure, or nothing that counts. */
  gives: 'value' | 'error' | 'nothing';
  /** The failure may arrive in another one, by how many stages there were before. */
  boxes?: true;
}

const value: ErrorOperator = { param: 0, gives: 'value' };
const staged: ErrorOperator = { ...value, boxes: true };

/** Operators that are given the failure; a type or a predicate before the function says which failures. */
export const ERROR_OPERATORS: ReadonlyMap<string, ErrorOperator> = new Map([
  ['onErrorResume', value],
  ['onErrorResumeNext', value],
  ['onErrorResumeWith', value],
  ['onErrorReturn', value],
  ['onErrorReturnItem', value],
  ['onErrorComplete', value],
  ['onErrorContinue', value],
  ['exceptionally', staged],
  ['exceptionallyAsync', staged],
  ['exceptionallyCompose', staged],
  ['exceptionallyComposeAsync', staged],
  ['onErrorMap', { param: 0, gives: 'error' }],
  ['mapError', { param: 0, gives: 'error' }],
  ['handle', { ...staged, param: 1 }],
  ['handleAsync', { ...staged, param: 1 }],
  ['doOnError', { param: 0, gives: 'nothing' }],
  ['whenComplete', { param: 1, gives: 'nothing' }],
  ['whenCompleteAsync', { param: 1, gives: 'nothing' }],
]);

/** Operators that repeat what came before them. */
export const REPEATING = /^retry(?:When|Until|Backoff)?$/;

/** Types whose `error` and the like make a value that fails. */
const FAILING_TYPES = new Set([
  'Mono',
  'Flux',
  'Observable',
  'Single',
  'Completable',
  'Maybe',
  'Flowable',
  'CompletableFuture',
  'CompletionStage',
  'Uni',
]);
const FAILING = new Set(['error', 'failedFuture', 'failedStage', 'failure']);

/** True for a call that makes a value that fails with its argument: `Mono.error(e)`. */
export function makesFailure(type: string, name: string): boolean {
  return FAILING.has(name) && FAILING_TYPES.has(type);
}

/** Calls that run a function later: what it raises is the failure of the value they give. */
export const RUNS_LATER = new Set([
  'fromCallable',
  'fromSupplier',
  'fromRunnable',
  'fromAction',
  'defer',
  'supplyAsync',
  'runAsync',
  'submit',
  'create',
  'thenApply',
  'thenApplyAsync',
  'thenAccept',
  'thenCompose',
  'thenRun',
  'flatMap',
  'flatMapMany',
  'concatMap',
  'doOnNext',
  'doOnSuccess',
]);
