/** Arguments of helpers as they are written in Python. */
import { bodyOf, steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { literal } from './literal.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function slotOf(slot: Slot, subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  if ('literal' in slot) return literal(slot.literal);
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
}

/** How the handle of a definition is come by, by operation: `P` is what creates it, `I` its id. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  'POST /dbs': 'P.get_database_client(I)',
  'POST /dbs/{}/colls': 'P.get_container_client(I)',
};

const COSMOS = new Set(['azure-cosmos-python', 'azure-cosmos-python-aio']);

function likewise(operation: string, subject: Subject): string | undefined {
  const row = COSMOS.has(subject.candidate.sdk?.id ?? '') ? DEFINITIONS[operation] : undefined;
  const parent = steadySource(subject, subject.receiver);
  const id = steadySource(subject, bodyOf(subject));
  return row && parent && id && row.replace(/^P/, () => parent).replace('(I)', () => `(${id})`);
}
