/** A twin that is found in the list it would have joined. */
import type { Refusal } from '../../analysis/findings.js';
import { commandOf } from '../commands.js';
import { fieldSource, isSpelledOut } from '../fields.js';
import type { LookupBy } from '../lookups/lookup.js';
import { buildsRequests } from '../pieces.js';
import type { Wrap } from '../remedy.js';
import type { Subject } from '../subject.js';
import { urlParts } from '../url-pieces.js';
import { handOver } from '../wrappable.js';

/** By the fields that the service keeps unique there. */
export function byList(subject: Subject, lookup: LookupBy<'list'>): Wrap | Refusal {
  const builder = buildsRequests(subject.candidate.sdk) || commandOf(subject) !== undefined;
  const url = urlParts(subject);
  if (!url && !builder) return 'client-unknown';
  const fields: { name: string; code: string }[] = [];
  for (const name of lookup.match) {
    const code = fieldSource(subject, name);
    if (code !== undefined) fields.push({ name, code });
    // A field that is left out of the request is none of its identity; the first one is what it goes by.
    else if (name === lookup.match[0] || !isSpelledOut(subject)) return 'identity-unknown';
  }
  if (builder) return { kind: 'wrap', helper: 'create-or-find', call: handOver(subject), slots: [{ pages: fields }] };
  if (!url) return 'client-unknown';
  return {
    kind: 'wrap',
    helper: 'create-or-find',
    call: handOver(subject),
    slots: [{ reader: true }, { parts: url }, { fields }],
  };
}
