/** Calls of the tree as Markdown, to be pasted into an issue or a review. */
import type { Site } from '../../analysis/findings.js';
import { reasonSentence } from '../../analysis/reason-text.js';
import { isFinding } from '../../analysis/summarise.js';
import { t } from '../../l10n/t.js';
import { plain, titleOf } from '../scan/summary-page.js';

/** A list with one call per item: where, what, and why it is as it is. `path` is how the file is called. */
export function asMarkdown(calls: readonly { path: string; site: Site }[]): string {
  return calls.map(({ path, site }) => `${item(path, site)}\n`).join('');
}

function item(path: string, site: Site): string {
  const mark = isFinding(site) ? '[ ]' : '[x]';
  const call = t('line {0}', site.line);
  const reason = t(reasonSentence(site.reason));
  return `- ${mark} \`${path}\`, ${call}: ${plain(titleOf(site))} (\`${site.operation}\`, \`${site.rule}\`). ${plain(reason)}`;
}
