/** `source.fixAll.guard409`: applies every safe fix of a document, also when it is saved. */
import * as vscode from 'vscode';
import { isOpen } from '../../analysis/engine.js';
import type { Site } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { fixFile } from '../../phrasing/fix-file.js';
import { sourceOf } from '../notebook/cells.js';
import { editorSelector } from '../selection.js';
import { isMarked } from '../to-diagnostic.js';
import type { FixHost } from './fix-edits.js';

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
  const source = sourceOf(document);
  if (!engine || !source) return undefined;
  const { version } = document;
  const { file, joined } = source;
  const wants = (site: Site) => isMarked(site) && site.line > joined.linesBefore;
  const { text } = await fixFile(engine, file, joined.text, (path) => host.read(document, path), {
    unsafe: false,
    wants,
  });
  if (text === joined.text || document.version !== version) return undefined;
  // Of a cell, nothing is fixed where a part of it would belong in another one.
  const [change] = joined.editsOfLast([changedMiddle(joined.text, text)]) ?? [];
  if (!change) return undefined;
  const { start, end, inserted } = change;
  const edit = new vscode.WorkspaceEdit();
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
