/** Explains a scenario: in the panel by a command, and as a page. */
import * as vscode from 'vscode';
import { scenarioById, scenarios } from '../catalog/index.js';
import { scenarioMarkdown } from '../catalog/markdown.js';
import { t } from '../l10n/t.js';
import { isCallKey, type PanelState } from '../panel/protocol.js';
import { type PageSource, pagePath } from './pages.js';
import { callKey } from './panel/call-key.js';
import { remedyExamples } from './panel/examples.js';
import { registerExplainLinks } from './panel/explain-links.js';
import { ExplainPanel, type PanelHost } from './panel/explain-panel.js';
import type { Results } from './results.js';
import { toRange } from './to-diagnostic.js';

/** Id of the command. */
const explainCommand = 'guard409.explain';

/** The pages of the scenarios. */
export const scenarioPages: PageSource = (uri) => {
  const scenario = scenarioById(pagePath(uri));
  return scenario && scenarioMarkdown(scenario, t);
};

/** Makes the panel. */
export function explainPanel(
  context: vscode.ExtensionContext,
  fixes: PanelHost['fixes'],
  report: PanelHost['report'],
): ExplainPanel {
  return new ExplainPanel({
    extensionUri: context.extensionUri,
    fixes,
    examples: remedyExamples(context.extension),
    report,
  });
}

/**
 * Registers the command that opens the panel. It takes the id of a scenario and the place of a call; without them it takes
 * the call at the cursor, and where there is none it asks.
 */
export function registerExplain(panel: ExplainPanel, results: Results): vscode.Disposable {
  const command = vscode.commands.registerCommand(explainCommand, async (rule?: unknown, call?: unknown) => {
    const state = given(rule, call) ?? atCursor(results) ?? (await choose());
    if (!state) return;
    await panel.show(state, state.call ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
  });
  const links = registerExplainLinks((rule, call, column) =>
    panel.show(given(rule, call) ?? { rule: scenarios[0]?.id ?? '' }, column),
  );
  return vscode.Disposable.from(command, links);
}

function given(rule: unknown, call: unknown): PanelState | undefined {
  if (typeof rule !== 'string' || !scenarioById(rule)) return undefined;
  return isCallKey(call) ? { rule, call } : { rule };
}

function atCursor(results: Results): PanelState | undefined {
  const editor = vscode.window.activeTextEditor;
  const sites = (editor && results.current(editor.document)?.sites) ?? [];
  const site = editor && sites.find((one) => toRange(one).contains(editor.selection.active));
  return site && { rule: site.rule, call: callKey(editor.document.uri, site) };
}

async function choose(): Promise<PanelState | undefined> {
  const items = scenarios.map(({ id, title }) => ({ label: t(title), description: id, rule: id }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: t('Which conflict?'),
    matchOnDescription: true,
  });
  return picked && { rule: picked.rule };
}
