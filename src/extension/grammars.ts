/** The grammars as the extension carries them, read through the editor so that it works in every kind of host. */
import * as vscode from 'vscode';
import { Grammars } from '../analysis/languages/grammars.js';

/** Grammars that are read when first asked for, and the names of the files read so far. */
export interface ExtensionGrammars {
  grammars: Grammars;
  filesRead(): string[];
}

/** @param extensionUri folder of the extension; the files stand in its `dist/grammars` */
export function extensionGrammars(extensionUri: vscode.Uri): ExtensionGrammars {
  const read: string[] = [];
  const grammars = new Grammars((fileName) => {
    read.push(fileName);
    return Promise.resolve(
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'grammars', fileName)),
    );
  });
  return { grammars, filesRead: () => [...read] };
}
