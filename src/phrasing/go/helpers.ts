/** The helpers of Go by the key the remedies ask for. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { onlyFor } from '../only-for.js';
import type { Helper } from '../phrasing.js';
import { createOrRead, getItem, goOnWhereThere } from './create-or-get.js';
import { logConflict } from './log.js';
import { reportAnswer, reportError, reportResults } from './report.js';

/** A refusal, or undefined, where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | Refusal | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'create-or-read': createOrRead,
  'get-item': onlyFor('azcosmos', getItem),
  'log-console': logConflict,
  'report-answer': reportAnswer,
  'report-error': reportError,
  'report-results': reportResults,
  there: goOnWhereThere,
};
