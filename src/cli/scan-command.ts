/** `guard409 scan`. */
import type { Severity } from '../analysis/findings.js';
import { absolute } from '../host-node/paths.js';
import { t } from '../l10n/t.js';
import { readBaseline, writeBaseline } from './baseline.js';
import type { Dependencies } from './dependencies.js';
import { formatGithub } from './formats/github.js';
import { formatJson } from './formats/json.js';
import { formatPretty } from './formats/pretty.js';
import { formatSarif } from './formats/sarif.js';
import { makeStyle } from './formats/style.js';
import { summaryLines } from './formats/summary.js';
import { type Io, wantsColour } from './io.js';
import { makeReport, type Report } from './report.js';
import { runScan, type ScanSelection } from './run-scan.js';
import { statsText } from './stats.js';

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export interface ScanCommandOptions extends ScanSelection {
  format: Format;
  sites: boolean;
  stats: boolean;
  baseline: string | undefined;
  writeBaseline: string | undefined;
  minSeverity: Severity;
}

/**
 * Runs the command and prints.
 *
 * @returns the exit code: 0 nothing at or above the threshold, 1 findings
 * @throws UsageError for what the user has to correct (exit code 2)
 */
export async function scanCommand(
  paths: readonly string[],
  options: ScanCommandOptions,
  io: Io,
  dependencies: Dependencies,
): Promise<number> {
  const baseline =
    options.baseline === undefined ? undefined : readBaseline(absolute(io.cwd, options.baseline), options.baseline);
  const result = await runScan(paths, options, io, dependencies);
  const report = makeReport(result, { cwd: io.cwd, minSeverity: options.minSeverity, baseline });
  if (options.stats) io.stderr.write(statsText(report));
  if (options.writeBaseline !== undefined) {
    const rows = [...report.findings, ...report.baselined];
    writeBaseline(absolute(io.cwd, options.writeBaseline), options.writeBaseline, rows, report.fingerprints);
    io.stderr.write(`${t('Wrote {0} findings to {1}.', rows.length, options.writeBaseline)}\n`);
    return 0;
  }
  io.stdout.write(print(report, options, io, dependencies));
  // Annotations have no place for what was skipped; the log has.
  if (options.format === 'github') io.stderr.write(`${summaryLines(report, makeStyle(false)).join('\n')}\n`);
  return report.findings.length > 0 ? 1 : 0;
}

function print(report: Report, { format, sites }: ScanCommandOptions, io: Io, dependencies: Dependencies): string {
  const { scenarios, version } = dependencies;
  switch (format) {
    case 'json':
      return formatJson(report, sites);
    case 'sarif':
      return formatSarif(report, scenarios, version);
    case 'github':
      return formatGithub(report);
    case 'pretty':
      return formatPretty(report, scenarios, { colour: wantsColour(io.stdout, io.env), sites });
  }
}
