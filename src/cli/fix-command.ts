/** `guard409 fix`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import type { FixId, Severity } from '../analysis/findings.js';
import { atLeast } from '../analysis/severity.js';
import type { Analyser } from '../host-node/analyser.js';
import { shown } from '../host-node/paths.js';
import { t } from '../l10n/t.js';
import type { FixChoice, FixedFile } from '../phrasing/fix-file.js';
import type { Dependencies } from './dependencies.js';
import type { Io } from './io.js';
import { runScan, type ScanSelection } from './run-scan.js';

export interface FixCommandOptions extends ScanSelection {
  remedy: FixId | undefined;
  unsafe: boolean;
  dryRun: boolean;
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
    wants: (site) => site.severity !== 'none' && atLeast(site.severity, options.minSeverity),
  };
  const analyser = dependencies.analyser();
  const fixText = dependencies.fixText();
  const done: { file: string; before: string; fixed: FixedFile }[] = [];
  const fixing: Analyser = {
    ...analyser,
    analyse: async (config, file, text, read) => {
      const fixed = await fixText(config, file, text, read, choice);
      if (fixed.applied.length + fixed.left.length > 0) done.push({ file, before: text, fixed });
      return analyser.analyse(config, file, fixed.text, read);
    },
  };
  const result = await runScan(paths, { ...options, jobs: 1 }, io, { ...dependencies, analyser: () => fixing });
  done.sort((a, b) => (a.file < b.file ? -1 : 1));
  for (const { file, before, fixed } of done) {
    const name = shown(io.cwd, file);
    if (fixed.text !== before) {
      if (options.dryRun) io.stdout.write(createTwoFilesPatch(name, name, before, fixed.text, '', '', { context: 3 }));
      else write(file, fixed.text);
    }
    io.stderr.write(lines(name, fixed, options.dryRun).join(''));
  }
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
  const marked = readFileSync(file).subarray(0, MARK.length).equals(MARK);
  writeFileSync(file, marked ? Buffer.concat([MARK, Buffer.from(text, 'utf8')]) : text);
}
