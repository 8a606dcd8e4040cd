/** A fix whose helper goes into another file, once for the project: an edit over two files, which the editor previews. */
import * as vscode from 'vscode';
import type { Offer, Site } from '../../analysis/findings.js';
import { computeFix } from '../../phrasing/fixer.js';
import { sourceOf } from '../notebook/cells.js';
import { confirmed, type FixHost, workspaceEdit } from './fix-edits.js';

/** @returns undefined where it does not prove to cure */
export async function homeEdit(
  host: FixHost,
  document: vscode.TextDocument,
  site: Site,
  offer: Offer,
  home: string,
): Promise<vscode.WorkspaceEdit | undefined> {
  const engine = await host.engine(document);
  const source = sourceOf(document);
  if (!engine || !source) return undefined;
  const uri = document.uri.with({ path: home });
  // What is to be written into is looked at as it is now, not as neighbours were seen a while ago.
  const there = await textNow(uri);
  const read = (path: string) => (path === home ? there : host.read(document, path));
  const fixed = await computeFix(engine, source.file, document.getText(), read, site, offer.fix, undefined, home);
  if (!fixed?.cured) return undefined;
  const edit = workspaceEdit(document, fixed.edits, offer, true);
  if (fixed.home) write(edit, uri, there, fixed.home.text, offer);
  return edit;
}

/** The text of a file as the editor has it; undefined where there is none. */
async function textNow(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return (await vscode.workspace.openTextDocument(uri)).getText();
  } catch {
    return undefined;
  }
}

/** What is added at the end of a file, or the whole of a new one. */
function write(
  edit: vscode.WorkspaceEdit,
  uri: vscode.Uri,
  before: string | undefined,
  after: string,
  offer: Offer,
): void {
  const metadata = confirmed(offer);
  if (before === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(after) }, metadata);
    return;
  }
  const lines = before.split(/\r\n|\n|\r/);
  const end = new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  edit.insert(uri, end, after.slice(before.length), metadata);
}
