/** What a decoded error says, for a terminal. What belongs to a tenant is masked. */
import type { Decoded, Match, Read } from '../../decode/decode.js';
import { t } from '../../l10n/t.js';
import { printable, type Style } from './style.js';

export function formatDecoded({ matches, read }: Decoded, style: Style): string {
  const [best, ...others] = matches;
  if (!best)
    return `${t('No conflict of Microsoft Graph, Bookings or Azure Cosmos DB that is known.')}\n${found(read, style)}`;
  const parts = [
    `${style.bold(t(best.scenario.title))}  ${style.dim(`${best.rule}  ${percent(best)}`)}`,
    t('Why: {0}', best.why),
    `${t(best.scenario.summary)}`,
    ...remedies(best, style),
    found(read, style).trimEnd(),
    ...(others.length > 0
      ? [t('It could also be:'), ...others.map((m) => `  ${style.cyan(m.rule)} ${percent(m)}  ${t(m.scenario.title)}`)]
      : []),
    style.dim(t('The whole page: guard409 explain {0}', best.rule)),
  ];
  return `${parts.filter((p) => p !== '').join('\n')}\n`;
}

function percent({ confidence }: Match): string {
  return `${Math.round(confidence * 100)} %`;
}

function remedies({ scenario }: Match, style: Style): string[] {
  const [first] = scenario.remedies.filter((r) => r.cannotHelp !== true);
  return first ? [`${style.green(first.id)}: ${t(first.text)}`] : [];
}

/** What was read, as far as it tells. */
function found({ statuses, substatus, codes, operations, sdks, excerpt }: Read, style: Style): string {
  const rows = [
    statuses.length > 0 ? t('Status: {0}', statuses.join(', ')) : '',
    substatus === undefined ? '' : t('Substatus: {0}', substatus),
    codes.length > 0 ? t('Codes: {0}', codes.join(', ')) : '',
    operations.length > 0 ? t('Operation: {0}', operations.slice(0, 3).join(', ')) : '',
    sdks.length > 0 ? t('From: {0}', sdks.join(', ')) : '',
  ].filter((row) => row !== '');
  const lines = excerpt
    .split('\n')
    .slice(0, 6)
    .map((line) => `  | ${printable(line)}`);
  return `${[...rows, ...lines.map((line) => style.dim(line))].join('\n')}\n`;
}
