/** The verdicts and reasons that mutators expect, in one place. A set of reasons says: experts would take either. */
import type { Expected } from './types.js';

const unhandled = (...reasons: Expected['reasons']): Expected => ({ verdict: 'unhandled', reasons });
const mishandled = (...reasons: Expected['reasons']): Expected => ({ verdict: 'mishandled', reasons });

/** Nothing stands between the call and the way out. */
export const NO_HANDLER = [unhandled('no-handler')];

/** A handler stands there, lets the conflict through unchanged, and does nothing to it. */
export const PASSES_ON = [unhandled('not-told-apart', 'no-handler')];

/** A handler reports the conflict and lets it through unchanged. */
export const REPORTS = [unhandled('observed-only')];

/** A handler without a test reports every error and lets it through. */
export const REPORTS_ALL = [unhandled('observed-only', 'not-told-apart')];

/** A handler treats every error alike and ends it there. */
export const SWALLOWS = [unhandled('swallowed', 'not-told-apart')];

/** A handler with an empty or reporting body ends every error. */
export const SWALLOWS_SILENTLY = [unhandled('swallowed')];

/** The conflict is not told apart; how the other errors end decides which reason fits best. */
export const NOT_TOLD_APART = [unhandled('not-told-apart', 'swallowed', 'observed-only', 'no-handler')];

export const WRONG_STATUS = [mishandled('wrong-status')];
/** Where an operation answers both statuses, a test of one is no wrong status but half an answer. */
export const WRONG_STATUS_OR_PARTIAL = [mishandled('wrong-status', 'partial-answers')];
export const WRONG_PROPERTY = [mishandled('wrong-property')];
export const WRONG_TYPE = [mishandled('wrong-type')];
export const NOT_AWAITED = [mishandled('not-awaited'), unhandled('lost')];
/** The error is written to the stream and ends nothing. */
export const NON_TERMINATING = [mishandled('non-terminating')];
export const RETRY_CANNOT_HELP = [mishandled('retry-cannot-help')];
export const RETRY_UNCAPPED = [mishandled('retry-uncapped')];
export const NO_CONDITION: readonly Expected[] = [{ verdict: 'idempotent', reasons: ['no-condition'] }];
