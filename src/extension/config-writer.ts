/** Writes what a project says of its code to the `.guard409.jsonc` of a workspace folder, without losing anything in it. */
import * as vscode from 'vscode';
import { scenarios } from '../catalog/index.js';
import { CONFIG_FILE } from '../config/config.js';
import { type Lesson, teach } from '../config/edit.js';
import { t } from '../l10n/t.js';
import { fileUri } from './notebook/cells.js';

const rules = scenarios.map((scenario) => scenario.id);

/** How long a word in the status bar is shown, in milliseconds. */
const STATUS_MS = 6_000;

/** The workspace folder whose configuration counts for a document and can be written; undefined where there is none. */
export function teachableFolder(document: vscode.TextDocument): vscode.WorkspaceFolder | undefined {
  // Without trust the file does not count, so writing it would promise too much.
  if (!vscode.workspace.isTrusted) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(fileUri(document));
  return folder && vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) !== false ? folder : undefined;
}

/**
 * Adds a lesson to the folder's file. A file that is open is changed as if typed into, so that it can be undone; one with
 * unsaved changes stays unsaved, since they are not ours to save.
 */
export async function writeLesson(folder: vscode.WorkspaceFolder, lesson: Lesson): Promise<void> {
  const uri = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
  try {
    const document = await openIfThere(uri);
    const result = teach(document?.getText(), lesson, { rules, t });
    if (!result.ok) {
      await refuse(uri, result.message);
      return;
    }
    if (!result.changed) {
      vscode.window.setStatusBarMessage(t('{0} says so already.', CONFIG_FILE), STATUS_MS);
      return;
    }
    const unsaved = document?.isDirty === true;
    if (!(await vscode.workspace.applyEdit(editOf(uri, document, result.text)))) {
      await refuse(uri, t('It cannot be written.'));
      return;
    }
    if (unsaved) {
      await offerToSave(document);
    } else if (document && !(await document.save())) {
      await refuse(uri, t('It cannot be saved; the change stands in its editor.'));
    } else {
      vscode.window.setStatusBarMessage(t('Added to {0}.', CONFIG_FILE), STATUS_MS);
    }
  } catch (error) {
    await refuse(uri, error instanceof Error ? error.message : String(error));
  }
}

/** The file as an open document; undefined where there is no such file. */
async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  // What is typed and not saved counts before what is on disk, even where that is gone.
  if (open?.isDirty) return open;
  const saved = await bytesOf(uri);
  if (!saved) return undefined;
  const document = open ?? (await vscode.workspace.openTextDocument(uri));
  await caughtUp(document, new TextDecoder().decode(saved));
  return document;
}

async function bytesOf(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

/** A document follows its file a moment later. One that never does is in another encoding, and saving it looks after itself. */
async function caughtUp(document: vscode.TextDocument, saved: string): Promise<void> {
  const same = (text: string): string => text.replace(/\r\n?/g, '\n');
  for (let tries = 0; tries < 15 && same(document.getText()) !== same(saved); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The smallest edit that makes the file's text the new one. */
function editOf(uri: vscode.Uri, document: vscode.TextDocument | undefined, after: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  if (!document) {
    edit.createFile(uri, { contents: new TextEncoder().encode(after) });
    return edit;
  }
  const before = document.getText();
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - same));
  edit.replace(uri, range, after.slice(start, after.length - same));
  return edit;
}

async function refuse(uri: vscode.Uri, why: string): Promise<void> {
  const open = t('Open the file');
  const message = t('{0} was not changed: {1}', CONFIG_FILE, why);
  if ((await vscode.window.showWarningMessage(message, open)) === open) await vscode.window.showTextDocument(uri);
}

async function offerToSave(document: vscode.TextDocument | undefined): Promise<void> {
  const save = t('Save');
  const message = t('{0} has changes of yours that are not saved. The addition counts once it is saved.', CONFIG_FILE);
  if ((await vscode.window.showInformationMessage(message, save)) === save) await document?.save();
}
