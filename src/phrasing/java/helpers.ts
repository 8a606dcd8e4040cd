/** The helpers of Java by the key the remedies ask for. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { onlyFor } from '../only-for.js';
import type { Helper } from '../phrasing.js';
import { createOrRead, getItem, goOnWhereThere } from './create-or-get.js';
import { checkAndRead, createOrFind } from './find.js';
import { logConflict } from './log.js';
import { reportAnswer, reportError, reportResults, throwResults } from './report.js';
import { retryConflicts } from './retry.js';

/** A refusal, or undefined, where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | Refusal | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'check-and-read': checkAndRead,
  'create-or-find': createOrFind,
  'create-or-read': createOrRead,
  'get-item': onlyFor('cosmos-java', getItem),
  'log-console': logConflict,
  'report-answer': reportAnswer,
  'report-error': reportError,
  'report-results': onlyFor('cosmos-java', reportResults),
  'report-unknown': reportError,
  retry: retryConflicts,
  'throw-results': onlyFor('cosmos-java', throwResults),
  there: goOnWhereThere,
};
