/** The helpers of TypeScript and JavaScript by the key the remedies ask for. */
import type { Subject } from '../../remedies/subject.js';
import { onlyFor } from '../only-for.js';
import type { Helper } from '../phrasing.js';
import { checkAndFind, checkAndRead } from './check-first.js';
import { answerOrRead, createOrFind, createOrRead, goOnWhereThere } from './create-or-get.js';
import { getItem } from './get-item.js';
import { logConflict } from './log.js';
import { renewSubscription } from './renew-subscription.js';
import { reportAnswer, reportError, reportUnknown } from './report.js';
import { reportResults } from './report-results.js';
import { retryConflicts } from './retry.js';
import { retryByCockatiel, retryByPRetry } from './retry-libraries.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'answer-or-read': answerOrRead,
  'check-and-find': checkAndFind,
  'check-and-read': checkAndRead,
  'create-or-find': createOrFind,
  'create-or-read': createOrRead,
  'get-item': onlyFor('azure-cosmos-js', getItem),
  'log-console': logConflict('console'),
  'log-fields-first': logConflict('fields-first'),
  'log-insights': logConflict('insights'),
  'log-text-first': logConflict('text-first'),
  'renew-subscription': onlyFor('graph-client-js', renewSubscription),
  'report-answer': reportAnswer,
  'report-error': reportError,
  'report-results': reportResults,
  'report-unknown': reportUnknown,
  retry: retryConflicts,
  'retry-cockatiel': retryByCockatiel,
  'retry-p-retry': retryByPRetry,
  there: goOnWhereThere,
};
