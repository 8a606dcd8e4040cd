/** Opens the explanation of a scenario: the target of every mark's code link, and a command of its own. */
import * as vscode from 'vscode';
import { t } from '../l10n/t.js';

/** Id of the command. */
const explainCommand = 'guard409.explain';

/** Scheme of the read-only pages. */
const scheme = 'guard409-scenario';

/** What the pages are made of. */
export interface Explanations {
  /** Every rule id with a title people read. */
  list(): readonly { rule: string; title: string }[];
  /** The page of a rule as Markdown; undefined for an unknown rule. */
  page(rule: string): string | undefined;
}

/**
 * The address a mark links to: a page the extension itself provides. It needs no network and no registered protocol, so it
 * opens in every edition of the editor, in the browser too. The manifest associates it with the Markdown preview.
 */
export function explainUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${rule}.md` });
}

/** Registers the command and the pages it opens. */
export function registerExplain(explanations: Explanations): vscode.Disposable {
  const pages: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: (uri) => explanations.page(ruleOf(uri)) ?? t('There is no scenario {0}.', ruleOf(uri)),
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, pages),
    vscode.commands.registerCommand(explainCommand, async (rule?: unknown) => {
      const chosen = typeof rule === 'string' ? rule : await choose(explanations);
      if (chosen !== undefined) await vscode.commands.executeCommand('vscode.open', explainUri(chosen));
    }),
  );
}

async function choose(explanations: Explanations): Promise<string | undefined> {
  const items = explanations.list().map(({ rule, title }) => ({ label: title, description: rule, rule }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('Which conflict?'),
    matchOnDescription: true,
  });
  return picked?.rule;
}

function ruleOf(uri: vscode.Uri): string {
  return uri.path.replace(/^\//, '').replace(/\.md$/, '');
}
