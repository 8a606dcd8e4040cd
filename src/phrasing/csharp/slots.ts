/** Arguments of helpers as they are written in C#. */
import { bodyOf, chainOf, fieldOf, steadySource } from '../../remedies/pieces.js';
import type { Slot, Wrap } from '../../remedies/remedy.js';
import { typeOf } from '../../remedies/static-type.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';
import { beside, pages, receiverOf } from './builder.js';
import { literal } from './literal.js';

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
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
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
