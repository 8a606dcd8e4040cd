/** Which documents are analysed. */
import type * as vscode from 'vscode';
import { languages } from '../analysis/languages/index.js';

/**
 * Schemes of documents that people write. Everything else is a view of something: revisions of source control, output,
 * sides of a comparison, suggestions of a chat.
 */
const schemes: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-test-web',
  'vscode-notebook-cell',
]);

const editorIds: ReadonlySet<string> = new Set(languages.flatMap((language) => language.editorIds));

/** True for a document that somebody writes. */
export function isWritten(document: vscode.TextDocument): boolean {
  return schemes.has(document.uri.scheme);
}

/** True for a document in a language that is analysed. */
export function isCode(document: vscode.TextDocument): boolean {
  return editorIds.has(document.languageId);
}
