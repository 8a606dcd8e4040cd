/** Whole scans: this project's command line beside ast-grep and beside merely reading the files. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, median, race, type Timed } from './timing.js';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** What all three look at. */
const EXTENSIONS = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.cs', '.csx'];

/** The command line as it is built here. */
export const builtCli = join(here, '../dist/cli.js');

/** The ast-grep program of this platform: a package of its own, which npm installs beside `@ast-grep/cli`. */
function astGrep(): string {
  const name = process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep';
  const libc = { linux: '-gnu', win32: '-msvc' }[process.platform as string] ?? '';
  const from = createRequire(require.resolve('@ast-grep/cli/package.json'));
  const folder = dirname(from.resolve(`@ast-grep/cli-${process.platform}-${process.arch}${libc}/package.json`));
  return join(folder, name);
}

function contestants(cli: string, folder: string): Contestant[] {
  const memory = ['--import', join(here, 'memory-report.mjs')];
  return [
    {
      name: 'reading',
      command: process.execPath,
      args: [...memory, join(here, 'read-files.mjs'), folder, ...EXTENSIONS],
      fine: [0],
    },
    {
      name: 'guard409',
      command: process.execPath,
      args: [...memory, cli, 'scan', folder, '--format', 'json'],
      fine: [0, 1],
    },
    {
      name: 'ast-grep',
      command: astGrep(),
      args: ['scan', '-c', join(here, 'ast-grep/sgconfig.yml'), '--json=stream', folder],
      fine: [0, 1],
    },
  ];
}

export interface ScanReport {
  name: string;
  timed: Timed[];
  /** What the command line says of the scan, in lines. */
  stats: string[];
}

/**
 * Times the scans of a folder.
 *
 * @param cli the built command line
 * @throws Error when it is not there, or when a contestant fails
 */
export function timeScans(cli: string, name: string, folder: string, rounds: number): ScanReport {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run \`node esbuild.mjs cli\` first`);
  return { name, timed: race(contestants(cli, folder), rounds), stats: scanStats(cli, folder) };
}

/** What `--stats` says of one scan: shares of files and bytes that passed the prefilter; and what was found. */
function scanStats(cli: string, folder: string): string[] {
  const run = spawnSync(process.execPath, [cli, 'scan', folder, '--format', 'json', '--stats'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  const { findings, problems } = JSON.parse(run.stdout) as { findings: unknown[]; problems: unknown[] };
  const told = run.stderr.split('\n').filter((line) => /^(files|passed the prefilter|parsed|threads)\b/.test(line));
  return [...told.map((line) => line.trim()), `findings ${findings.length}, problems ${problems.length}`];
}

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A report as text. Times are medians; what counts are the ratios. */
export function writeScans({ name, timed, stats }: ScanReport): string {
  const of = (who: string): number => median(timed.find((t) => t.name === who)?.runs ?? []);
  const ours = of('guard409');
  const memory = (who: string): number => timed.find((t) => t.name === who)?.memory ?? 0;
  return [
    name,
    ...timed.map(
      (t) =>
        `  ${t.name.padEnd(9)} ${median(t.runs).toFixed(0).padStart(6)} ms   (${t.runs.map((r) => r.toFixed(0)).join(', ')})`,
    ),
    `  guard409 takes ${(ours / of('ast-grep')).toFixed(2)} x the time of ast-grep, ${(ours / of('reading')).toFixed(2)} x that of reading`,
    `  memory: ${mega(memory('guard409'))}, ${(memory('guard409') / memory('reading')).toFixed(2)} x that of reading`,
    ...stats.map((line) => `  ${line}`),
  ].join('\n');
}
