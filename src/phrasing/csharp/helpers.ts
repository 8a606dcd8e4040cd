/** The helpers of C# by the key the remedies ask for. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { onlyFor } from '../only-for.js';
import type { Helper } from '../phrasing.js';
import { checkAndRead } from './check-first.js';
import { answerOrRead, createOrFind, createOrRead, getItem, goOnWhereThere } from './create-or-get.js';
import { logConflict } from './log.js';
import { renewSubscription } from './renew-subscription.js';
import { reportAnswer, reportError, reportResults, throwResults } from './report.js';
import { retryConflicts } from './retry.js';
import { retryByPolly } from './retry-polly.js';

/** A refusal, or undefined, where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | Refusal | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'answer-or-read': answerOrRead,
  'check-and-read': checkAndRead,
  'create-or-find': createOrFind,
  'create-or-read': createOrRead,
  'get-item': onlyFor('cosmos-dotnet', getItem),
  'log-structured': logConflict,
  'renew-subscription': onlyFor('graph-dotnet', renewSubscription),
  'report-answer': reportAnswer,
  'report-error': reportError,
  'report-results': onlyFor('cosmos-dotnet', reportResults),
  'report-unknown': reportError,
  retry: retryConflicts,
  'retry-polly': retryByPolly,
  there: goOnWhereThere,
  'throw-results': onlyFor('cosmos-dotnet', throwResults),
};
