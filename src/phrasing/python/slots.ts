/** Arguments of helpers as they are written in Python. */
import { spelledIn } from '../../remedies/fields.js';
import { bodyOf, steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { beside, builderOf } from './builder.js';
import { readOf, requestOf } from './http-reads.js';
import { literal } from './literal.js';
import { textOf } from './texts.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function slotOf(slot: Slot, subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  if ('literal' in slot) return literal(slot.literal);
  if ('parts' in slot) return textOf(slot.parts);
  if ('fields' in slot) return record(slot.fields, subject);
  if ('requests' in slot) return builderOf(subject) ?? requestOf(subject);
  if ('reader' in slot) return reading(readOf(subject, 'url'), 'lambda url: ');
  if ('reads' in slot) {
    const url = slotOf(slot.reads, subject);
    return url === undefined ? undefined : reading(readOf(subject, url), 'lambda: ');
  }
  if ('beside' in slot) return beside(subject, slot.beside);
  if ('pages' in slot) {
    const builder = builderOf(subject);
    return builder && `${builder}, ${record(slot.pages, subject)}`;
  }
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
}

const reading = (read: string | undefined, head: string): string | undefined => read && head + read;

/** `{"mailNickname": name}`. */
function record(fields: { name: string; code: string }[], subject: Subject): string {
  return `{${fields.map(({ name, code }) => `${literal(spelledIn(subject, name))}: ${code}`).join(', ')}}`;
}

/** How the handle of a definition is come by, by operation: `P` is what creates it, `I` its id. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  'POST /dbs': 'P.get_database_client(I)',
  'POST /dbs/{}/colls': 'P.get_container_client(I)',
};

/** Libraries that have such handles. */
export const COSMOS: ReadonlySet<string> = new Set(['azure-cosmos-python', 'azure-cosmos-python-aio']);

function likewise(operation: string, subject: Subject): string | undefined {
  const row = COSMOS.has(subject.candidate.sdk?.id ?? '') ? DEFINITIONS[operation] : undefined;
  const parent = steadySource(subject, subject.receiver);
  const id = steadySource(subject, bodyOf(subject));
  return row && parent && id && row.replace(/^P/, () => parent).replace('(I)', () => `(${id})`);
}
