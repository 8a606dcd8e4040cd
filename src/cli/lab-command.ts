/** `guard409 lab`: starts the lab, says how to reach it, and prints its journal until it is stopped. */
import { scenarioById } from '../catalog/index.js';
import { t } from '../l10n/t.js';
import type { JournalEntry, Lab, Mode } from '../lab/index.js';
import type { Dependencies } from './dependencies.js';
import { makeStyle, printable, type Style } from './formats/style.js';
import { type Io, wantsColour } from './io.js';
import { UsageError } from './usage-error.js';

export const LAB_PORT = 8409;
export const LAB_COSMOS_PORT = 8410;
export const LAB_MODES: readonly Mode[] = ['api', 'portal'];

export interface LabCommandOptions {
  port: number;
  cosmosPort: number;
  mode: Mode;
  pageSize: number;
}

/**
 * Runs until `dependencies.lab.stopped` says so.
 *
 * @throws UsageError when a port is taken (exit code 2)
 */
export async function labCommand(options: LabCommandOptions, io: Io, { lab }: Dependencies): Promise<void> {
  const { startLab, PortInUse } = await lab.load();
  const style = makeStyle(wantsColour(io.stdout, io.env));
  const explained = new Set<string>();
  const onEntry = (entry: JournalEntry): void => {
    io.stdout.write(lineOf(entry, style));
    if (entry.rule === undefined || explained.has(entry.rule)) return;
    explained.add(entry.rule);
    io.stdout.write(differenceOf(entry.rule, style));
  };
  let running: Lab;
  try {
    running = await startLab({ ...options, onEntry });
  } catch (error) {
    if (error instanceof PortInUse)
      throw new UsageError(t('port {0} is in use; choose others with --port and --cosmos-port', error.port));
    throw error;
  }
  io.stdout.write(greeting(running, options.mode, style));
  try {
    await lab.stopped();
  } finally {
    await running.close();
  }
  io.stderr.write(`${t('The lab is stopped.')}\n`);
}

function greeting({ graphUrl, cosmosUrl, cosmosKey }: Lab, mode: Mode, style: Style): string {
  const rows: [string, string][] = [
    [t('Microsoft Graph, Bookings'), `${graphUrl}/v1.0  ${graphUrl}/beta`],
    [t('Azure Cosmos DB'), `${cosmosUrl}  ${t('key: {0}', cosmosKey)}`],
    [t('Switches and journal'), `${graphUrl}/__lab`],
    [t('Mode'), mode === 'portal' ? t('portal: links, restores and renames, as the portals do') : t('api: refuses')],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const clients: [string, string][] = [
    ['@microsoft/microsoft-graph-client', `Client.init({ baseUrl: '${graphUrl}/', … })`],
    ['@microsoft/msgraph-sdk', `requestAdapter.baseUrl = '${graphUrl}/v1.0'`],
    ['Microsoft.Graph (.NET)', `new GraphServiceClient(http, auth, "${graphUrl}/v1.0")`],
    ['Microsoft Graph PowerShell', `Invoke-RestMethod -Uri ${graphUrl}/v1.0/users`],
    ['@azure/cosmos', `new CosmosClient({ endpoint: '${cosmosUrl?.replace('https', 'http')}', key })`],
    ['Microsoft.Azure.Cosmos', `new CosmosClient("${cosmosUrl?.replace('https', 'http')}", key, gatewayMode)`],
  ];
  const clientWidth = Math.max(...clients.map(([name]) => name.length));
  return [
    ...rows.map(([name, text]) => `${style.bold(name.padEnd(width))}  ${text}`),
    '',
    t('Point your program at it (more in docs/lab.md):'),
    ...clients.map(([name, text]) => `  ${name.padEnd(clientWidth)}  ${text}`),
    '',
    t('Nothing leaves this machine, and everything is forgotten at the end. Ctrl-C stops it.'),
    '',
    '',
  ].join('\n');
}

function lineOf(entry: JournalEntry, style: Style): string {
  const paint =
    entry.status < 300 ? style.green : entry.rule ? style.yellow : entry.status < 400 ? style.blue : style.red;
  const notes = [
    entry.code && `${entry.code}`,
    entry.rule,
    entry.portal && t('portal: {0}', entry.portal),
    entry.retryAfter && `Retry-After ${entry.retryAfter}`,
    entry.faults && t('fault'),
    entry.batch === undefined ? undefined : t('in batch {0}', entry.batch),
    entry.inFlight > 1 && t('{0} in flight', entry.inFlight),
  ].filter((note) => typeof note === 'string');
  const time = style.dim(entry.time.slice(11, 23));
  const request = `${entry.method.padEnd(6)} ${printable(entry.path)}`;
  return `${time}  ${paint(String(entry.status))}  ${request}  ${style.dim(notes.join(' · '))}\n`;
}

/** What portal and API do, once for each scenario. */
function differenceOf(rule: string, style: Style): string {
  const scenario = scenarioById(rule);
  if (!scenario) return '';
  const indent = ' '.repeat('00:00:00.000  '.length);
  return [
    `${indent}${style.dim(t('Portal: {0}', scenario.portal))}\n`,
    `${indent}${style.dim(t('API: {0}', scenario.api))}\n`,
  ].join('');
}
