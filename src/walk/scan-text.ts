/** How a scan ended, in one line. */
import type { Summary } from '../analysis/summarise.js';
import { plural } from '../l10n/plural.js';
import { phrases, t } from '../l10n/t.js';
import type { Skips } from './choose.js';
import { skippedText } from './skipped-text.js';

/** What is told of a scan beside its findings. */
export interface ScanCounts {
  /** Files read. */
  files: number;
  skips: Skips;
  /** Files and folders that could not be read or judged. */
  problems: readonly unknown[];
  cancelled: boolean;
}

const IN_FILES = phrases(['{0} file', '{0} files']);
const FILES = phrases(['{0} file read', '{0} files read']);
const PROBLEMS = phrases(['{0} problem', '{0} problems']);

/** What was found, most urgent first, or why nothing was. */
export function findingsText(summary: Summary): string {
  if (summary.text !== '') return summary.text;
  if (summary.calls > 0) return t('every call found handles its conflicts, or cannot meet one');
  return t('no call of Microsoft Graph, Bookings or Azure Cosmos DB in {0}', plural(summary.files, IN_FILES));
}

/** What was read and what was left out: "120 files read, 4 skipped: 3 minified files; 1 symbolic link, …". */
export function coverageText({ files, skips, problems, cancelled }: ScanCounts): string {
  const parts = [plural(files, FILES)];
  const left = skippedText(skips);
  if (left !== undefined) {
    const count = [...skips.skipped.values()].reduce((sum, one) => sum + one, 0);
    parts.push(t('{0} skipped: {1}', count, left));
  }
  if (problems.length > 0) parts.push(plural(problems.length, PROBLEMS));
  const text = parts.join(', ');
  return cancelled ? t('cancelled, so only a part is known: {0}', text) : text;
}
