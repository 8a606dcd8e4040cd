/** Reads by HTTP clients that know no service: the same client, the same headers, another verb. */
import type { Rec, Val } from '../../analysis/code-model.js';
import { chainOf, steadySource } from '../../remedies/pieces.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';

/** The read of an address; undefined where it is not written for the call's library, or not all of it can be written twice. */
export function readByHttp(subject: Subject, url: string): string | undefined {
  return READS[subject.candidate.sdk?.id ?? '']?.(subject, url);
}

/** The read of any page of a list; undefined also where the client would put an address of its own before that of a page. */
export function pageByHttp(subject: Subject): string | undefined {
  const read = pageRead(subject);
  // The name of the address must not mean anything else there.
  return read?.match(/\burl\b/g)?.length === 1 ? read : undefined;
}

function pageRead(subject: Subject): string | undefined {
  const id = subject.candidate.sdk?.id ?? '';
  // An absolute address takes the place of the one axios was made with.
  if (id === 'axios') return readByHttp(subject, 'url');
  if (!PREFIXING.has(id) || !/^\.json(?:<[^()]*>)?\(\)$/.test(asked(subject))) return undefined;
  const { callee } = subject.sent;
  const client = callee.v === 'member' ? callee.obj : callee;
  const { file } = subject.candidate.cell;
  const own = file.model.imports.some(
    ({ names }) => client.v === 'ref' && names.some((one) => one.local === client.name),
  );
  const options = subject.sent.args[1]?.value;
  if (!own || (options?.v === 'rec' && options.entries.some(({ key }) => key === 'prefixUrl'))) return undefined;
  // The type that is named is that of one thing.
  return readByHttp(subject, 'url')?.replace(/\.json<[^()]*>\(\)$/, '.json()');
}

/** Clients that an address of their own is put before every other one. */
const PREFIXING = new Set(['got', 'ky']);

type Read = (subject: Subject, url: string) => string | undefined;

/** By library. */
const READS: Readonly<Record<string, Read>> = {
  axios(subject, url) {
    const [first, second] = subject.sent.args;
    if (first?.value.v === 'rec') return byRecord(subject, url, first.value);
    if (isNamed(subject, 'request') || !isVerb(subject)) return byOptions(subject, url, second?.value);
    return byMethod(subject, url, settings(subject, subject.sent.args[2]?.value));
  },
  got: byVerbOrOptions,
  ky: byVerbOrOptions,
  fetch: (subject, url) => byOptions(subject, url, subject.sent.args[1]?.value),
  superagent: byChain,
};

const isNamed = ({ sent: { callee } }: Subject, name: string): boolean => callee.v === 'member' && callee.name === name;

/** `client.post(…)`, not `client(…)`. */
const isVerb = ({ sent: { callee } }: Subject): boolean => callee.v === 'member' && VERBS.has(callee.name);

const VERBS = new Set(['post', 'put', 'patch', 'delete']);

/** What is called on the request before it is waited for: `.json()`. What is handed out is read in the same way. */
const asked = (subject: Subject): string =>
  sourceOf(subject, { start: subject.sent.range.end, end: subject.call.range.end });

function byVerbOrOptions(subject: Subject, url: string): string | undefined {
  const options = subject.sent.args[1]?.value;
  return isVerb(subject) ? byMethod(subject, url, withoutBody(subject, options)) : byOptions(subject, url, options);
}

/** `client.post(url, …)`: its sibling reads. */
function byMethod(subject: Subject, url: string, options: string | undefined): string | undefined {
  const { callee } = subject.sent;
  const client = callee.v === 'member' ? steadySource(subject, callee.obj) : undefined;
  if (client === undefined || options === undefined) return undefined;
  return `${called(`${client}.get`, url, options)}${asked(subject)}`;
}

/** `client(url, { method, … })`: without a method it reads. */
function byOptions(subject: Subject, url: string, given: Val | undefined): string | undefined {
  const { callee } = subject.sent;
  const client = callee.v === 'ref' || callee.v === 'member' ? steadySource(subject, callee) : undefined;
  const options = withoutBody(subject, given);
  return client === undefined || options === undefined ? undefined : `${called(client, url, options)}${asked(subject)}`;
}

/** `client({ method, url, … })`. */
function byRecord(subject: Subject, url: string, given: Rec): string | undefined {
  const { callee } = subject.sent;
  const client = callee.v === 'ref' || callee.v === 'member' ? steadySource(subject, callee) : undefined;
  const rest = withoutBody(subject, { ...given, entries: given.entries.filter(({ key }) => key !== 'url') });
  if (client === undefined || rest === undefined) return undefined;
  const address = url === 'url' ? url : `url: ${url}`;
  return `${client}(${rest === '' ? `{ ${address} }` : rest.replace(/^\{ /, `{ ${address}, `)})${asked(subject)}`;
}

/** `client.post(url).set(…).send(body)`: a chain that says everything but what is sent. */
function byChain(subject: Subject, url: string): string | undefined {
  const { callee } = subject.sent;
  const client = callee.v === 'member' && isVerb(subject) ? steadySource(subject, callee.obj) : undefined;
  if (client === undefined) return undefined;
  const links = chainOf(subject.call).filter(({ call }) => call.range.end > subject.sent.range.end);
  const kept = links.reverse().filter(({ name }) => name !== 'send' && name !== 'type');
  const written = kept.map(({ name, call }) => {
    const args = call.args.map(({ value, spread }) => (spread ? undefined : settings(subject, value)));
    return args.includes(undefined) ? undefined : `.${name}(${args.join(', ')})`;
  });
  return written.includes(undefined) ? undefined : `${client}.get(${url})${written.join('')}`;
}

const called = (callee: string, url: string, options: string): string =>
  `${callee}(${url}${options === '' ? '' : `, ${options}`})`;

/** Settings that have nothing of the body in them, as they are; empty where none are given. */
function settings(subject: Subject, given: Val | undefined): string | undefined {
  return given === undefined ? '' : written(subject, given);
}

/** What belongs to the body, and to a write. */
const OF_WRITES = new Set(['method', 'body', 'json', 'form', 'data']);

/** The other options: headers, how the answer is read. */
function withoutBody(subject: Subject, given: Val | undefined): string | undefined {
  if (given === undefined) return '';
  if (given.v !== 'rec') return undefined;
  const kept = given.entries.filter(({ key }) => typeof key !== 'string' || !OF_WRITES.has(key));
  if (kept.some(({ value, spread, key }) => spread || typeof key !== 'string' || !written(subject, value)))
    return undefined;
  return kept.length === 0 ? '' : `{ ${kept.map(({ range }) => oneLine(sourceOf(subject, range))).join(', ')} }`;
}

/** A value that can be written twice, also a record of such values. */
function written(subject: Subject, val: Val): string | undefined {
  if (val.v === 'fn') return oneLine(sourceOf(subject, val.range));
  if (val.v !== 'rec') return steadySource(subject, val);
  const steady = val.entries.every(
    ({ value, spread, key }) => !spread && typeof key === 'string' && written(subject, value) !== undefined,
  );
  return steady ? oneLine(sourceOf(subject, val.range)) : undefined;
}

function oneLine(source: string): string {
  return source.replace(/\s*\r?\n\s*/g, ' ');
}
