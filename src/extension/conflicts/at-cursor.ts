/** "Explain the conflict at the cursor": the scenario of the call there. */
import * as vscode from 'vscode';
import type { Site } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { callKey } from '../panel/call-key.js';
import type { Results } from '../results.js';

/** Registers the command. */
export function registerExplainAtCursor(results: Results): vscode.Disposable {
  return vscode.commands.registerCommand('guard409.explainAtCursor', async () => {
    const editor = vscode.window.activeTextEditor;
    const site = editor && nearest(results, editor);
    if (site) await vscode.commands.executeCommand('guard409.explain', site.rule, callKey(editor.document.uri, site));
    else
      await vscode.window.showInformationMessage(
        t('There is no call here that can conflict. Put the cursor on the line of one.'),
      );
  });
}

/** The call at the cursor, else the one on its line that is closest. */
function nearest(results: Results, { document, selection }: vscode.TextEditor): Site | undefined {
  const { line, character } = selection.active;
  const here = (results.current(document)?.sites ?? []).filter(
    (site) => site.line - 1 <= line && site.endLine - 1 >= line,
  );
  const far = (site: Site): number => Math.abs(site.column - 1 - character);
  return here.sort((a, b) => far(a) - far(b))[0];
}
