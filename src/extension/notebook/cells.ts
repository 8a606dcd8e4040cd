/** What a document is read as: by itself, or, if it is a cell of a notebook, after the cells that run before it. */
import * as vscode from 'vscode';
import { documentLanguage, engineFile, isWrittenScheme } from '../selection.js';
import { Joined } from './joined.js';

const CELL_SCHEME = 'vscode-notebook-cell';

/** The text in which a document is judged. */
export interface Source {
  /** Its name for the engine. */
  file: string;
  /** The document is the last part. */
  joined: Joined;
  /** The documents of the parts. */
  documents: readonly vscode.TextDocument[];
}

/** True for a cell of a notebook. */
export function isCell({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean {
  return uri.scheme === CELL_SCHEME;
}

/** The notebook of a cell; undefined for other documents, and for a cell that is in none (any more). */
function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (!isCell(document)) return undefined;
  return vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some((cell) => cell.document === document),
  );
}

/** The address of the file a document is, or is a part of: settings and neighbours are those of the file. */
export function fileUri(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}

/** @returns undefined for a document in no known language, and for a cell of no notebook or of one that is only shown */
export function sourceOf(document: vscode.TextDocument): Source | undefined {
  const file = engineFile(document);
  if (file === undefined) return undefined;
  const documents = isCell(document) ? upTo(document) : [document];
  if (documents.length === 0) return undefined;
  return { file, documents, joined: new Joined(documents.map((part) => part.getText())) };
}

/**
 * A place in a source as people know it: in a notebook the number of the cell, counted from 1, stands behind the name, and
 * the line is that of the cell.
 */
export function shownPlace<P extends { file: string; line: number; endLine: number }>(place: P, source: Source): P {
  const { index, line } = source.joined.part(place.line);
  const cell = source.documents[index];
  const number =
    cell &&
    notebookOf(cell)
      ?.getCells()
      .findIndex(({ document }) => document === cell);
  if (!cell || number === undefined) return place;
  return { ...place, file: `${cell.uri.path}#${number + 1}`, line, endLine: place.endLine - place.line + line };
}

/** A cell, and before it the code cells of its language that stand before it. */
function upTo(document: vscode.TextDocument): vscode.TextDocument[] {
  const notebook = notebookOf(document);
  // A revision that is compared has cells too.
  if (!notebook || !isWrittenScheme(notebook.uri.scheme)) return [];
  const cells = codeCells(notebook);
  const language = documentLanguage(document);
  return cells.slice(0, cells.indexOf(document) + 1).filter((cell) => documentLanguage(cell) === language);
}

function codeCells(notebook: vscode.NotebookDocument): vscode.TextDocument[] {
  const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
  return cells.map((cell) => cell.document);
}

/**
 * Follows what changes for cells without a change of their own text.
 *
 * @param again is given the cells that have to be judged again
 */
export function followNotebooks(again: (cells: ReadonlySet<vscode.TextDocument>) => void): vscode.Disposable {
  const all = (notebook: vscode.NotebookDocument | undefined) => {
    if (notebook) again(new Set(codeCells(notebook)));
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenNotebookDocument(all),
    // Cells were added, moved or taken out; that they were run changes nothing.
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) all(notebook);
    }),
    // A cell whose language is changed is closed and opened.
    vscode.workspace.onDidOpenTextDocument((document) => all(notebookOf(document))),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const notebook = contentChanges.length > 0 ? notebookOf(document) : undefined;
      if (!notebook) return;
      const cells = codeCells(notebook);
      again(new Set(cells.slice(cells.indexOf(document) + 1)));
    }),
  );
}
