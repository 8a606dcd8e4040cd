/** The page about a decoded error: which conflict it is and how sure that is, what else it could be, and whence it came. */
import { REMEDY_TITLES } from '../../catalog/titles.js';
import type { RemedyRow } from '../../catalog/types.js';
import type { Decoded, Match, Read } from '../../decode/decode.js';
import { t } from '../../l10n/t.js';
import { escapeMarkdown as plain } from '../markdown-text.js';

/** A call of the workspace that could have sent the request. */
export interface SuspectCall {
  /** `src/orders.ts:12`. */
  place: string;
  /** Where the link leads; undefined where there is none. */
  link: string | undefined;
  operation: string;
  handled: boolean;
}

/** @param linkTo address of a scenario's page, as seen from this one */
export function decodedPage(
  { matches, read }: Decoded,
  calls: readonly SuspectCall[],
  linkTo: (rule: string) => string,
): string {
  const [best, ...others] = matches;
  const parts: string[] = [];
  if (!best) {
    parts.push(`# ${t('No known conflict')}`);
    parts.push(
      t(
        'The text is no conflict of Microsoft Graph, Bookings or Azure Cosmos DB that is known: no code, text or operation of theirs stands in it together with a status that fits.',
      ),
    );
  } else {
    parts.push(
      `# ${plain(t(best.scenario.title))}`,
      `[${plain(best.rule)}](${linkTo(best.rule)}) · ${t('Confidence: {0}', percent(best))}`,
      t('Why: {0}', plain(best.why)),
      plain(t(best.scenario.summary)),
      ...helps(best),
      `## ${t('Calls that could have sent it')}`,
      callList(calls),
    );
    if (others.length > 0)
      parts.push(`## ${t('What else it could be')}`, others.map((m) => otherRow(m, linkTo)).join('\n'));
  }
  parts.push(`## ${t('What was read')}`, readList(read), excerpt(read));
  parts.push(`*${t('Names, addresses, ids and tokens are masked. Nothing has left this machine.')}*`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function percent({ confidence }: Match): string {
  return `${Math.round(confidence * 100)} %`;
}

function helps({ scenario }: Match): string[] {
  const useful: RemedyRow[] = scenario.remedies.filter((r) => r.cannotHelp !== true).slice(0, 3);
  if (useful.length === 0) return [];
  return [
    `## ${t('What helps')}`,
    useful.map((r) => `- **${plain(t(REMEDY_TITLES[r.id]))}**: ${plain(t(r.text))}`).join('\n'),
  ];
}

function otherRow(match: Match, linkTo: (rule: string) => string): string {
  const { rule, scenario, why } = match;
  return `- [${plain(t(scenario.title))}](${linkTo(rule)}), ${percent(match)}: ${plain(why)}`;
}

const mostCalls = 30;

function callList(calls: readonly SuspectCall[]): string {
  if (calls.length === 0) return t('None is known. Scan the workspace to look at the files that are not open too.');
  const rows = calls.slice(0, mostCalls).map(({ place, link, operation, handled }) => {
    const where = link === undefined ? plain(place) : `[${plain(place)}](${link})`;
    return `- ${where}: ${plain(operation)}, ${handled ? t('conflict handled') : t('conflict not handled')}`;
  });
  if (calls.length > mostCalls) rows.push(`- ${t('and {0} more', calls.length - mostCalls)}`);
  return rows.join('\n');
}

function readList({ statuses, substatus, codes, operations, sdks }: Read): string {
  return [
    statuses.length > 0 ? t('Status: {0}', statuses.join(', ')) : '',
    substatus === undefined ? '' : t('Substatus: {0}', substatus),
    codes.length > 0 ? t('Codes: {0}', plain(codes.join(', '))) : '',
    operations.length > 0 ? t('Operation: {0}', plain(operations.slice(0, 3).join(', '))) : '',
    sdks.length > 0 ? t('From: {0}', plain(sdks.join(', '))) : '',
  ]
    .filter((row) => row !== '')
    .map((row) => `- ${row}`)
    .join('\n');
}

/** The masked text between fences longer than any run of ticks in it: nothing in it can act. */
function excerpt({ excerpt: text }: Read): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
