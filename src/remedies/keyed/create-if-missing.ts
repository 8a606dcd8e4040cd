/**
 * `PATCH` at the address of a key with `Prefer: create-if-missing`, in the place of a `POST`. Sources: the pages on upsert of
 * groups, applications and service principals in the v1.0 reference; an answer without content is read at the same address.
 */
import type { Entry, Val } from '../../analysis/code-model.js';
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { recordOf } from '../fields.js';
import { chainOf, steadySource } from '../pieces.js';
import type { Plan, Rewrite } from '../remedy.js';
import type { Subject } from '../subject.js';
import { urlParts } from '../url-pieces.js';

/** The key that each kind of resource is addressed by. */
const KEYS: Readonly<Record<string, { field: string; foundOnly?: true }>> = {
  'graph/application-exists': { field: 'uniqueName', foundOnly: true },
  'graph/group-exists': { field: 'uniqueName', foundOnly: true },
  'graph/service-principal-exists': { field: 'appId' },
};

/** Calls of the chain that change nothing about where the request goes. */
const PASSING = new Set(['api', 'version', 'header', 'headers', 'post', 'create']);

/** Written where the request is one chain with its body as a literal that has the key. */
export function createIfMissing(subject: Subject): Plan | Refusal {
  const key = KEYS[subject.scenario.id];
  const links = chainOf(subject.call);
  const api = links.at(-1);
  const verb = subject.call.callee;
  if (!key || api?.name !== 'api' || verb.v !== 'member' || !/^(?:post|create)$/.test(verb.name)) return 'not-written';
  if (!links.every(({ name }) => PASSING.has(name))) return 'not-written';
  const url = urlParts(subject);
  const address = api.call.args[0]?.value;
  const last = url?.at(-1);
  if (!url || !address || (typeof last === 'string' && /[?/]$|\?/.test(last))) return 'client-unknown';
  const record = recordOf(subject);
  if (!record || record.entries.some((entry) => entry.spread)) return 'identity-unknown';
  const entry = record.entries.find((one) => one.key === key.field);
  const code = steadySource(subject, entry?.value);
  if (!entry || code === undefined) return 'identity-unknown';
  const parts = [...url, `(${key.field}='`, { code, as: 'quoted' as const }, "')"];
  const edits: Rewrite['edits'] = [
    { range: address.range, text: parts },
    { range: verb.nameRange, createsMissing: true },
    { range: without(record.entries, entry), code: '' },
  ];
  if (!subject.unused) {
    const { end } = subject.call.range;
    edits.push({ range: { start: end, end }, elseReads: parts });
  }
  return { title: titleOf(key), safe: false, edit: { kind: 'rewrite', edits } };
}

function titleOf({ foundOnly }: { foundOnly?: true }): string {
  return foundOnly
    ? t(
        'Create it only where it is missing, by its uniqueName (PATCH with Prefer: create-if-missing; overwrites what it sends, and makes a second one where the existing one has no uniqueName)',
      )
    : t('Create it only where it is missing (PATCH with Prefer: create-if-missing; overwrites what it sends)');
}

/** An entry with the comma that goes with it: the key stands in the address now. */
function without(entries: readonly Entry[], entry: Entry): Val['range'] {
  const at = entries.indexOf(entry);
  const next = entries[at + 1];
  const before = entries[at - 1];
  if (next) return { start: entry.range.start, end: next.range.start };
  return { start: before?.range.end ?? entry.range.start, end: entry.range.end };
}
