/** The helpers of Python by the key the remedies ask for. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { createOrRead, getItem, goOnWhereThere } from './create-or-get.js';
import { reportAnswer, reportError, reportUnknown } from './report.js';
import { retryConflicts } from './retry.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'create-or-read': createOrRead,
  'get-item': getItem,
  'report-answer': reportAnswer,
  'report-error': reportError,
  // A batch raises as a whole.
  'report-results': (subject) => (subject.candidate.channel === 'throws' ? reportError(subject) : undefined),
  'report-unknown': reportUnknown,
  retry: retryConflicts,
  there: goOnWhereThere,
};
