/** A file that was not analysed: why, and what would have to stand in it. */
import { phrases, type Translate } from '../../l10n/t.js';
import type { HttpClientConfig } from '../engine-config.js';
import type { WhySkipped } from '../findings.js';
import { languages } from '../languages/index.js';
import { mayHoldRequest, rawHttpGate } from '../operations/raw-gate.js';
import type { Sdk } from '../operations/sdk.js';
import { sdks } from '../operations/sdks/index.js';
import { wordsOf } from '../prefilter.js';
import type { Part, WhyRow } from './answer.js';

/** At most so many names in a row. */
const MAX_NAMES = 8;

const SKIPPED: Readonly<Record<WhySkipped, string>> = phrases({
  'too-large': 'Not analysed: the file is larger than 1 MB.',
  timeout: 'Not analysed: it took longer than {0} ms.',
  failed: 'Not analysed: the analysis failed ({0}).',
  disabled: 'Not analysed: marks are turned off here by the setting guard409.enable.',
  excluded: 'Not analysed: "include" or "exclude" in .guard409.jsonc leaves the file out.',
});

/**
 * The answer for a file that was skipped.
 *
 * @param detail the budget in milliseconds, or the message of the failure
 */
export function skippedPart(missing: WhySkipped, t: Translate, detail: string | number = ''): Part {
  return { missing, title: t(SKIPPED[missing], detail), rows: [] };
}

/** The file is in no language that is known. */
export function unknownLanguage(t: Translate): Part {
  const known = languages.map((l) => `${l.title} (${l.extensions.join(', ')})`).join('; ');
  return {
    missing: 'unknown-language',
    title: t('Not analysed: files of this kind are not known.'),
    rows: [{ id: 'missing', label: t('Known'), text: known }],
  };
}

/** Neither a service nor an operation of it is mentioned, or only one of the two. */
export function noService(
  languageId: string,
  text: string,
  word: string,
  clients: readonly HttpClientConfig[],
  t: Translate,
): Part {
  const own = sdks.filter((sdk) => sdk.languages.includes(languageId) && sdk.service !== 'http');
  const rows: WhyRow[] = [];
  const mentioned = own.flatMap((sdk) => {
    const by = wordsOf(sdk).evidence.find((w) => text.includes(w));
    return by === undefined ? [] : [{ sdk, by }];
  });
  for (const { sdk, by } of mentioned) {
    const calls = shortList(wordsOf(sdk).operations.map((name) => (sdk.commands?.[name] ? name : `.${name}`)));
    const said = t('the file mentions {0} by "{1}", but none of its calls that write: {2}', sdk.title, by, calls);
    rows.push({ id: 'missing', label: t('Missing'), text: said });
  }
  const owners = own.filter((sdk) => wordsOf(sdk).operations.includes(word));
  if (owners.length) {
    const wanted = shortList(owners.flatMap((sdk) => wordsOf(sdk).evidence.slice(0, 2)));
    const said = t('"{0}" counts in a file that mentions one of: {1}', word, wanted);
    rows.push({ id: 'missing', label: t('Missing'), text: said });
  }
  if (!rows.length) {
    const wanted = shortList(own.map((sdk: Sdk) => wordsOf(sdk).evidence[0] ?? sdk.title));
    rows.push({ id: 'missing', label: t('Missing'), text: t('a client library, such as {0}', wanted) });
  }
  rows.push({ id: 'missing', label: t('Missing'), text: requestText(text, clients, t) });
  const title = mentioned.length
    ? t('Not analysed: the file mentions a client library, but none of its calls that write.')
    : t('Not analysed: nothing in the file speaks of Microsoft Graph, Bookings or Azure Cosmos DB.');
  return { missing: 'no-service', title, rows };
}

/** The same for requests by URL. */
function requestText(text: string, clients: readonly HttpClientConfig[], t: Translate): string {
  const names = clients.map((c) => c.name).join(', ');
  if (rawHttpGate.evidence.test(text) && !mayHoldRequest(text))
    return t('a URL or path of a service stands in the file, but no verb POST, PUT, PATCH or DELETE');
  const url = t(
    'or a request by URL: a host such as graph.microsoft.com, a versioned path such as /v1.0/groups, or a path only a service has',
  );
  return names ? `${url}; ${t('or a configured client: {0}', names)}` : url;
}

function shortList(names: string[]): string {
  const own = [...new Set(names)];
  return own.length > MAX_NAMES ? `${own.slice(0, MAX_NAMES).join(', ')} …` : own.join(', ');
}
