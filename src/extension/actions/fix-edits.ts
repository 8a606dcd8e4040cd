/** The edits of a fix, computed and proven, and how the editor is given them. */
import * as vscode from 'vscode';
import type { Engine } from '../../analysis/engine.js';
import type { FixId, Offer, Site } from '../../analysis/findings.js';
import { computeFix } from '../../phrasing/fixer.js';
import type { TextEdit } from '../../phrasing/phrasing.js';
import type { Waits } from '../../remedies/waits.js';
import { sourceOf } from '../notebook/cells.js';
import type { Results } from '../results.js';

/** What computing a fix needs. */
export interface FixHost {
  results: Results;
  /** The engine configured for a document; undefined where it is left out. */
  engine(document: vscode.TextDocument): Promise<Engine | undefined>;
  read(document: vscode.TextDocument, path: string): Promise<string | undefined>;
}

/** The edits of a fix; undefined where it does not prove to cure, or reaches outside of the document. */
export async function computeEdits(
  host: FixHost,
  document: vscode.TextDocument,
  site: Site,
  fix: FixId,
  waits?: Waits,
): Promise<TextEdit[] | undefined> {
  const engine = await host.engine(document);
  const source = sourceOf(document);
  if (!engine || !source) return undefined;
  const { file, joined } = source;
  const found = { ...site, line: site.line + joined.linesBefore };
  const fixed = await computeFix(engine, file, joined.text, (path) => host.read(document, path), found, fix, waits);
  return fixed?.cured ? joined.editsOfLast(fixed.edits) : undefined;
}

/** @param preview opens the editor's own preview first, as it should for a fix that needs a decision */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  offer: Offer,
  preview: boolean,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    if (!preview) edit.replace(document.uri, range, text);
    else edit.replace(document.uri, range, text, confirmed(offer));
  }
  return edit;
}

/** What the editor's preview says of a fix. */
export function confirmed({ title, note }: Offer): vscode.WorkspaceEditEntryMetadata {
  return { label: title, needsConfirmation: true, ...(note === undefined ? {} : { description: note }) };
}
