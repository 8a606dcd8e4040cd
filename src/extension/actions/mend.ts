/** Fixes of problems: exemptions that cover nothing or say nothing, and misspelt words of the configuration file. */
import * as vscode from 'vscode';
import type { ProblemFix } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { problemRange, toRange } from '../to-diagnostic.js';
import { askReason } from './ask-reason.js';
import { type ActionKind, type ActionRequest, commandAction, editAction } from './provider.js';

const command = 'guard409.giveReason';

/** The fixes of the problems in the range; the first one of a problem is the preferred one, if it asks nothing. */
export const mendActions: ActionKind = (request) =>
  request.result.problems.flatMap((problem) => {
    const mark = problemRange(problem);
    if (!mark?.intersection(request.range)) return [];
    return (problem.fixes ?? []).map((fix, index) => actionOf(request, mark, fix, index === 0));
  });

function actionOf(request: ActionRequest, mark: vscode.Range, fix: ProblemFix, first: boolean): vscode.CodeAction {
  const { document } = request;
  const title = t('409 Guard: {0}', fix.title);
  if (fix.asks) {
    const args = [document.uri.toString(), document.version, fix];
    return commandAction(request, mark, title, command, args);
  }
  const action = editAction(request, mark, title, toRange(fix), fix.newText);
  action.isPreferred = first;
  return action;
}

/** Registers the command behind the fixes that ask for a reason. */
export function registerMend(): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (uri: string, version: number, fix: ProblemFix) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const reason = await askReason();
    if (reason === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, toRange(fix), `${fix.newText}${reason}`);
    if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
      await vscode.window.showWarningMessage(t('The text has changed since; nothing was inserted.'));
    }
  });
}
