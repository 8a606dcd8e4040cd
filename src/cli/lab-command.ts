/** `guard409 lab`: starts the lab, says how to reach it, and prints its journal until it is stopped. */
import { scenarioById } from '../catalog/index.js';
import { columns, journalNotes, labAddresses, labClients } from '../explain/lab-words.js';
import { t } from '../l10n/t.js';
import type { JournalEntry, Lab, Mode } from '../lab/index.js';
import type { Dependencies } from './dependencies.js';
import { makeStyle, printable, type Style } from './formats/style.js';
import { type Io, wantsColour } from './io.js';
import { UsageError } from './usage-error.js';

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

function greeting(running: Lab, mode: Mode, style: Style): string {
  return [
    ...columns(labAddresses(running, mode), style.bold),
    '',
    t('Point your program at it (more in docs/lab.md):'),
    ...columns(labClients(running)).map((line) => `  ${line}`),
    '',
    t('Nothing leaves this machine, and everything is forgotten at the end. Ctrl-C stops it.'),
    '',
    '',
  ].join('\n');
}

function lineOf(entry: JournalEntry, style: Style): string {
  const paint =
    entry.status < 300 ? style.green : entry.rule ? style.yellow : entry.status < 400 ? style.blue : style.red;
  const time = style.dim(entry.time.slice(11, 23));
  const request = `${entry.method.padEnd(6)} ${printable(entry.path)}`;
  return `${time}  ${paint(String(entry.status))}  ${request}  ${style.dim(journalNotes(entry).join(' · '))}\n`;
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
