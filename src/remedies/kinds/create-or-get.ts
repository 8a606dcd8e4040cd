/** Create or get: where it is there already, the twin is read and handed on. Bounded: two reads, then the original error. */
import type { Refusal } from '../../analysis/findings.js';
import { phrases, t } from '../../l10n/t.js';
import { commandOf } from '../commands.js';
import { fieldSource } from '../fields.js';
import { isClaim } from '../intent.js';
import { withBody } from '../lifted.js';
import { lookupFor } from '../lookups/index.js';
import type { Lookup } from '../lookups/lookup.js';
import { chainOf, steadySource } from '../pieces.js';
import type { Plan, Remedy, Slot, Wrap } from '../remedy.js';
import { functionText, type Subject } from '../subject.js';
import { byItem } from '../twins/item.js';
import { byKey } from '../twins/key.js';
import { byList } from '../twins/list.js';
import { urlParts } from '../url-pieces.js';
import { handOver, wrappable } from '../wrappable.js';

export const createOrGet: Remedy = {
  id: 'create-or-get',
  cures: true,
  plan(subject): Plan | Refusal {
    const refused = wrappable(subject);
    if (refused) return refused;
    if (isClaim(subject)) return 'claim';
    const lookup = lookupFor(subject.site);
    // What is read is waited for; only where nothing is read can a call that blocks go on.
    // A language whose calls block anyhow reads in the same way.
    const how = subject.candidate.cell.file.traits.deferred;
    const blocks = how === 'none' || how === 'chain';
    if (!blocks && !subject.deferred && (!subject.unused || (lookup && lookup.by !== 'there')))
      return 'not-asynchronous';
    if (!lookup) return 'lookup-unknown';
    const edit = suited(wrap(subject, lookup), subject);
    return typeof edit === 'string' ? edit : { title: t(TITLES[lookup.by]), safe: isSafe(subject, lookup), edit };
  },
};

/** Helpers for an answer that has to be looked at, in the place of those for an error. */
const FOR_ANSWERS: Readonly<Record<string, string>> = {
  'create-or-find': 'answer-or-find',
  'create-or-read': 'answer-or-read',
  'renew-subscription': 'renew-by-answers',
};

/** An answer that has to be looked at takes another helper than an error that is waited for. */
function suited(edit: Wrap | Refusal, subject: Subject): Wrap | Refusal {
  if (typeof edit === 'string' || subject.candidate.channel !== 'returns') return edit;
  const helper = FOR_ANSWERS[edit.helper];
  return helper === undefined || wantsCreated(subject) ? 'not-written' : { ...edit, helper };
}

/** The code takes 201 alone for success: what is read comes with 200. */
function wantsCreated(subject: Subject): boolean {
  const text = functionText(subject);
  return /\b201\b|\bcodes\.(?:created|CREATED)\b/.test(text) && !/\b200\b/.test(text);
}

/** What each way of finding the twin does and costs. */
const TITLES: Readonly<Record<Lookup['by'], string>> = phrases({
  renew: 'Renew the subscription that is there already (reads the list, one PATCH; another URL stays an error)',
  item: 'Read the item that is there already (one point read on conflict; your new values are not written)',
  definition: 'Read what is there already (one read on conflict; its settings stay as they are)',
  there: 'Go on where it is there already (no further request)',
  key: 'Read what is there already (one extra read on conflict; your new values are not written)',
  list: 'Find what is there already (reads the list on conflict; your new values are not written)',
});

/**
 * Only where the sole intent is that the thing exists, no decision is left to the user. A subscription that is renewed is
 * the one that was asked for; an item is content, which may be somebody else's.
 */
function isSafe({ scenario }: Subject, { by }: Lookup): boolean {
  if (by === 'item') return false;
  return by === 'renew' || scenario.intent.every((intent) => intent === 'ensure');
}

/** What a subscription is known by, and until when it is wanted. */
const SUBSCRIPTION = ['resource', 'changeType', 'notificationUrl', 'expirationDateTime'];

/** By the commands beside the one that creates. */
function renewingByCommand(subject: Subject): Wrap | Refusal {
  const slots: Slot[] = [];
  for (const name of SUBSCRIPTION) {
    const code = fieldSource(subject, name);
    if (code === undefined) return 'identity-unknown';
    slots.push({ parts: [{ code }] });
  }
  return { kind: 'wrap', helper: 'renew-subscription', call: handOver(subject), slots };
}

/** By requests of the client, which where it knows no service have to be told the address too. */
function renewing(subject: Subject): Wrap | Refusal {
  if (commandOf(subject) !== undefined) return renewingByCommand(subject);
  const slots: Slot[] = [{ requests: true }];
  if (subject.candidate.channel === 'returns') {
    const parts = urlParts(subject);
    if (!parts) return 'client-unknown';
    slots.push({ parts });
  }
  return withBody(subject, 'renew-subscription', 'subscription', slots);
}

function wrap(subject: Subject, lookup: Lookup): Wrap | Refusal {
  switch (lookup.by) {
    case 'renew':
      return renewing(subject);
    case 'item':
      return byItem(subject);
    case 'definition':
      if (steadySource(subject, chainOf(subject.call).at(-1)?.obj) === undefined) return 'client-unknown';
      return {
        kind: 'wrap',
        helper: 'create-or-read',
        call: handOver(subject),
        slots: [{ likewise: subject.site.operation }],
      };
    case 'there':
      // What the call hands out would be missing.
      return subject.unused ? { kind: 'wrap', helper: 'there', call: handOver(subject), slots: [] } : 'lookup-unknown';
    case 'key':
      return byKey(subject, lookup);
    case 'list':
      return byList(subject, lookup);
  }
}
