/** Why a remedy is not offered at a call, in words. English; give them to `t`. */
import type { Refusal } from '../analysis/findings.js';
import { phrases } from '../l10n/t.js';

export const REFUSALS: Readonly<Record<Refusal, string>> = phrases({
  'already-retried': 'the call already stands in a retry of the project, whose attempts would multiply.',
  batch: 'the call is one step of a batch, which is answered as a whole.',
  callback: 'the error is handed to a callback and never comes back to the call.',
  'cannot-clear': 'the same request never succeeds by waiting.',
  claim: 'the create is used as a lock: whoever is refused must not go on as if it had succeeded.',
  'client-unknown': 'it is not known by which client and address to read what is there.',
  'identity-unknown': 'it cannot be seen which values make two requests the same.',
  'lookup-unknown': 'there is no known way to read what is there already.',
  'not-asynchronous': 'the call does not stand where one can wait for it.',
  'not-written': 'it is not written for this client library.',
  'nothing-to-mend': 'there is no handler with a fault that could be mended.',
  'change-not-isolated':
    'the change cannot be told from the content it is applied to, so it has to be written by hand.',
  swallowed: 'the handler around the call swallows every error, and would swallow an error of its own too.',
  damaged: 'the code around the call cannot be read.',
});
