/** The helpers of Python by the key the remedies ask for. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { checkAndFind, checkAndFindAnswer, checkAndRead, checkAndReadAnswer } from './check-first.js';
import { answerOrFind, createOrFind } from './create-or-find.js';
import { getItem, goOnWhereThere } from './create-or-get.js';
import { answerOrRead, createOrRead } from './create-or-read.js';
import { logConflict } from './log.js';
import { renewByAnswers, renewSubscription } from './renew-subscription.js';
import { reportAnswer, reportError, reportUnknown } from './report.js';
import { retryByTenacity, retryConflicts } from './retry.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'answer-or-find': answerOrFind,
  'answer-or-read': answerOrRead,
  'check-and-find': checkAndFind,
  'check-and-find-answer': checkAndFindAnswer,
  'check-and-read': checkAndRead,
  'check-and-read-answer': checkAndReadAnswer,
  'create-or-find': createOrFind,
  'create-or-read': createOrRead,
  'get-item': getItem,
  'renew-by-answers': renewByAnswers,
  'renew-subscription': renewSubscription,
  'log-braces': logConflict('braces'),
  'log-by-name': logConflict('by-name'),
  'log-console': logConflict('console'),
  'log-printf': logConflict('printf'),
  'report-answer': reportAnswer,
  'report-error': reportError,
  // A batch raises as a whole.
  'report-results': (subject) => (subject.candidate.channel === 'throws' ? reportError(subject) : undefined),
  'report-unknown': reportUnknown,
  retry: retryConflicts,
  'retry-tenacity': retryByTenacity,
  there: goOnWhereThere,
};
