/** Whole scans: this project's command line beside ast-grep and beside merely reading the files. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, median, race, type Timed } from './timing.js';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../dist/cli.js');
const require = createRequire(import.meta.url);

/** What all three look at. */
const EXTENSIONS = ['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx', '.cs', '.csx'];

/** The ast-grep program of this platform: a package of its own, which npm installs beside `@ast-grep/cli`. */
function astGrep(): string {
  const name = process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep';
  const libc = { linux: '-gnu', win32: '-msvc' }[process.platform as string] ?? '';
  const from = createRequire(require.resolve('@ast-grep/cli/package.json'));
  const folder = dirname(from.resolve(`@ast-grep/cli-${process.platform}-${process.arch}${libc}/package.json`));
  return join(folder, name);
}

function contestants(folder: string): Contestant[] {
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
 * @throws Error when the command line is not built
 */
export function timeScans(name: string, folder: string, rounds: number): ScanReport {
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run `npm run build` first');
  return { name, timed: race(contestants(folder), rounds), stats: scanStats(folder) };
}

/** The statistics of one scan: shares of files and bytes that passed the prefilter, findings. */
function scanStats(folder: string): string[] {
  const run = spawnSync(process.execPath, [cli, 'scan', folder, '--format', 'json', '--stats'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  const parsed = JSON.parse(run.stdout) as {
    findings: unknown[];
    problems: unknown[];
    stats: { files: number; parsed: number; bytes: number; candidates?: number; candidateBytes?: number };
  };
  const { files, bytes, candidates = parsed.stats.parsed, candidateBytes } = parsed.stats;
  const told = run.stderr.split('\n').filter((line) => /prefilter/i.test(line));
  return [
    `files ${files}, ${mega(bytes)}; passed the prefilter: ${percent(candidates, files)} of the files` +
      (candidateBytes === undefined ? '' : `, ${percent(candidateBytes, bytes)} of the bytes`),
    ...told.map((line) => line.trim()),
    `findings ${parsed.findings.length}, problems ${parsed.problems.length}`,
  ];
}

const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : ((part / whole) * 100).toFixed(1)} %`;

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
