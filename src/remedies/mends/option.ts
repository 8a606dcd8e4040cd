/** `@microsoft.graph.conflictBehavior` where the service does not read it: it goes where it is read. */
import type { Entry, Rec } from '../../analysis/code-model.js';
import { t } from '../../l10n/t.js';
import { recordOf } from '../fields.js';
import { chainOf, fieldOf } from '../pieces.js';
import type { Plan, Rewrite } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';

/** Only where the body is written in the call, and the option with a known value in it. */
export function optionMoved(subject: Subject): Plan | undefined {
  const body = recordOf(subject);
  const option = body?.entries.find(({ key }) => typeof key === 'string' && /conflictBehavior$/i.test(key));
  if (!body || !option || option.value.v !== 'lit') return undefined;
  const last = subject.candidate.path.split('/').at(-1)?.toLowerCase() ?? '';
  const edits = last.endsWith('createuploadsession')
    ? intoItem(subject, body, option)
    : intoQuery(subject, body, option);
  return (
    edits && {
      title: t('Move the option to where the service reads it'),
      safe: true,
      edit: { kind: 'rewrite', edits },
    }
  );
}

/** An upload session reads it under `item`. */
function intoItem(subject: Subject, body: Rec, option: Entry): Rewrite['edits'] | undefined {
  const source = sourceOf(subject, option.range);
  if (!body.entries.some(({ key }) => key === 'item')) return [{ range: option.range, record: 'item', source }];
  const item = fieldOf(body, 'item');
  const last = item?.v === 'rec' ? item.entries.at(-1) : undefined;
  if (!last || last.spread) return undefined;
  const moved = { range: { start: last.range.end, end: last.range.end }, code: `, ${source}` };
  return [moved, { range: without(body, option), code: '' }].sort((a, b) => a.range.start - b.range.start);
}

/** Everything else reads it in the query. */
function intoQuery(subject: Subject, body: Rec, option: Entry): Rewrite['edits'] | undefined {
  const [first] = chainOf(subject.call).at(-1)?.call.args ?? [];
  const url = first?.name === undefined ? first?.value : undefined;
  if (!url || (url.v !== 'lit' && url.v !== 'text') || option.value.v !== 'lit') return undefined;
  const written = sourceOf(subject, url.range);
  const quote = written.at(-1) ?? '';
  if (!/^['"`]$/.test(quote) || written.replace(/^[fF]/, '')[0] !== quote) return undefined;
  const at = url.range.end - 1;
  const sign = written.includes('?') ? '&' : '?';
  const query = `${sign}@microsoft.graph.conflictBehavior=${option.value.value}`;
  return [
    { range: { start: at, end: at }, code: query },
    { range: without(body, option), code: '' },
  ];
}

/** An entry with the comma that goes with it. */
function without({ entries }: Rec, entry: Entry): Entry['range'] {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  if (next) return { start: entry.range.start, end: next.range.start };
  return { start: entries[at - 1]?.range.end ?? entry.range.start, end: entry.range.end };
}
