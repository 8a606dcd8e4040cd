/**
 * `@microsoft.graph.conflictBehavior: replace`, where the service reads it: in the body of a folder that is created, under
 * `item` of an upload session. For files created by POST it is reported to be refused, so there it is not written.
 */
import type { Rec, Val } from '../../analysis/code-model.js';
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { recordOf } from '../fields.js';
import { fieldOf } from '../pieces.js';
import type { Plan, Rewrite } from '../remedy.js';
import type { Subject } from '../subject.js';

const BEHAVIOR = '@microsoft.graph.conflictBehavior';

type Edit = Rewrite['edits'][number];

/** A folder that is there is handed out. */
export function replaceFolder(subject: Subject): Plan | Refusal {
  const body = recordOf(subject);
  const folder = body && fieldOf(body, 'folder');
  if (!body || folder?.v !== 'rec') return 'not-written';
  return planned(
    t('Take the folder of this name that is there (conflictBehavior: replace; some business drives refuse it)'),
    behaviorEdit(body),
  );
}

/** The upload replaces the file. */
export function replaceUpload(subject: Subject): Plan | Refusal {
  const body = recordOf(subject);
  const item = body && fieldOf(body, 'item');
  if (item?.v !== 'rec') return 'not-written';
  return planned(
    t('Replace the file of this name (conflictBehavior: replace; overwrites it, and does not lift an open session)'),
    behaviorEdit(item),
  );
}

function planned(title: string, edit: Edit | undefined): Plan | Refusal {
  return edit ? { title, safe: false, edit: { kind: 'rewrite', edits: [edit] } } : 'not-written';
}

/** The word in a record: changed where it stands there, or added behind the last entry. */
function behaviorEdit({ entries }: Rec): Edit | undefined {
  const there = entries.find(({ key }) => key === BEHAVIOR);
  const constant: Val | undefined = there?.value;
  if (constant) return constant.v === 'lit' ? { range: constant.range, word: 'replace' } : undefined;
  const last = entries.at(-1);
  if (!last || last.spread) return undefined;
  const { end } = last.range;
  return { range: { start: end, end }, entry: BEHAVIOR, word: 'replace', like: last.range };
}
