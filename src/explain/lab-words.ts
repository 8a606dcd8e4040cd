/** What is said of a running lab, in a terminal and in the editor: its addresses, and a request in its journal. */
import { t } from '../l10n/t.js';
import type { JournalEntry, Lab, Mode } from '../lab/index.js';

/** The ports it takes when nothing else is said. */
export const LAB_PORTS = { graph: 8409, cosmos: 8410 } as const;

/** Where a lab is. */
export type LabPlace = Pick<Lab, 'graphUrl' | 'cosmosUrl' | 'cosmosKey'>;

/** Names and addresses, with the mode it is in. */
export function labAddresses({ graphUrl, cosmosUrl, cosmosKey }: LabPlace, mode: Mode): [string, string][] {
  return [
    [t('Microsoft Graph, Bookings'), `${graphUrl}/v1.0  ${graphUrl}/beta`],
    [t('Azure Cosmos DB'), `${cosmosUrl}  ${t('key: {0}', cosmosKey)}`],
    [t('Switches and journal'), `${graphUrl}/__lab`],
    [t('Mode'), mode === 'portal' ? t('portal: links, restores and renames, as the portals do') : t('api: refuses')],
  ];
}

/** How each client is pointed at it. */
export function labClients({ graphUrl, cosmosUrl }: LabPlace): [string, string][] {
  const plainCosmos = cosmosUrl?.replace('https', 'http');
  return [
    ['@microsoft/microsoft-graph-client', `Client.init({ baseUrl: '${graphUrl}/', … })`],
    ['@microsoft/msgraph-sdk', `requestAdapter.baseUrl = '${graphUrl}/v1.0'`],
    ['Microsoft.Graph (.NET)', `new GraphServiceClient(http, auth, "${graphUrl}/v1.0")`],
    ['Microsoft Graph PowerShell', `Invoke-RestMethod -Uri ${graphUrl}/v1.0/users`],
    ['@azure/cosmos', `new CosmosClient({ endpoint: '${plainCosmos}', key })`],
    ['Microsoft.Azure.Cosmos', `new CosmosClient("${plainCosmos}", key, gatewayMode)`],
  ];
}

/** What a line of the journal says after the request: code, rule, what the portal did, faults. */
export function journalNotes(entry: JournalEntry): string[] {
  return [
    entry.code && `${entry.code}`,
    entry.rule,
    entry.portal && t('portal: {0}', entry.portal),
    entry.retryAfter && `Retry-After ${entry.retryAfter}`,
    entry.faults && t('fault'),
    entry.batch === undefined ? undefined : t('in batch {0}', entry.batch),
    entry.inFlight > 1 && t('{0} in flight', entry.inFlight),
  ].filter((note) => typeof note === 'string');
}

/** Names in a column, each with what belongs to it. */
export function columns(rows: readonly [string, string][], paint = (name: string): string => name): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `${paint(name.padEnd(width))}  ${text}`);
}
