/**
 * The create-if-not-exists call of a Cosmos DB library. The one of .NET answers a race by itself; in the others two callers
 * can still pass its read together, so that the conflict is answered as well.
 */
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { chainOf, steadySource } from '../pieces.js';
import type { Plan } from '../remedy.js';
import type { Subject } from '../subject.js';
import { wrappable } from '../wrappable.js';

/** The call of the same form beside a create, by library and name. */
const CALLS: Readonly<Record<string, { names: Readonly<Record<string, string>>; races: boolean }>> = {
  'azure-cosmos-js': { names: { create: 'createIfNotExists' }, races: true },
  'cosmos-dotnet': {
    names: {
      CreateDatabaseAsync: 'CreateDatabaseIfNotExistsAsync',
      CreateContainerAsync: 'CreateContainerIfNotExistsAsync',
      CreateAsync: 'CreateIfNotExistsAsync',
    },
    races: false,
  },
};

export function createIfNotExists(subject: Subject): Plan | Refusal {
  const { callee } = subject.call;
  const row = CALLS[subject.candidate.sdk?.id ?? ''];
  const name = callee.v === 'member' ? row?.names[callee.name] : undefined;
  if (!row || name === undefined || callee.v !== 'member') return 'not-written';
  const { nameRange: range } = callee;
  if (!row.races)
    return {
      title: t('Use {0} (one read first; settings that differ are left as they are)', name),
      safe: false,
      edit: { kind: 'rewrite', edits: [{ range, method: name }] },
    };
  const refused = wrappable(subject);
  if (refused) return refused;
  if (steadySource(subject, chainOf(subject.call).at(-1)?.obj) === undefined) return 'client-unknown';
  return {
    title: t(
      'Use {0}, and read what is there if somebody was faster (one read first; settings that differ are left as they are)',
      name,
    ),
    safe: false,
    edit: {
      kind: 'wrap',
      helper: 'create-or-read',
      call: 'started',
      lifted: { range, name },
      slots: [{ likewise: subject.site.operation }],
    },
  };
}
