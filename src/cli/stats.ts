/** `--stats`: figures of the scan on stderr, in every format. */
import { t } from '../l10n/t.js';
import { bytesText, msText } from './formats/summary.js';
import type { Report } from './report.js';

export function statsText(report: Report): string {
  const { stats, sites } = report;
  const rows: [string, string][] = [
    [t('files'), `${stats.files} (${bytesText(stats.bytes)})`],
    [
      t('passed the prefilter'),
      `${stats.candidates} (${share(stats.candidates, stats.files)}), ${bytesText(stats.candidateBytes)} (${share(stats.candidateBytes, stats.bytes)})`,
    ],
    [t('parsed'), String(stats.parsed)],
    [t('time'), `${msText(stats.ms)}, ${t('{0} until all files were found and read', msText(stats.findMs))}`],
    [t('threads'), String(stats.threads)],
    [t('problems'), String(report.problems.length)],
    [t('calls recognised'), String(sites.length)],
    ...counted(sites.map((site) => `${site.verdict}: ${site.reason}`)),
  ];
  const width = Math.max(...rows.map(([title]) => title.length));
  return rows.map(([title, value]) => `${title.padEnd(width)}  ${value}\n`).join('');
}

/** Most first. */
function counted(keys: readonly string[]): [string, string][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key, count]) => [`  ${key}`, String(count)]);
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0 %' : `${((100 * part) / whole).toFixed(1)} %`;
}
