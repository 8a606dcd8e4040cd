/** Names of calls that make collections, or keep their elements, as data. */

/** Calls that make a list of what a function returns for each element. */
export const MAPPINGS = new Set(['map', 'flatMap', 'Select', 'SelectMany']);

/** Members that add an element to a list. */
export const ADDERS = new Set([
  'push',
  'append',
  'unshift',
  'add',
  'addAll',
  'Add',
  'AddRange',
  'addRequest',
  'AddBatchRequestStep',
  'AddBatchRequestStepAsync',
  'Append',
  'Enqueue',
]);

/** Calls whose result has the elements of their receiver. */
export const PASSES = new Set([
  'filter',
  'Where',
  'ToList',
  'ToArray',
  'slice',
  'concat',
  'reverse',
  'AsEnumerable',
  'stream',
  'toList',
  'collect',
]);

/** Calls of a type whose arguments are the elements: `List.of(a, b)`, `Arrays.asList(a, b)`. */
export const MAKERS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    of: new Set(['List', 'Set', 'Stream', 'EnumSet', 'ImmutableList', 'ImmutableSet']),
    asList: new Set(['Arrays']),
    just: new Set(['Flux', 'Observable', 'Flowable']),
    singletonList: new Set(['Collections']),
    singleton: new Set(['Collections']),
    newArrayList: new Set(['Lists']),
    newHashSet: new Set(['Sets']),
  }),
);

/** A call that makes a record of its arguments, taken as keys and values in turn. */
export const PAIRS: ReadonlyMap<string, ReadonlySet<string>> = new Map([['of', new Set(['Map', 'ImmutableMap'])]]);
