/** Arguments of helpers as they are written in C#. */
import { bodyOf, chainOf, fieldOf, steadySource } from '../../remedies/pieces.js';
import type { Slot, Wrap } from '../../remedies/remedy.js';
import { typeOf } from '../../remedies/static-type.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';
import { beside, pages, receiverOf } from './builder.js';
import { literal } from './literal.js';
import { Writer } from './writer.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function slotOf(slot: Slot, subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  if ('asText' in slot) return `${slot.asText}.ToString()`;
  if ('literal' in slot) return literal(slot.literal);
  // What follows is a lambda.
  if (!capturable(subject)) return undefined;
  if ('beside' in slot) return beside(subject, slot.beside);
  if ('pages' in slot) return pages(subject, slot.pages);
  if ('requests' in slot) return receiverOf(subject);
  if ('reads' in slot) return readOf(slot.reads, subject);
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
}

/** Reads at an address by the client of the call. */
function readOf(address: Slot, subject: Subject): string | undefined {
  if (subject.candidate.sdk?.id !== 'http-dotnet' || !('parts' in address)) return undefined;
  const client = steadySource(subject, subject.receiver);
  return client && `() => ${client}.GetAsync(${addressOf(address.parts, subject)})`;
}

/** An address of parts: added up, since a text with holes takes no texts in them before C# 11. */
function addressOf(parts: Extract<Slot, { parts: unknown }>['parts'], subject: Subject): string {
  const uri = new Writer(subject).type('System.Uri');
  const written = parts.map((part) => {
    if (typeof part === 'string') return literal(part);
    if (part.as === undefined) return part.code;
    const own = textOf(part.code, subject);
    const text =
      part.as === 'quoted' ? `${/^[\w.()]+$|^"[^"]*"$/.test(own) ? own : `(${own})`}.Replace("'", "''")` : own;
    return `${uri}.EscapeDataString(${text})`;
  });
  return written.join(' + ').replace(/(?<!\\)" \+ "/g, '');
}

/** A value as a text: a parameter may be of another type. */
function textOf(code: string, subject: Subject): string {
  const fn = subject.candidate.cell.file.enclosingFn(subject.call);
  const type = fn?.params.find((param) => param.name === code)?.type?.path.at(-1);
  return type === undefined || /^string$/i.test(type) ? code : `${code}.ToString()`;
}

/** The call as a function; undefined where a function must not hold it. */
export function lambdaOf(wrap: Wrap, call: string, subject: Subject): string | undefined {
  if (!capturable(subject)) return undefined;
  const head = wrap.lifted?.name ?? '()';
  if (!/\bawait\b/.test(sourceOf(subject, subject.call.range))) return `${head} => ${call}`;
  return subject.deferred ? `async ${head} => await ${call}` : undefined;
}

/** A lambda cannot hold `ref`, `out` and `in` parameters, nor `this` of a struct; what it declares is not seen outside. */
function capturable(subject: Subject): boolean {
  const { file } = subject.candidate.cell;
  const call = sourceOf(subject, subject.call.range);
  if (/\b(?:ref|out)\s+\w/.test(call)) return false;
  if (file.enclosingType(subject.call)?.kind === 'struct') return false;
  for (let fn = file.enclosingFn(subject.call); fn; fn = file.enclosingFn(fn)) {
    const byRef = fn.params.filter((param) =>
      /(?:^|[\s[\]])(?:ref|out|in)\s/.test(file.text.slice(param.range.start, param.range.end)),
    );
    if (byRef.some((param) => new RegExp(`\\b${param.name}\\b`).test(call))) return false;
  }
  return true;
}

/** How the twin of a definition is read, by library and operation: `P` is what creates it, `I` its id. */
const DEFINITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cosmos-dotnet': {
    'POST /dbs': 'P.GetDatabase(I).ReadAsync()',
    'POST /dbs/{}/colls': 'P.GetContainer(I).ReadContainerAsync()',
    'POST /dbs/{}/users': 'P.GetUser(I).ReadAsync()',
    'POST /dbs/{}/users/{}/permissions': 'P.GetPermission(I).ReadAsync()',
    'POST /dbs/{}/colls/{}/sprocs': 'P.ReadStoredProcedureAsync(I)',
    'POST /dbs/{}/colls/{}/triggers': 'P.ReadTriggerAsync(I)',
    'POST /dbs/{}/colls/{}/udfs': 'P.ReadUserDefinedFunctionAsync(I)',
  },
};

function likewise(operation: string, subject: Subject): string | undefined {
  const row = DEFINITIONS[subject.candidate.sdk?.id ?? '']?.[operation];
  if (row === undefined) return undefined;
  // A container may be described step by step: `database.DefineContainer(id, path).CreateAsync()`.
  const first = chainOf(subject.call).at(-1);
  const built = first?.name === 'DefineContainer' ? first : undefined;
  const parent = steadySource(subject, built ? built.obj : subject.receiver);
  const id = built ? steadySource(subject, built.call.args[0]?.value) : definitionId(subject, operation);
  return parent && id && `() => ${row.replace(/^P/, () => parent).replace('(I)', () => `(${id})`)}`;
}

/** Definitions that are always given by their id. */
const BY_ID = new Set(['POST /dbs', 'POST /dbs/{}/users']);

/** The id of a definition: a text itself, or the `Id` of its properties. */
function definitionId(subject: Subject, operation: string): string | undefined {
  const body = bodyOf(subject);
  if (!body) return undefined;
  if (body.v === 'new') {
    const given = body.init?.v === 'rec' ? fieldOf(body.init, 'Id') : undefined;
    return steadySource(subject, given ?? body.args[0]?.value);
  }
  const source = steadySource(subject, body);
  const { file } = subject.candidate.cell;
  const type = typeOf(subject.ev, file, body)?.ref.path.at(-1) ?? '';
  const path = operation === 'POST /dbs/{}/colls' ? subject.call.args[1]?.value : undefined;
  // A container is given by its id where the path of the partition key follows.
  const isId = BY_ID.has(operation) || path?.v === 'lit' || path?.v === 'text' || /^string$/i.test(type);
  if (isId) return source;
  return source !== undefined && /Properties$/.test(type) ? `${source}.Id` : undefined;
}
