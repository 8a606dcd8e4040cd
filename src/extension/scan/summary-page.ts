/** The summary of a scan as a page: what to look at first, and what was not read. */
import type { Site } from '../../analysis/findings.js';
import type { Summary } from '../../analysis/summarise.js';
import { scenarioById } from '../../catalog/index.js';
import { t } from '../../l10n/t.js';
import { coverageText, findingsText, type ScanCounts } from '../../walk/scan-text.js';

/** Calls shown of each group; the tree has them all. */
const maxShown = 20;

/**
 * The page as Markdown.
 *
 * @param place names the place of a call. It is no link: the preview follows none from a page to a file of the workspace
 */
export function summaryPage(
  summary: Summary,
  counts: Omit<ScanCounts, 'problems'> & { problems: readonly { file: string; message: string }[] },
  place: (site: Site) => string,
): string {
  const parts = [`# ${t('Scan of the workspace')}`, `**${plain(capital(findingsText(summary)))}.**`];
  for (const { text, sites } of summary.groups) {
    const rows = sites.slice(0, maxShown).map((site) => `- ${code(place(site))}: ${plain(titleOf(site))}`);
    if (sites.length > maxShown) rows.push(`- ${t('and {0} more', sites.length - maxShown)}`);
    parts.push(`## ${plain(capital(text))}`, rows.join('\n'));
  }
  parts.push(`## ${t('What was read')}`, `${plain(capital(coverageText(counts)))}.`);
  parts.push(
    t('{0} calls recognised, {1} of them handled, exempt or unable to conflict.', summary.calls, summary.silent),
  );
  const problems = counts.problems.slice(0, maxShown).map(({ file, message }) => `- ${code(file)}: ${plain(message)}`);
  if (counts.problems.length > maxShown) problems.push(`- ${t('and {0} more', counts.problems.length - maxShown)}`);
  if (problems.length > 0) parts.push(`## ${t('Not judged')}`, problems.join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** What clashes, as the catalog calls it. */
export function titleOf(site: Site): string {
  const scenario = scenarioById(site.rule);
  return scenario ? t(scenario.title) : site.rule;
}

/** Names of files may hold anything; a code span shows it as it is. */
function code(text: string): string {
  const ticks = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return text.startsWith('`') || text.endsWith('`') ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

/** A text without meaning to Markdown. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&');
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
