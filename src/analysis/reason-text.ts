/** Each reason in a sentence, for people. */
import { phrases } from '../l10n/t.js';
import type { Reason } from './findings.js';

const SENTENCES: Readonly<Record<Reason, string>> = phrases({
  'no-handler': 'Nothing catches the error of this call.',
  'not-told-apart': 'The error is caught, but a conflict is treated like any other error.',
  swallowed: 'The error is caught and dropped, so nobody learns of the conflict.',
  'observed-only': 'The conflict is looked at and thrown on unchanged, so nothing answers it.',
  lost: 'Nobody waits for this call, so its error is lost.',
  'only-sent': 'A file of requests cannot answer a conflict: the program that sends this request must.',
  'wrong-property': 'The handler tests a property that this client does not set.',
  'wrong-type': 'The handler expects an error type that this client does not throw.',
  'wrong-status': 'The handler tests another status than the one this call answers.',
  'never-thrown': 'This call does not throw on a conflict: the answer itself must be tested.',
  'non-terminating': 'The error does not end the statement, so the catch block never runs.',
  'not-awaited': 'The call is not awaited inside the try block, so its error passes by the catch.',
  'retry-cannot-help': 'The same request is sent again unchanged and meets the same conflict.',
  'retry-uncapped': 'The retry has no limit or no delay, or it ignores Retry-After.',
  'ignored-option': 'The option that would avoid the conflict stands where the service does not read it.',
  'stale-body': 'The retry sends the old content with a new ETag and overwrites what somebody else wrote.',
  'partial-answers': 'The handler covers one of the statuses this call can answer, not all of them.',
  'check-then-create': 'It is checked before the create, and another caller can come in between.',
  'told-apart': 'The conflict is told apart and answered.',
  'fresh-id': 'The id is made anew for this call.',
  upsert: 'An upsert creates or replaces.',
  'if-not-exists': 'The form used creates only what is not there.',
  'conflict-behavior': 'The conflict behaviour asked for avoids the conflict.',
  'idempotency-key': 'The request carries a key that makes repeats harmless.',
  'create-or-replace': 'The request creates or replaces.',
  'no-condition': 'The request carries no condition that could fail.',
});

/** English; give it to `t`. */
export function reasonSentence(reason: Reason): string {
  return SENTENCES[reason];
}
