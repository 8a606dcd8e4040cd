/** Requests by HTTP clients that know no service: the same client, the same headers and settings, another verb. */
import type { Call, Val } from '../../analysis/code-model.js';
import { steadySource } from '../../remedies/pieces.js';
import { type Subject, sourceOf } from '../../remedies/subject.js';

/** Libraries whose clients have a method for each verb, and whether `request` takes any verb. */
const CLIENTS: Readonly<Record<string, { request: boolean }>> = {
  requests: { request: true },
  httpx: { request: true },
  'httpx-async': { request: true },
  'msgraph-core-python': { request: false },
};

/** What belongs to the request itself, not to how it is sent. */
const OF_REQUEST = new Set(['url', 'method', 'json', 'data', 'content']);

/** The read of an address; undefined where it is not written for the call's library, or not all of it can be written twice. */
export function readOf(subject: Subject, url: string): string | undefined {
  const parts = partsOf(subject);
  return parts && `${parts.client}.get(${[url, ...parts.settings].join(', ')})`;
}

/** A request of any verb, whose further arguments are handed on. */
export function requestOf(subject: Subject): string | undefined {
  const parts = partsOf(subject);
  if (!parts?.request) return undefined;
  return `lambda method, url, **more: ${parts.client}.request(${['method', 'url', ...parts.settings].join(', ')}, **more)`;
}

function partsOf(subject: Subject): { client: string; request: boolean; settings: string[] } | undefined {
  const { sent, call, candidate } = subject;
  const row = CLIENTS[candidate.sdk?.id ?? ''];
  const client = sent.callee.v === 'member' ? steadySource(subject, sent.callee.obj) : undefined;
  if (!row || client === undefined || call !== sent) return undefined;
  const settings: string[] = [];
  for (const arg of sent.args) {
    if (arg.spread) return undefined;
    if (arg.name === undefined || OF_REQUEST.has(arg.name)) continue;
    const source = written(subject, arg.value);
    // A query asks for more than the thing itself.
    if (source === undefined || arg.name === 'params' || arg.name === 'files') return undefined;
    settings.push(`${arg.name}=${source}`);
  }
  return { client, request: row.request, settings };
}

/** Names of functions that make the headers of a request. */
const MAKES_HEADERS = /headers?$/i;

const nameOf = ({ callee }: Call): string => (callee.v === 'member' || callee.v === 'ref' ? callee.name : '');

/** A value that can be written twice, also a record of such values. */
function written(subject: Subject, val: Val): string | undefined {
  // What only makes headers makes the same ones again.
  if (
    val.v === 'call' &&
    MAKES_HEADERS.test(nameOf(val)) &&
    val.args.every(({ value }) => steadySource(subject, value))
  )
    return sourceOf(subject, val.range);
  if (val.v !== 'rec') return steadySource(subject, val);
  const steady = val.entries.every(
    ({ value, spread, key }) => !spread && typeof key === 'string' && written(subject, value) !== undefined,
  );
  const source = sourceOf(subject, val.range);
  return steady && !source.includes('#') ? source.replace(/\s*\r?\n\s*/g, ' ') : undefined;
}
