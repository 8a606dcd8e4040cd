/** The commands and their options. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../analysis/findings.js';
import { FIX_IDS } from '../analysis/fix-ids.js';
import { LAB_PORTS } from '../explain/lab-words.js';
import { defaultJobs } from '../host-node/scan.js';
import { t } from '../l10n/t.js';
import type { Dependencies } from './dependencies.js';
import { EXPLAIN_FORMATS, type ExplainCommandOptions, explainCommand } from './explain-command.js';
import { type FixCommandOptions, fixCommand } from './fix-command.js';
import type { Io } from './io.js';
import { LAB_MODES, type LabCommandOptions, labCommand } from './lab-command.js';
import { FORMATS, type ScanCommandOptions, scanCommand } from './scan-command.js';
import { UsageError } from './usage-error.js';
import { WHY_FORMATS, type WhyCommandOptions, whyCommand } from './why-command.js';

/** Threads anybody may ask for. */
const MAX_JOBS = 64;
const MAX_PORT = 65_535;
const MAX_PAGE = 999;
const DEFAULT_PAGE = 100;
const THRESHOLDS: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Exit codes. */
const OK = 0;
const MISUSE = 2;

/**
 * Runs the command line.
 *
 * @param args without the names of Node and of the script
 * @returns the exit code: 0 nothing found, 1 findings, 2 bad usage or configuration
 */
export async function run(args: readonly string[], io: Io, dependencies: Dependencies): Promise<number> {
  let code = OK;
  const program = new Command('guard409')
    .description(t('Finds Microsoft Graph, Bookings and Azure Cosmos DB calls that lack 409 Conflict handling.'))
    .version(dependencies.version, '-V, --version', t('print the version'))
    .helpOption('-h, --help', t('print help'))
    .helpCommand(false)
    .showHelpAfterError(t('(run with --help for the options)'))
    .addHelpText(
      'after',
      `\n${t('Exit codes: 0 nothing at or above the threshold, 1 findings, 2 bad usage or configuration.')}`,
    );
  const settings = {
    writeOut: (text: string) => io.stdout.write(text),
    writeErr: (text: string) => io.stderr.write(text),
    getOutHelpWidth: () => io.stdout.columns ?? 100,
    getErrHelpWidth: () => io.stderr.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  };
  program.configureOutput(settings).exitOverride();
  addScan(program).action(async (paths: string[], options: ScanCommandOptions) => {
    code = await scanCommand(paths, options, io, dependencies);
  });
  addFix(program).action(async (paths: string[], options: FixCommandOptions) => {
    code = await fixCommand(paths, options, io, dependencies);
  });
  program
    .command('why')
    .description(t('say why the call at a place is marked, or what is missing for a mark'))
    .argument('<place>', t('FILE:LINE or FILE:LINE:COLUMN'))
    .addOption(new Option('--format <format>', t('how to print')).choices(WHY_FORMATS).default('pretty'))
    .option('--config <file>', t('configuration to use, instead of the nearest .guard409.jsonc'))
    .action(async (place: string, options: WhyCommandOptions) => {
      await whyCommand(place, options, io, dependencies);
    });
  addLab(program).action(async (options: LabCommandOptions) => {
    await labCommand(options, io, dependencies);
  });
  program
    .command('explain')
    .description(t('explain a conflict: by its rule, or by the text of an error'))
    .argument('<rule-or-text>', t('a rule, the text of an error, or - for standard input'))
    .addOption(new Option('--format <format>', t('how to print')).choices(EXPLAIN_FORMATS).default('pretty'))
    .addHelpText('after', `\n${t('Exit codes: 0 explained, 1 no such conflict, 2 bad usage.')}`)
    .action(async (target: string, options: ExplainCommandOptions) => {
      code = await explainCommand(target, options, io, dependencies);
    });
  program
    .command('mcp')
    .description(t('serve agents over standard input and output (Model Context Protocol); reads only'))
    .action(async () => {
      const { mcpCommand } = await import('./mcp-command.js');
      await mcpCommand(io, dependencies);
    });
  program
    .command('rules')
    .description(t('list what can conflict, with what each rule covers'))
    .addOption(new Option('--format <format>', t('how to print')).choices(['json', 'md']).default('md'))
    .action(({ format }: { format: 'json' | 'md' }) => {
      if (format === 'md') io.stdout.write(dependencies.rulesMarkdown());
      else io.stdout.write(`${JSON.stringify(dependencies.rulesJson(), undefined, 2)}\n`);
    });
  if (args.length === 0) {
    io.stderr.write(program.helpInformation());
    return MISUSE;
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? OK : MISUSE;
    if (error instanceof UsageError) {
      io.stderr.write(`${t('error: {0}', error.message)}\n`);
      return MISUSE;
    }
    throw error;
  }
}

function addScan(program: Command): Command {
  return program
    .command('scan')
    .description(t('scan files and folders'))
    .argument('[path...]', t('files and folders; the working directory when none is given'))
    .addOption(new Option('--format <format>', t('how to print')).choices(FORMATS).default('pretty'))
    .option('--sites', t('list every recognised call with its verdict, not only findings'), false)
    .option('--stats', t('print figures of the scan on stderr'), false)
    .addOption(
      new Option('--jobs <n>', t('threads (default: one per core, at most 8; here {0})', defaultJobs())).argParser(
        parseJobs,
      ),
    )
    .option('--config <file>', t('configuration for all files, instead of the nearest .guard409.jsonc of each'))
    .option('--baseline <file>', t('do not report the findings in this file'))
    .option('--write-baseline <file>', t('write the findings to this file instead of reporting them'))
    .addOption(
      new Option('--min-severity <severity>', t('report from this severity on')).choices(THRESHOLDS).default('warning'),
    )
    .option('--no-cache', t('for scripts: read and write no cache; this version keeps none, so it changes nothing'));
}

function addFix(program: Command): Command {
  return program
    .command('fix')
    .description(t('apply the first fix offered to each finding; only those that need no decision of yours'))
    .argument('[path...]', t('files and folders; the working directory when none is given'))
    .addOption(new Option('--remedy <id>', t('apply this fix instead, where it is offered')).choices([...FIX_IDS]))
    .option(
      '--unsafe',
      t('also apply fixes that need a decision: those that overwrite, or hand out what is there'),
      false,
    )
    .option('--helper <file>', t('keep the functions that fixes call in this file, and import them from there'))
    .option('--dry-run', t('print what would change and write nothing'), false)
    .option('--config <file>', t('configuration for all files, instead of the nearest .guard409.jsonc of each'))
    .addOption(
      new Option('--min-severity <severity>', t('fix from this severity on')).choices(THRESHOLDS).default('warning'),
    );
}

function addLab(program: Command): Command {
  const number = (most: number) => (text: string) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > most)
      throw new InvalidArgumentError(t('Expected a whole number from 1 to {0}.', most));
    return value;
  };
  const port = (flag: string, text: string, preset: number): Option =>
    new Option(`${flag} <n>`, text).argParser(number(MAX_PORT)).default(preset);
  return program
    .command('lab')
    .description(
      t('start services on this machine that conflict as Graph, Bookings and Cosmos DB do, to rehearse against'),
    )
    .addOption(port('--port', t('port of Microsoft Graph and Bookings'), LAB_PORTS.graph))
    .addOption(port('--cosmos-port', t('port of Azure Cosmos DB'), LAB_PORTS.cosmos))
    .addOption(
      new Option('--mode <mode>', t('refuse as the API, or play the portal')).choices(LAB_MODES).default('api'),
    )
    .addOption(
      new Option('--page-size <n>', t('members in a page of Microsoft Graph'))
        .argParser(number(MAX_PAGE))
        .default(DEFAULT_PAGE),
    );
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!/^\d+$/.test(text) || jobs < 1 || jobs > MAX_JOBS) {
    throw new InvalidArgumentError(t('Expected a whole number from 1 to {0}.', MAX_JOBS));
  }
  return jobs;
}
