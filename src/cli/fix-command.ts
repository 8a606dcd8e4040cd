/** `guard409 fix`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { ReadNeighbour } from '../analysis/engine.js';
import type { FixId, Severity } from '../analysis/findings.js';
import { languageOf } from '../analysis/languages/index.js';
import { atLeast } from '../analysis/severity.js';
import type { Analyser } from '../host-node/analyser.js';
import { absolute, shown } from '../host-node/paths.js';
import { t } from '../l10n/t.js';
import type { FixChoice, FixedFile } from '../phrasing/fix-file.js';
import { phrasingOf } from '../phrasing/index.js';
import type { Dependencies } from './dependencies.js';
import type { Io } from './io.js';
import { runScan, type ScanSelection } from './run-scan.js';
import { UsageError } from './usage-error.js';

export interface FixCommandOptions extends ScanSelection {
  remedy: FixId | undefined;
  unsafe: boolean;
  dryRun: boolean;
  /** The file that helpers are to live in. */
  helper: string | undefined;
  minSeverity: Severity;
}

/** Byte order mark of UTF-8, which reading leaves out and writing puts back. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Runs the command: writes the fixed files, or with `dryRun` prints what would change.
 *
 * @returns the exit code: 0 no finding is left, 1 some are
 * @throws UsageError for what the user has to correct (exit code 2)
 */
export async function fixCommand(
  paths: readonly string[],
  options: FixCommandOptions,
  io: Io,
  dependencies: Dependencies,
): Promise<number> {
  const choice: FixChoice = {
    fix: options.remedy,
    unsafe: options.unsafe,
    helper: helperPath(io.cwd, options.helper),
    wants: (site) => site.severity !== 'none' && atLeast(site.severity, options.minSeverity),
  };
  const analyser = dependencies.analyser();
  const fixText = dependencies.fixText();
  const done: { file: string; fixed: FixedFile }[] = [];
  /** What becomes of each file that is changed: helpers are written by the fixes of several. */
  const changed = new Map<string, { before: string | undefined; text: string }>();
  const change = (file: string, before: string | undefined, text: string): void => {
    const first = changed.get(file);
    if (first || text !== before) changed.set(file, { before: first ? first.before : before, text });
  };
  const fixing: Analyser = {
    ...analyser,
    analyse: async (config, file, given, neighbours) => {
      const read: ReadNeighbour = (path) => changed.get(path)?.text ?? neighbours(path);
      const before = changed.get(file)?.text ?? given;
      const fixed = await fixText(config, file, before, read, choice);
      if (fixed.applied.length + fixed.left.length > 0) done.push({ file, fixed });
      if (fixed.helper) change(fixed.helper.path, await neighbours(fixed.helper.path), fixed.helper.text);
      change(file, before, fixed.text);
      return analyser.analyse(config, file, fixed.text, read);
    },
  };
  const result = await runScan(paths, { ...options, jobs: 1 }, io, { ...dependencies, analyser: () => fixing });
  const byPath = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : 1);
  for (const { file, before, text } of [...changed].map(([file, one]) => ({ file, ...one })).sort(byPath)) {
    const name = shown(io.cwd, file);
    if (options.dryRun) io.stdout.write(createTwoFilesPatch(name, name, before ?? '', text, '', '', { context: 3 }));
    else write(file, text);
  }
  for (const { file, fixed } of done.sort(byPath))
    io.stderr.write(lines(shown(io.cwd, file), fixed, options.dryRun).join(''));
  const applied = done.reduce((sum, { fixed }) => sum + fixed.applied.length, 0);
  const left = done.reduce((sum, { fixed }) => sum + fixed.left.length, 0);
  for (const { file, message } of result.problems) io.stderr.write(`${shown(io.cwd, file)}: ${message}\n`);
  io.stderr.write(
    `${options.dryRun ? t('{0} calls would be fixed, {1} would be left.', applied, left) : t('{0} calls fixed, {1} left.', applied, left)}\n`,
  );
  return left > 0 ? 1 : 0;
}

function lines(name: string, { applied, left }: FixedFile, dryRun: boolean): string[] {
  const why = {
    none: t('no fix can be written here'),
    unsafe: t('its fix needs a decision of yours (--unsafe applies it)'),
    failed: t('its fix did not prove to cure it'),
  };
  return [
    ...applied.map(
      ({ site, offer }) =>
        `${name}:${site.line}:${site.column}: ${dryRun ? t('would be fixed') : t('fixed')}: ${offer.title}\n`,
    ),
    ...left.map(({ site, why: reason }) => `${name}:${site.line}:${site.column}: ${t('left')}: ${why[reason]}\n`),
  ];
}

/** Keeps a byte order mark where there was one. */
function write(file: string, text: string): void {
  const marked = existsSync(file) && readFileSync(file).subarray(0, MARK.length).equals(MARK);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, marked ? Buffer.concat([MARK, Buffer.from(text, 'utf8')]) : text);
}

/** @throws UsageError where no helper can be written in a file of this name */
function helperPath(cwd: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const path = absolute(cwd, file);
  const language = languageOf(path);
  if (!language || !phrasingOf(language.id)?.home?.suits(path, path))
    throw new UsageError(t('{0}: helpers of their own file can be written in TypeScript and JavaScript only.', file));
  return path;
}
