/** "Ignore here, because …": a comment before the statement that says why a conflict may stay unhandled. */
import * as vscode from 'vscode';
import type { FileResult, Site } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import type { Results } from '../results.js';
import { documentLanguage } from '../selection.js';
import { isMarked, toRange } from '../to-diagnostic.js';
import { askReason } from './ask-reason.js';
import { ignoreInsertion } from './ignore-text.js';
import { type ActionKind, commandAction } from './provider.js';

const command = 'guard409.ignoreHere';

/** Says again which call is meant: its result may be another object by the time the reason is typed. */
interface Which {
  rule: string;
  line: number;
  column: number;
}

/** One action for each marked call in the range. Never the preferred one: a conflict is better handled. */
export const ignoreActions: ActionKind = (request) => {
  const { document, range, result } = request;
  if (!documentLanguage(document)) return [];
  return result.sites
    .filter((site) => isMarked(site) && site.teach && toRange(site).intersection(range))
    .map((site) => {
      const title = t('409 Guard: Ignore {0} here, because …', site.rule);
      const which: Which = { rule: site.rule, line: site.line, column: site.column };
      return commandAction(request, toRange(site), title, command, [document.uri.toString(), which]);
    });
};

/** Registers the command behind the action. */
export function registerIgnore(results: Results): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (uri: string, which: Which) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const reason = await askReason(which.rule);
    if (reason === undefined) return;
    const result = results.current(document);
    const site = result && find(result, which);
    if (!site || !(await insert(document, site, reason))) {
      await vscode.window.showWarningMessage(t('The text has changed since; nothing was inserted.'));
    }
  });
}

function find(result: FileResult, { rule, line, column }: Which): Site | undefined {
  return result.sites.find((site) => site.rule === rule && site.line === line && site.column === column);
}

async function insert(document: vscode.TextDocument, site: Site, reason: string): Promise<boolean> {
  const language = documentLanguage(document);
  if (!language || !site.teach) return false;
  const line = site.teach.line - 1;
  const place = {
    line,
    column: site.teach.column - 1,
    text: document.lineAt(line).text,
    before: line > 0 ? document.lineAt(line - 1).text : undefined,
    eol: document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
  };
  const { text, ...at } = ignoreInsertion(language.comments, place, site.rule, reason);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(at.line, at.column), text);
  return vscode.workspace.applyEdit(edit);
}
