/** Create or get: where it is there already, the twin is read and handed on. Bounded: two reads, then the original error. */
import type { Rec } from '../../analysis/code-model.js';
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { idOf } from '../identity.js';
import { isClaim } from '../intent.js';
import { lookupFor } from '../lookups/index.js';
import type { Lookup } from '../lookups/lookup.js';
import { bodyOf, buildsRequests, chainOf, fieldOf, steadySource } from '../pieces.js';
import type { Plan, Remedy, Slot, Wrap } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';
import { urlParts } from '../url-pieces.js';
import { handOver, wrappable } from '../wrappable.js';

export const createOrGet: Remedy = {
  id: 'create-or-get',
  cures: true,
  plan(subject) {
    const refused = wrappable(subject);
    if (refused) return refused;
    if (isClaim(subject)) return 'claim';
    // The helpers wait for an error; an answer that has to be looked at is handed on by the report.
    if (subject.candidate.channel === 'returns') return 'not-written';
    // What is read is waited for; only a call whose result nobody uses can go on without.
    if (!subject.deferred && (!subject.unused || subject.site.service === 'cosmos')) return 'not-asynchronous';
    if (subject.site.rule === 'graph/subscription-duplicate') return subscription(subject);
    return subject.site.service === 'cosmos' ? cosmos(subject) : graph(subject);
  },
};

/** Only where the sole intent is that the thing exists, no decision is left to the user. */
const isSafe = (subject: Subject): boolean => subject.scenario.intent.every((intent) => intent === 'ensure');

function subscription(subject: Subject): Plan | Refusal {
  const wrap = withBody(subject, 'renew-subscription', 'subscription', [{ requests: true }]);
  if (typeof wrap === 'string') return wrap;
  return {
    title: t('Renew the subscription that is there already (reads the list, one PATCH; another URL stays an error)'),
    safe: true,
    edit: wrap,
  };
}

function cosmos(subject: Subject): Plan | Refusal {
  const { operation } = subject.site;
  if (operation === 'POST /dbs/{}/colls/{}/docs') {
    const receiver = subject.receiver && steadySource(subject, subject.receiver);
    if (receiver === undefined) return 'client-unknown';
    const wrap = subject.candidate.row?.request?.partition
      ? byPartition(subject, receiver)
      : withBody(subject, 'get-item', 'item', [{ code: receiver }]);
    if (typeof wrap === 'string') return wrap;
    return {
      title: t('Read the item that is there already (one point read on conflict; your new values are not written)'),
      safe: false,
      edit: wrap,
    };
  }
  if (steadySource(subject, chainOf(subject.call).at(-1)?.obj) === undefined) return 'client-unknown';
  return {
    title: t('Read what is there already (one read on conflict; its settings stay as they are)'),
    safe: isSafe(subject),
    edit: { kind: 'wrap', helper: 'create-or-read', call: 'started', slots: [{ likewise: operation }] },
  };
}

/** By the id and the partition key that are given to the call. */
function byPartition(subject: Subject, container: string): Wrap | Refusal {
  const { call, candidate } = subject;
  const row = candidate.row?.request?.partition;
  const arg = call.args.find((one) => one.name === row?.name) ?? (row && call.args[row.at]);
  const key = arg && (arg.name === undefined || arg.name === row?.name) ? steadySource(subject, arg.value) : undefined;
  const id = idOf(subject);
  if (key === undefined || !id) return 'identity-unknown';
  return { kind: 'wrap', helper: 'get-item', call: 'started', slots: [{ code: container }, id, { code: key }] };
}

function graph(subject: Subject): Plan | Refusal {
  const lookup = lookupFor(subject.site.rule, subject.site.operation);
  if (!lookup) return 'lookup-unknown';
  if (!subject.deferred && lookup.by !== 'there') return 'not-asynchronous';
  const edit =
    lookup.by === 'there' ? there(subject) : lookup.by === 'key' ? byKey(subject, lookup) : byList(subject, lookup);
  if (typeof edit === 'string') return edit;
  const title =
    lookup.by === 'there'
      ? t('Go on where it is there already (no further request)')
      : lookup.by === 'key'
        ? t('Read what is there already (one extra read on conflict; your new values are not written)')
        : t('Find what is there already (reads the list on conflict; your new values are not written)');
  return { title, safe: isSafe(subject), edit };
}

function there(subject: Subject): Wrap | Refusal {
  // What the call hands out would be missing.
  if (!subject.unused) return 'lookup-unknown';
  return { kind: 'wrap', helper: 'there', call: handOver(subject), slots: [] };
}

function byKey(subject: Subject, lookup: Extract<Lookup, { by: 'key' }>): Wrap | Refusal {
  if (buildsRequests(subject.candidate.sdk)) return beside(subject, lookup);
  const url = urlParts(subject, lookup.without);
  if (!url) return 'client-unknown';
  const parts: Extract<Slot, { parts: unknown }>['parts'] = [...url];
  for (const piece of lookup.key.split(/(\{[^}]+\})/)) {
    const hole = /^\{('?)([^']+)'?\}$/.exec(piece);
    if (!hole) {
      if (piece !== '') parts.push(piece);
      continue;
    }
    const code = fieldSource(subject, hole[2] ?? '');
    if (code === undefined) return 'identity-unknown';
    parts.push({ code, as: hole[1] ? 'quoted' : 'key' });
  }
  return { kind: 'wrap', helper: 'create-or-read', call: 'started', slots: [{ reads: { parts } }] };
}

/** A request builder is led to the thing by members and keys. */
function beside(subject: Subject, { key, without, fields }: Extract<Lookup, { by: 'key' }>): Wrap | Refusal {
  const values: Record<string, string> = {};
  for (const name of fields) {
    const code = fieldSource(subject, name);
    if (code === undefined) return 'identity-unknown';
    values[name] = code;
  }
  const slot: Slot = { beside: { key, values, ...(without === undefined ? {} : { without }) } };
  return { kind: 'wrap', helper: 'create-or-read', call: 'started', slots: [slot] };
}

function byList(subject: Subject, lookup: Extract<Lookup, { by: 'list' }>): Wrap | Refusal {
  const builder = buildsRequests(subject.candidate.sdk);
  const url = urlParts(subject);
  if (!url && !builder) return 'client-unknown';
  const fields: { name: string; code: string }[] = [];
  for (const name of lookup.match) {
    const code = fieldSource(subject, name);
    if (code !== undefined) fields.push({ name, code });
    // A field that is left out of the request is none of its identity; the first one is what it goes by.
    else if (name === lookup.match[0] || !recordOf(subject)) return 'identity-unknown';
  }
  if (builder) return { kind: 'wrap', helper: 'create-or-find', call: 'started', slots: [{ pages: fields }] };
  if (!url) return 'client-unknown';
  return {
    kind: 'wrap',
    helper: 'create-or-find',
    call: 'started',
    slots: [{ reader: true }, { parts: url }, { fields }],
  };
}

/** The body where its fields are written in the call. */
function recordOf(subject: Subject): Rec | undefined {
  const body = bodyOf(subject);
  if (body?.v === 'rec') return body;
  return body?.v === 'new' && body.init?.v === 'rec' ? body.init : undefined;
}

/** A field of the body as source text that can be written twice. */
function fieldSource(subject: Subject, name: string): string | undefined {
  const spelled = subject.candidate.sdk?.capitals ? name.replace(/^./, (first) => first.toUpperCase()) : name;
  const record = recordOf(subject);
  if (record) return steadySource(subject, fieldOf(record, spelled));
  const body = bodyOf(subject);
  const source = steadySource(subject, body);
  return source === undefined || body?.v !== 'ref' ? undefined : `${source}.${spelled}`;
}

/** The call as a function of its body, so that the body is written once and can be looked at. */
function withBody(subject: Subject, helper: string, name: string, slots: Slot[]): Wrap | Refusal {
  const body = bodyOf(subject);
  if (!body) return 'identity-unknown';
  const parameter = new RegExp(`\\b${name}\\b`).test(sourceOf(subject, subject.call.range))
    ? `the${name[0]?.toUpperCase()}${name.slice(1)}`
    : name;
  return {
    kind: 'wrap',
    helper,
    call: 'lifted',
    lifted: { range: body.range, name: parameter },
    slots: [...slots, { code: sourceOf(subject, body.range) }],
  };
}
