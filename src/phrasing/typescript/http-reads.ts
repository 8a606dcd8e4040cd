/** Reads by HTTP clients that know no service: the same client, the same headers, another verb. */
import type { Val } from '../../analysis/code-model.js';
import { steadySource } from '../../remedies/pieces.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';

/** The read of an address; undefined where it is not written for the call's library, or not all of it can be written twice. */
export function readByHttp(subject: Subject, url: string): string | undefined {
  return READS[subject.candidate.sdk?.id ?? '']?.(subject, url);
}

type Read = (subject: Subject, url: string) => string | undefined;

/** By library. */
const READS: Readonly<Record<string, Read>> = {
  axios: byMethod((subject) => settings(subject, subject.sent.args[2]?.value)),
  got: byMethod((subject) => withoutBody(subject, subject.sent.args[1]?.value)),
  ky: byMethod((subject) => withoutBody(subject, subject.sent.args[1]?.value)),
  fetch(subject, url) {
    const { callee, args } = subject.sent;
    const client = callee.v === 'ref' || callee.v === 'member' ? steadySource(subject, callee) : undefined;
    const options = withoutBody(subject, args[1]?.value);
    return client === undefined || options === undefined ? undefined : called(client, url, options);
  },
};

/** `client.post(url, …)`: its sibling reads. */
function byMethod(options: (subject: Subject) => string | undefined): Read {
  return (subject, url) => {
    const { sent, call } = subject;
    const client = sent.callee.v === 'member' ? steadySource(subject, sent.callee.obj) : undefined;
    const given = options(subject);
    if (client === undefined || given === undefined) return undefined;
    // `.json()`: what is handed out is read in the same way.
    const rest = sourceOf(subject, { start: sent.range.end, end: call.range.end });
    return `${called(`${client}.get`, url, given)}${rest}`;
  };
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
  if (val.v !== 'rec') return steadySource(subject, val);
  const steady = val.entries.every(
    ({ value, spread, key }) => !spread && typeof key === 'string' && written(subject, value) !== undefined,
  );
  return steady ? oneLine(sourceOf(subject, val.range)) : undefined;
}

function oneLine(source: string): string {
  return source.replace(/\s*\r?\n\s*/g, ' ');
}
