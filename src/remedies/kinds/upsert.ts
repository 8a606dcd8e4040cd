/** Upsert: the last writer wins. Never applied without a decision. */
import { t } from '../../l10n/t.js';
import { isClaim } from '../intent.js';
import { createIfMissing } from '../keyed/create-if-missing.js';
import type { Remedy } from '../remedy.js';

/** Names of creates that have an upsert of the same form beside them, by library. */
const UPSERTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  azcosmos: { CreateItem: 'UpsertItem' },
  'azure-cosmos-js': { create: 'upsert' },
  'cosmos-dotnet': { CreateItemAsync: 'UpsertItemAsync', CreateItemStreamAsync: 'UpsertItemStreamAsync' },
  'azure-cosmos-python': { create_item: 'upsert_item' },
  'azure-cosmos-python-aio': { create_item: 'upsert_item' },
  pydocumentdb: { CreateDocument: 'UpsertDocument' },
  'documentdb-dotnet': { CreateDocumentAsync: 'UpsertDocumentAsync' },
  'cosmos-java': { createItem: 'upsertItem' },
  'documentdb-java': { createDocument: 'upsertDocument' },
};

export const upsert: Remedy = {
  id: 'upsert',
  cures: true,
  plan(subject) {
    const { call, candidate } = subject;
    if (candidate.runsAt || candidate.steps) return 'batch';
    if (isClaim(subject)) return 'claim';
    if (subject.scenario.id === 'graph/service-principal-exists') return createIfMissing(subject);
    // A container or database has none.
    if (subject.site.operation !== 'POST /dbs/{}/colls/{}/docs') return 'not-written';
    const name = call.callee.v === 'member' ? UPSERTS[candidate.sdk?.id ?? '']?.[call.callee.name] : undefined;
    if (name === undefined || call.callee.v !== 'member') return 'not-written';
    return {
      title: t('Upsert instead (no further request; overwrites what is there, unique keys still answer 409)'),
      safe: false,
      edit: { kind: 'rewrite', edits: [{ range: call.callee.nameRange, method: name }] },
    };
  },
};
