/** Quick fixes: asks each kind of action what it has for a place, from the results that are known already. */
import * as vscode from 'vscode';
import type { FileResult } from '../../analysis/findings.js';
import type { Results } from '../results.js';
import { editorSelector } from '../selection.js';

/** What the kinds of actions are told. Nothing is computed for them: the editor asks on every move of the cursor. */
export interface ActionRequest {
  document: vscode.TextDocument;
  /** The cursor or the selection. */
  range: vscode.Range;
  /** The document's result, made for the text as it is. */
  result: FileResult;
  /** The marks in the range, to which actions may be tied. */
  diagnostics: readonly vscode.Diagnostic[];
}

/** One kind of action. */
export type ActionKind = (request: ActionRequest) => vscode.CodeAction[];

const kind = vscode.CodeActionKind.QuickFix;

/** Registers the kinds, in the order in which the editor shows their actions. */
export function registerActions(results: Results, kinds: readonly ActionKind[]): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions(document, range, context) {
      if (context.only && !context.only.contains(kind)) return undefined;
      const result = results.current(document);
      if (!result) return undefined;
      const request: ActionRequest = { document, range, result, diagnostics: context.diagnostics };
      return kinds.flatMap((actions) => actions(request));
    },
  };
  return vscode.languages.registerCodeActionsProvider(editorSelector, provider, { providedCodeActionKinds: [kind] });
}

/** A quick fix that runs a command, tied to the mark at a place where there is one. */
export function commandAction(
  request: ActionRequest,
  place: vscode.Range,
  title: string,
  command: string,
  args: readonly unknown[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.command = { command, title, arguments: [...args] };
  return tied(action, request, place);
}

/** A quick fix that replaces a text. */
export function editAction(
  request: ActionRequest,
  mark: vscode.Range,
  title: string,
  range: vscode.Range,
  newText: string,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(request.document.uri, range, newText);
  return tied(action, request, mark);
}

function tied(action: vscode.CodeAction, { diagnostics }: ActionRequest, place: vscode.Range): vscode.CodeAction {
  const own = diagnostics.filter(({ source, range }) => source === 'guard409' && range.isEqual(place));
  if (own.length > 0) action.diagnostics = own;
  return action;
}
