/** The hover on a call: what clashes, what the service answers and what helps. */
import * as vscode from 'vscode';
import type { Site } from '../analysis/findings.js';
import { scenarioById } from '../catalog/index.js';
import { callCard } from '../explain/call-card.js';
import { type CommandLink, cardMarkdown } from '../explain/card-markdown.js';
import { t } from '../l10n/t.js';
import { fileUri } from './notebook/cells.js';
import { callKey } from './panel/call-key.js';
import type { Results } from './results.js';
import { codeSelector } from './selection.js';
import { toRange } from './to-diagnostic.js';

/** Values of the setting `guard409.hover`. */
type Shown = 'off' | 'marked' | 'all';

/** Commands that the hover may link to, in this order; one that is not registered is not linked. */
const linked: readonly ((site: Site, document: vscode.TextDocument) => CommandLink)[] = [
  (site, document) => ({
    title: t('Explain'),
    command: 'guard409.explain',
    args: [site.rule, callKey(document.uri, site)],
  }),
  (site, document) => ({
    title:
      site.severity === 'none' || site.ignored !== undefined ? t('Why is this not marked?') : t('Why is this marked?'),
    command: 'guard409.why',
    args: [document.uri.toString(), site.line - 1, site.column - 1],
  }),
  () => ({ title: t('Scan the workspace'), command: 'guard409.scanWorkspace', args: [] }),
];

export function registerHover(results: Results): vscode.Disposable {
  let commands: Thenable<ReadonlySet<string>> | undefined;
  return vscode.languages.registerHoverProvider(codeSelector, {
    async provideHover(document, position) {
      const site = siteAt(results, document, position);
      const scenario = site && scenarioById(site.rule);
      if (!scenario) return undefined;
      const card = callCard(site, scenario);
      const shown = vscode.workspace.getConfiguration('guard409', fileUri(document)).get<Shown>('hover', 'all');
      if (shown === 'off' || (shown === 'marked' && !card.open)) return undefined;
      // All of them are registered when the extension starts, so asking once is enough.
      commands ??= vscode.commands.getCommands(true).then((all) => new Set(all));
      const known = await commands;
      const links = linked.map((link) => link(site, document)).filter(({ command }) => known.has(command));
      const content = new vscode.MarkdownString(cardMarkdown(card, links));
      content.isTrusted = { enabledCommands: links.map(({ command }) => command) };
      return new vscode.Hover(content, toRange(site));
    },
  });
}

/** The call on whose name a position is, while the result is that of the text as it is. */
function siteAt(results: Results, document: vscode.TextDocument, position: vscode.Position): Site | undefined {
  return results.current(document)?.sites.find((site) => toRange(site).contains(position));
}
