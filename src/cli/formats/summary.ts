/** What stands at the end: how much was seen, findings by cause, and what was skipped and why. */
import { rank } from '../../analysis/summarise.js';
import type { Cause } from '../../catalog/types.js';
import { plural } from '../../l10n/plural.js';
import { phrases, t } from '../../l10n/t.js';
import { skippedText } from '../../walk/skipped-text.js';
import type { Report } from '../report.js';
import { printable, type Style } from './style.js';

const CAUSES: Readonly<Record<Cause, string>> = phrases({
  duplicate: 'the resource is already there',
  concurrency: 'somebody else changed it at the same time',
  state: 'its state does not allow the request',
});

/** Problems printed in full; the rest is counted. JSON and SARIF have them all. */
const MAX_PROBLEMS = 20;

export function summaryLines(report: Report, style: Style): string[] {
  const { stats, sites } = report;
  const size = bytesText(stats.bytes);
  const lines = [
    t('Scanned {0} ({1}) in {2}; {3} parsed.', plural(stats.files, FILES), size, msText(stats.ms), stats.parsed),
    headline(report, style),
    ...byCause(report),
    ...urgency(report),
  ];
  const silent = sites.filter((site) => site.severity === 'none').length;
  const seen = plural(sites.length, RECOGNISED);
  lines.push(t('{0}, {1} of them handled or unable to conflict.', seen, silent));
  if (report.quieter.length > 0) {
    lines.push(
      t('Not shown: {0} below the threshold (--min-severity hint shows all).', plural(report.quieter.length, CALLS)),
    );
  }
  if (report.baselined.length > 0) lines.push(t('In the baseline: {0}.', plural(report.baselined.length, CALLS)));
  if (report.ignored.length > 0) lines.push(t('Ignored by comments: {0}.', plural(report.ignored.length, CALLS)));
  return [...lines, ...skippedLines(report), ...problemLines(report, style)];
}

const FILES = phrases(['{0} file', '{0} files']);
const RECOGNISED = phrases(['{0} call recognised', '{0} calls recognised']);
const FINDINGS = phrases(['{0} finding', '{0} findings']);
const PROBLEMS = phrases(['{0} problem', '{0} problems']);
const CALLS = phrases(['{0} call', '{0} calls']);

function headline({ findings }: Report, style: Style): string {
  if (findings.length === 0) return style.green(t('No findings.'));
  const files = new Set(findings.map((site) => site.file)).size;
  const count = plural(findings.length, FINDINGS);
  return style.bold(t('{0} in {1}.', count, plural(files, FILES)));
}

/** Findings by cause, most first. */
function byCause({ findings }: Report): string[] {
  const counts = new Map<Cause, number>();
  for (const { cause } of findings) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([cause, count]) => `  ${String(count).padStart(5)}  ${cause}: ${t(CAUSES[cause])}`);
}

/** The same findings by what a conflict does to them. */
function urgency({ findings }: Report): string[] {
  const groups = rank(findings).map((group) => group.text);
  return groups.length === 0 ? [] : [t('Most urgent first: {0}.', groups.join(', '))];
}

function skippedLines({ walk }: Report): string[] {
  const text = skippedText(walk);
  return text === undefined ? [] : [t('Skipped: {0}.', text)];
}

function problemLines({ problems }: Report, style: Style): string[] {
  if (problems.length === 0) return [];
  const rows = problems.slice(0, MAX_PROBLEMS).map(({ file, line, message }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    return `  ${style.bold(printable(place))}: ${printable(message)}`;
  });
  if (problems.length > MAX_PROBLEMS) rows.push(`  ${t('and {0} more', problems.length - MAX_PROBLEMS)}`);
  return [style.yellow(t('{0}:', plural(problems.length, PROBLEMS))), ...rows];
}

export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

export function msText(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}
