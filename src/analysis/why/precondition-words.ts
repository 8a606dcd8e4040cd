/** What a request must carry for a conflict to be possible, in words. */
import type { OperationRow, Precondition } from '../../catalog/types.js';
import { phrases, type Translate } from '../../l10n/t.js';

const WORDS: Readonly<Record<Precondition, string>> = phrases({
  'if-match': 'an ETag condition (If-Match)',
  condition: 'a condition of its own',
  'unique-key': 'a unique key, which only the container knows',
  'behavior-fail': 'the conflict behaviour "fail"',
  'in-batch': 'a batch around it',
  'in-bulk': 'bulk execution',
  'after-create': 'a create shortly before',
  'body-property': 'one of the properties {0}',
  'prone-step': 'a step that can conflict by itself',
});

/** What the row needs, or undefined where it needs nothing. */
export function preconditionWords(row: OperationRow, t: Translate): string | undefined {
  return row.needs && t(WORDS[row.needs], (row.properties ?? []).join(', '));
}
