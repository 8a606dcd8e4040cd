/** Which documents are analysed, and under which name. */
import type * as vscode from 'vscode';
import { type Language, languageOf, languages } from '../analysis/languages/index.js';
import { CONFIG_FILE } from '../config/config.js';

/**
 * Schemes of documents that people write. Everything else is a view of something: revisions of source control, output,
 * sides of a comparison, suggestions of a chat.
 */
const schemes: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-vfs',
  // A file of the window's other side, where the extension is installed on this side only.
  'vscode-remote',
  'vscode-test-web',
  'vscode-notebook-cell',
]);

const byEditorId: ReadonlyMap<string, Language> = new Map(
  languages.flatMap((language) => language.editorIds.map((id) => [id, language] as const)),
);

/** Documents the editor's questions are answered for: sources, and the configuration file. */
export const editorSelector: vscode.DocumentSelector = [
  ...[...byEditorId.keys()].map((language) => ({ language })),
  { pattern: `**/${CONFIG_FILE}` },
];

/** The language of a document; undefined where it is none that is known. */
export function documentLanguage(document: vscode.TextDocument): Language | undefined {
  return byEditorId.get(document.languageId);
}

/** The documents that are analysed, for the editor: every language of the table under every scheme. */
export const codeSelector: readonly vscode.DocumentFilter[] = [...byEditorId.keys()].flatMap((language) =>
  [...schemes].map((scheme) => ({ language, scheme })),
);

/** True for a document that somebody writes. */
export function isWritten(document: vscode.TextDocument): boolean {
  return isWrittenScheme(document.uri.scheme);
}

/** True for a scheme of documents that somebody writes. */
export function isWrittenScheme(scheme: string): boolean {
  return schemes.has(scheme);
}

/**
 * The name under which the engine knows a document: its path on its file system. Where the path does not tell the
 * language (never saved, a notebook cell, a file associated by a setting), an extension of the language is added.
 *
 * @returns undefined for a document in no known language
 */
export function engineFile(document: vscode.TextDocument): string | undefined {
  const language = byEditorId.get(document.languageId);
  const { path } = document.uri;
  if (!language || languageOf(path)?.editorIds.includes(document.languageId)) return language && path;
  return `${path}${language.extensions[0] ?? ''}`;
}
