/** Reads files beside the one analysed, as they are in the editor: unsaved text counts before what is on disk. */
import * as vscode from 'vscode';
import { isTooLarge, MAX_FILE_BYTES } from '../analysis/limits.js';

/**
 * Texts of neighbouring files. What came from disk is kept until a file changes or the window was left, so that typing
 * does not read the same imports again and again.
 */
export class Neighbours implements vscode.Disposable {
  private readonly known = new Map<string, Promise<string | undefined>>();
  private readonly subscriptions: vscode.Disposable[];

  constructor() {
    const forget = () => this.known.clear();
    this.subscriptions = [
      vscode.workspace.onDidSaveTextDocument(forget),
      vscode.workspace.onDidCreateFiles(forget),
      vscode.workspace.onDidDeleteFiles(forget),
      vscode.workspace.onDidRenameFiles(forget),
      // Other programs write files while they have the focus.
      vscode.window.onDidChangeWindowState(forget),
    ];
  }

  /** @returns the text, of a folder (its path ends in a slash) its names, or undefined where there is no such file or it is no text */
  read(uri: vscode.Uri): Promise<string | undefined> {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    if (open) return Promise.resolve(small(open.getText()));
    let text = this.known.get(key);
    if (!text) {
      text = fromDisk(uri);
      this.known.set(key, text);
    }
    return text;
  }

  dispose(): void {
    this.known.clear();
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}

/** Files that are too large are not analysed, so their neighbours need not know them either. */
function small(text: string): string | undefined {
  return isTooLarge(text) ? undefined : text;
}

async function fromDisk(uri: vscode.Uri): Promise<string | undefined> {
  try {
    if (uri.path.endsWith('/')) {
      const entries = await vscode.workspace.fs.readDirectory(uri);
      return entries
        .map(([name]) => name)
        .sort()
        .join('\n');
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (bytes.byteLength > MAX_FILE_BYTES) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
