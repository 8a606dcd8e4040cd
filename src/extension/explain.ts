/** Opens the explanation of a scenario: the target of every mark's code link, and a command of its own. */
import * as vscode from 'vscode';
import { scenarioById, scenarios } from '../catalog/index.js';
import { scenarioMarkdown } from '../catalog/markdown.js';
import { t } from '../l10n/t.js';
import { type PageSource, pagePath, pageUri } from './pages.js';

/** Id of the command. */
const explainCommand = 'guard409.explain';

/** The address a mark links to. */
export function explainUri(rule: string): vscode.Uri {
  return pageUri(rule);
}

/** The pages of the scenarios. */
export const scenarioPages: PageSource = (uri) => {
  const scenario = scenarioById(pagePath(uri));
  return scenario && scenarioMarkdown(scenario, t);
};

/** Registers the command that opens one of the pages. */
export function registerExplain(): vscode.Disposable {
  return vscode.commands.registerCommand(explainCommand, async (rule?: unknown) => {
    const chosen = typeof rule === 'string' ? rule : await choose();
    if (chosen !== undefined) await vscode.commands.executeCommand('vscode.open', explainUri(chosen));
  });
}

async function choose(): Promise<string | undefined> {
  const items = scenarios.map(({ id, title }) => ({ label: t(title), description: id, rule: id }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('Which conflict?'),
    matchOnDescription: true,
  });
  return picked?.rule;
}
