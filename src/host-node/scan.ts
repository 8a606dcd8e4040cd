/** A scan of files and folders: finds, reads and prefilters on this thread, judges on several. */

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { DEFAULT_CONFIG } from '../analysis/engine-config.js';
import type { FileResult, Problem } from '../analysis/findings.js';
import { t } from '../l10n/t.js';
import type { Analyser } from './analyser.js';
import { absolute } from './paths.js';
import { Pool } from './pool.js';
import { ProjectConfigs } from './project-config.js';
import { readText } from './read-text.js';
import { emptyReport, type WalkReport, walk } from './walk.js';

export interface ScanOptions {
  /** Working directory, which the paths are relative to. */
  cwd: string;
  paths: readonly string[];
  analyser: Analyser;
  /** Rule ids that exist, for the configuration. */
  rules: readonly string[];
  /** Configuration that counts for all files, instead of the nearest of each. */
  configFile?: string | undefined;
  /** Threads; by default one per core, at most 8. */
  jobs?: number | undefined;
  workerUrl?: URL | undefined;
  /** A worker that is silent for so many milliseconds is ended, and its file is a problem. */
  silentMs?: number | undefined;
  /** Called now and then. */
  onProgress?: ((progress: { files: number; judged: number; candidates: number }) => void) | undefined;
}

export interface ScanStats {
  /** Source files found. */
  files: number;
  /** Files that were parsed. */
  parsed: number;
  /** Bytes of the source files read. */
  bytes: number;
  /** Files and bytes that passed the prefilter. */
  candidates: number;
  candidateBytes: number;
  /** Wall time in milliseconds: in all, and until all files were found, read and prefiltered. */
  ms: number;
  findMs: number;
  threads: number;
}

export interface ScanResult {
  /** Files with sites, by path. Paths are absolute. */
  files: FileResult[];
  problems: Problem[];
  stats: ScanStats;
  report: WalkReport;
}

/** A path that does not exist. */
export class ScanPathError extends Error {}

/** How long this thread finds files before it lets the workers' answers in, in milliseconds. */
const SLICE_MS = 10;

/** Threads used when nobody says otherwise. */
export function defaultJobs(): number {
  return Math.min(availableParallelism(), 8);
}

/**
 * Scans. A file that cannot be judged becomes a problem and the scan goes on.
 *
 * @throws ScanPathError for a path that does not exist, ConfigFileError for a configuration that cannot be used
 */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const started = performance.now();
  const { cwd, analyser } = options;
  const roots = options.paths.map((path) => {
    const root = absolute(cwd, path);
    if (!existsSync(root)) throw new ScanPathError(t('{0} does not exist', path));
    return root;
  });
  const configs = new ProjectConfigs(options.rules, options.configFile && absolute(cwd, options.configFile));
  const report = emptyReport();
  const stats: ScanStats = {
    files: 0,
    parsed: 0,
    bytes: 0,
    candidates: 0,
    candidateBytes: 0,
    ms: 0,
    findMs: 0,
    threads: 1,
  };
  const files: FileResult[] = [];
  let judged = 0;
  const progress = () => options.onProgress?.({ files: stats.files, judged, candidates: stats.candidates });
  const pool = new Pool({
    jobs: options.jobs ?? defaultJobs(),
    analyser,
    configs: configs.engines,
    workerUrl: options.workerUrl,
    silentMs: options.silentMs,
    onResult: (result) => {
      judged++;
      if (result.stage === 'analysed') stats.parsed++;
      report.problems.push(...result.problems);
      if (result.sites.length > 0) files.push(result);
      progress();
    },
  });
  try {
    let sliceEnd = started + SLICE_MS;
    for (const { path, language, config } of walk(roots, { languageOf: analyser.languageOf, configs, report })) {
      stats.files++;
      progress();
      const source = readText(path);
      stats.bytes += source.bytes;
      if (!source.ok) report.problems.push({ file: path, message: source.message });
      else if (analyser.maybe(language, source.text, configs.engines[config.index] ?? DEFAULT_CONFIG)) {
        stats.candidates++;
        stats.candidateBytes += source.bytes;
        pool.add({ file: path, language, text: source.text, config: config.index });
      }
      if (pool.threads === 1 || performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + SLICE_MS;
    }
    stats.findMs = Math.round(performance.now() - started);
    await pool.finish();
  } finally {
    await pool.close();
  }
  stats.threads = pool.threads;
  stats.ms = Math.round(performance.now() - started);
  files.sort((a, b) => compare(a.file, b.file));
  return { files, problems: report.problems.sort(byPlace), stats, report };
}

function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.message, b.message);
}

/** Code unit order: the same on every machine and in every language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
