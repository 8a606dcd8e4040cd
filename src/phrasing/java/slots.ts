/** Arguments of helpers as they are written in Java. */
import { bodyOf, steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import { typeOf } from '../../remedies/static-type.js';
import type { Subject } from '../../remedies/subject.js';
import { beside, pages } from './builder.js';
import { literal } from './literal.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function argumentOf(slot: Slot, subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  if ('asText' in slot) return `${slot.asText}.toString()`;
  if ('literal' in slot) return literal(slot.literal);
  if ('beside' in slot) return beside(subject, slot.beside);
  if ('pages' in slot) return pages(subject, slot.pages);
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
}

/** `Order.class`: the type that the body is declared as. */
export function typeLiteral(subject: Subject): string | undefined {
  const body = bodyOf(subject);
  const type = body && typeOf(subject.ev, subject.candidate.cell.file, body);
  const path = type?.ref.path ?? [];
  return path.length > 0 && type?.ref.args.length === 0 && /^[A-Z]\w+$/.test(path.at(-1) ?? '')
    ? `${path.join('.')}.class`
    : undefined;
}

/** How the twin of a definition is read: `P` is what creates it, `I` its id. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  'POST /dbs': 'P.getDatabase(I).read()',
  'POST /dbs/{}/colls': 'P.getContainer(I).read()',
  'POST /dbs/{}/colls/{}/sprocs': 'P.getStoredProcedure(I).read()',
  'POST /dbs/{}/colls/{}/triggers': 'P.getTrigger(I).read()',
  'POST /dbs/{}/colls/{}/udfs': 'P.getUserDefinedFunction(I).read()',
};

function likewise(operation: string, subject: Subject): string | undefined {
  const row = subject.candidate.sdk?.id === 'cosmos-java' ? DEFINITIONS[operation] : undefined;
  const parent = steadySource(subject, subject.receiver);
  const id = definitionId(subject);
  return row && parent && id && `() -> ${row.replace('P', () => parent).replace('(I)', () => `(${id})`)}`;
}

/** The id of a definition: a text itself, or that of its properties. */
function definitionId(subject: Subject): string | undefined {
  const body = bodyOf(subject);
  if (!body) return undefined;
  if (body.v === 'new') return steadySource(subject, body.args[0]?.value);
  const source = steadySource(subject, body);
  const type = typeOf(subject.ev, subject.candidate.cell.file, body)?.ref.path.at(-1) ?? '';
  if (/^string$/i.test(type)) return source;
  return source !== undefined && /Properties$/.test(type) ? `${source}.getId()` : undefined;
}
