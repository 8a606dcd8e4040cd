/** A twin that is read at its own address. */
import type { Refusal } from '../../analysis/findings.js';
import { commandOf } from '../commands.js';
import { fieldSource } from '../fields.js';
import type { LookupBy } from '../lookups/lookup.js';
import { buildsRequests } from '../pieces.js';
import type { Slot, Wrap } from '../remedy.js';
import type { Subject } from '../subject.js';
import { urlParts } from '../url-pieces.js';
import { handOver } from '../wrappable.js';

/** By the client of the call, with the values of its body. */
export function byKey(subject: Subject, lookup: LookupBy<'key'>): Wrap | Refusal {
  if (buildsRequests(subject.candidate.sdk) || commandOf(subject) !== undefined) return beside(subject, lookup);
  const url = urlParts(subject, lookup.without);
  // What asks for more than the thing itself does not belong behind its key.
  if (!url || url.some((part) => typeof part === 'string' && part.includes('?'))) return 'client-unknown';
  const parts: Extract<Slot, { parts: unknown }>['parts'] = [...url];
  for (const piece of lookup.key.split(/(\{[^}]+\})/)) {
    const hole = /^\{('?)([^']+)'?\}$/.exec(piece);
    if (!hole) {
      if (piece !== '') parts.push(piece);
      continue;
    }
    const code = fieldSource(subject, hole[2] ?? '');
    if (code === undefined) return 'identity-unknown';
    parts.push({ code, as: hole[1] ? 'quoted' : 'key' });
  }
  return { kind: 'wrap', helper: 'create-or-read', call: handOver(subject), slots: [{ reads: { parts } }] };
}

/** A request builder is led to the thing by members and keys. */
function beside(subject: Subject, { key, without, fields }: LookupBy<'key'>): Wrap | Refusal {
  const values: Record<string, string> = {};
  for (const name of fields) {
    const code = fieldSource(subject, name);
    if (code === undefined) return 'identity-unknown';
    values[name] = code;
  }
  const slot: Slot = { beside: { key, values, ...(without === undefined ? {} : { without }) } };
  return { kind: 'wrap', helper: 'create-or-read', call: handOver(subject), slots: [slot] };
}
