/** `source.fixAll.guard409`: applies every safe fix of a document, also when it is saved. */
import * as vscode from 'vscode';
import { isOpen } from '../../analysis/engine.js';
import { t } from '../../l10n/t.js';
import { fixFile } from '../../phrasing/fix-file.js';
import { editorSelector, engineFile } from '../selection.js';
import { isMarked } from '../to-diagnostic.js';
import type { FixHost } from './fixes.js';

const kind = vscode.CodeActionKind.SourceFixAll.append('guard409');

/** Saving waits for it no longer than this, in milliseconds; then it does nothing. */
const BUDGET_MS = 100;

/** Registers it. Nothing is looked for on saving: only a document whose marks are up to date and fixable is worked on. */
export function registerFixAll(host: FixHost): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, _range, context) {
      if (!context.only?.contains(kind)) return undefined;
      const result = host.results.current(document);
      const safe = result?.sites.some(
        (site) => isMarked(site) && isOpen(site) && (site.offers ?? []).find((offer) => offer.cures)?.safe,
      );
      if (!safe) return undefined;
      const action = new vscode.CodeAction(t('409 Guard: fix what needs no decision'), kind);
      const edit = await Promise.race([fixed(host, document), late()]);
      if (!edit) return undefined;
      action.edit = edit;
      return [action];
    },
  };
  return vscode.languages.registerCodeActionsProvider(editorSelector, provider, { providedCodeActionKinds: [kind] });
}

async function fixed(host: FixHost, document: vscode.TextDocument): Promise<vscode.WorkspaceEdit | undefined> {
  const engine = await host.engine(document);
  const file = engineFile(document);
  if (!engine || file === undefined) return undefined;
  const { version } = document;
  const before = document.getText();
  const choice = { unsafe: false, wants: isMarked };
  const { text } = await fixFile(engine, file, before, (path) => host.read(document, path), choice);
  if (text === before || document.version !== version) return undefined;
  const edit = new vscode.WorkspaceEdit();
  const { start, end, inserted } = changedMiddle(before, text);
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), inserted);
  return edit;
}

/** What is between the parts at both ends that stay the same. */
function changedMiddle(before: string, after: string): { start: number; end: number; inserted: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, inserted: after.slice(start, after.length - same) };
}

function late(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, BUDGET_MS, undefined));
}
