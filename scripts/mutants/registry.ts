/** All mutators. Adding one: a file or a row here, and a sample in the tests. */
import { branchMutators } from './mutators/branch.js';
import { conditionMutators } from './mutators/condition.js';
import { handlerMutators } from './mutators/handler.js';
import { indentedMutators } from './mutators/indented.js';
import { propertyMutators } from './mutators/property.js';
import { resultMutators } from './mutators/results.js';
import { retryMutators } from './mutators/retry.js';
import { statusMutators } from './mutators/status.js';
import { typeMutators } from './mutators/type.js';
import { powershellMutators } from './scripted/powershell.js';
import type { ScriptMutator } from './scripted/subject.js';
import type { Mutator } from './types.js';

export const mutators: readonly Mutator[] = [
  ...statusMutators,
  ...propertyMutators,
  ...handlerMutators,
  ...branchMutators,
  ...retryMutators,
  ...conditionMutators,
  ...typeMutators,
  ...resultMutators,
  ...indentedMutators,
];

/** Mutators for languages that are read without a grammar, by the id of the language. */
export const scriptMutators: Readonly<Record<string, readonly ScriptMutator[]>> = { powershell: powershellMutators };
