/** Arguments of helpers as they are written in TypeScript and JavaScript. */
import { bodyOf, chainOf, fieldOf, steadySource } from '../../remedies/pieces.js';
import type { Slot } from '../../remedies/remedy.js';
import type { Subject } from '../../remedies/subject.js';
import { pageByHttp, readByHttp } from './http-reads.js';
import { literal } from './writer.js';

/** A slot as an argument; undefined where it is not written for the call's library. */
export function slotOf(slot: Slot, subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  if ('literal' in slot) return literal(slot.literal);
  if ('parts' in slot) return template(slot.parts);
  if ('fields' in slot) return record(slot.fields);
  if ('requests' in slot) return request(subject, 'url', '(url) => ');
  if ('reader' in slot) return reader(subject, 'url', '(url) => ');
  if ('reads' in slot) {
    const url = slotOf(slot.reads, subject);
    return url === undefined ? undefined : reader(subject, url, '() => ');
  }
  return 'likewise' in slot ? likewise(slot.likewise, subject) : undefined;
}

/** `{ name, id: order.id }`. */
function record(fields: { name: string; code: string }[]): string {
  const key = (name: string): string => (/^[\w$]+$/.test(name) ? name : literal(name));
  return `{ ${fields.map(({ name, code }) => (code === name ? name : `${key(name)}: ${code}`)).join(', ')} }`;
}

/** A text of parts: a plain literal where all are known, the one source text, or a template. */
function template(parts: Extract<Slot, { parts: unknown }>['parts']): string {
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'object' && only.as === undefined) return only.code;
  if (parts.every((part) => typeof part === 'string')) return literal(parts.join(''));
  const written = parts.map((part) => {
    if (typeof part === 'string') return part.replace(/[\\`]|\$\{/g, '\\$&');
    // A literal needs no place of its own.
    const plain = /^(['"])([^'"\\]*)\1$/.exec(part.code)?.[2];
    if (plain !== undefined && (part.as === undefined || /^[\w-]*$/.test(plain))) return plain;
    if (part.as === 'key') return `\${encodeURIComponent(${part.code})}`;
    return part.as === 'quoted' ? `\${encodeURIComponent(${part.code}.replace(/'/g, "''"))}` : `\${${part.code}}`;
  });
  return `\`${written.join('')}\``;
}

/** The read of an address by the client of the call, as an expression; undefined where that is not written for its library. */
export function readerOf(subject: Subject, url: string): string | undefined {
  return reader(subject, url, '');
}

/** Reads by the client of the call. */
function reader(subject: Subject, url: string, head: string): string | undefined {
  const read = url === 'url' ? pageByHttp(subject) : readByHttp(subject, url);
  if (read !== undefined) return `${head}${read}`;
  const begun = request(subject, url, head);
  return begun && `${begun}.get()`;
}

/** Begins a request by the client of the call. */
function request(subject: Subject, url: string, head: string): string | undefined {
  return REQUESTS[subject.candidate.sdk?.id ?? '']?.(subject, url, head);
}

/** How a request is begun, by library. */
const REQUESTS: Readonly<Record<string, typeof request>> = { 'graph-client-js': byApi };

/** `client.api(url)`, in the version of the API the call uses. */
function byApi(subject: Subject, url: string, head: string): string | undefined {
  const links = chainOf(subject.call);
  const api = links.at(-1);
  const client = api?.name === 'api' ? steadySource(subject, api.obj) : undefined;
  if (client === undefined) return undefined;
  const called = links.find((link) => link.name === 'version')?.call;
  if (!called) return `${head}${client}.api(${url})`;
  const version = steadySource(subject, called.args[0]?.value);
  return version && `${head}${client}.api(${url}).version(${version})`;
}

/** How the twin of a definition is read, by library and operation. `P` is what the receiver is a part of, `I` the id of the body. */
const DEFINITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'azure-cosmos-js': {
    'POST /dbs': 'P.database(I).read()',
    'POST /dbs/{}/colls': 'P.container(I).read()',
    'POST /dbs/{}/users': 'P.user(I).read()',
    'POST /dbs/{}/users/{}/permissions': 'P.permission(I).read()',
    'POST /dbs/{}/colls/{}/sprocs': 'P.storedProcedure(I).read()',
    'POST /dbs/{}/colls/{}/triggers': 'P.trigger(I).read()',
    'POST /dbs/{}/colls/{}/udfs': 'P.userDefinedFunction(I).read()',
  },
};

function likewise(operation: string, subject: Subject): string | undefined {
  const row = DEFINITIONS[subject.candidate.sdk?.id ?? '']?.[operation];
  if (row === undefined) return undefined;
  const { receiver } = subject;
  const pieces: Readonly<Record<string, string | undefined>> = {
    P: receiver?.v === 'member' ? steadySource(subject, receiver.obj) : undefined,
    I: idSource(subject),
  };
  let missing = false;
  const code = row.replace(/\b[PI]\b/g, (letter) => {
    missing ||= pieces[letter] === undefined;
    return pieces[letter] ?? '';
  });
  return missing ? undefined : `() => ${code}`;
}

function idSource(subject: Subject): string | undefined {
  const body = bodyOf(subject);
  if (body?.v === 'rec') return steadySource(subject, fieldOf(body, 'id'));
  const source = steadySource(subject, body);
  return source === undefined ? undefined : `${source}.id`;
}
