/** The helpers of TypeScript and JavaScript by the key the remedies ask for. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { reportAnswer, reportError, reportUnknown } from './report.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

export const helpers: Readonly<Record<string, HelperFor>> = {
  'report-error': reportError,
  'report-answer': reportAnswer,
  'report-unknown': reportUnknown,
};
