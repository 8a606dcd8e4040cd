/**
 * Forms of the same create that a repeat cannot trip over: a key of its own, a word to the service what to do about a taken
 * name, the call of the library that looks first. Each writes over something or ignores a difference, so none is applied
 * without a decision. The forms are the `idempotent` ones of the catalog.
 */
import type { Refusal } from '../../analysis/findings.js';
import { isClaim } from '../intent.js';
import { createIfMissing } from '../keyed/create-if-missing.js';
import { createIfNotExists } from '../keyed/create-if-not-exists.js';
import { replaceFolder, replaceUpload } from '../keyed/replace-by-name.js';
import type { Plan, Remedy } from '../remedy.js';
import type { Subject } from '../subject.js';

type Form = (subject: Subject) => Plan | Refusal;

/** The form of each scenario that has one which can be written. */
export const FORMS: Readonly<Record<string, Form>> = {
  'cosmos/container-exists': createIfNotExists,
  'cosmos/database-exists': createIfNotExists,
  'graph/application-exists': createIfMissing,
  'graph/drive-name-exists': replaceFolder,
  'graph/group-exists': createIfMissing,
  'graph/upload-session-open': replaceUpload,
};

export const idempotencyKey: Remedy = {
  id: 'idempotency-key',
  cures: true,
  plan(subject) {
    const { candidate, scenario } = subject;
    if (candidate.runsAt || candidate.steps) return 'batch';
    if (isClaim(subject)) return 'claim';
    return FORMS[scenario.id]?.(subject) ?? 'not-written';
  },
};
