/** Create or get: where it is there already, the twin is read and handed on. Bounded: two reads, then the original error. */
import type { Rec } from '../../analysis/code-model.js';
import type { Refusal } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { isClaim } from '../intent.js';
import { lookupFor } from '../lookups/index.js';
import type { Lookup } from '../lookups/lookup.js';
import { bodyOf, fieldOf, steadySource } from '../pieces.js';
import type { Plan, Remedy, Slot, Wrap } from '../remedy.js';
import { type Subject, sourceOf } from '../subject.js';
import { urlParts } from '../url-pieces.js';
import { wrappable } from '../wrappable.js';

export const createOrGet: Remedy = {
  id: 'create-or-get',
  cures: true,
  plan(subject) {
    const refused = wrappable(subject);
    if (refused) return refused;
    if (isClaim(subject)) return 'claim';
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
    const wrap = withBody(subject, 'get-item', 'item', [{ code: receiver }]);
    if (typeof wrap === 'string') return wrap;
    return {
      title: t('Read the item that is there already (one point read on conflict; your new values are not written)'),
      safe: false,
      edit: wrap,
    };
  }
  const body = bodyOf(subject);
  if (steadySource(subject, subject.receiver) === undefined) return 'client-unknown';
  if (body === undefined) return 'identity-unknown';
  return {
    title: t('Read what is there already (one read on conflict; its settings stay as they are)'),
    safe: isSafe(subject),
    edit: { kind: 'wrap', helper: 'create-or-read', call: 'started', slots: [{ likewise: operation }] },
  };
}

function graph(subject: Subject): Plan | Refusal {
  const lookup = lookupFor(subject.site.rule, subject.site.operation);
  if (!lookup) return 'lookup-unknown';
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
  return { kind: 'wrap', helper: 'there', call: 'started', slots: [] };
}

function byKey(subject: Subject, lookup: Extract<Lookup, { by: 'key' }>): Wrap | Refusal {
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

function byList(subject: Subject, lookup: Extract<Lookup, { by: 'list' }>): Wrap | Refusal {
  const url = urlParts(subject);
  if (!url) return 'client-unknown';
  const fields: { name: string; code: string }[] = [];
  for (const name of lookup.match) {
    const code = fieldSource(subject, name);
    if (code !== undefined) fields.push({ name, code });
    // A field that is left out of the request is none of its identity; the first one is what it goes by.
    else if (name === lookup.match[0] || bodyOf(subject)?.v !== 'rec') return 'identity-unknown';
  }
  return {
    kind: 'wrap',
    helper: 'create-or-find',
    call: 'started',
    slots: [{ reader: true }, { parts: url }, { fields }],
  };
}

/** A field of the body as source text that can be written twice. */
function fieldSource(subject: Subject, name: string): string | undefined {
  const body = bodyOf(subject);
  if (body?.v === 'rec') return steadySource(subject, fieldOf(body as Rec, name));
  const source = steadySource(subject, body);
  return source === undefined || body?.v !== 'ref' ? undefined : `${source}.${name}`;
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
