/** What the suites share: opening fixtures, waiting for marks, finding places by text. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Guard409Exports } from '../../../src/extension/entry.js';
import type { Guard409Api } from '../../../src/extension/extension.js';

/** How long marks may take to come or go, with the start of the grammars on a busy machine. */
export const patienceMs = 20_000;

/** Time in which a mark that must not come would have come. */
const settledMs = 1_500;

/** What the extension under test offers, when all of it has started. */
export async function started(): Promise<Guard409Api> {
  const extension = vscode.extensions.getExtension<Guard409Exports>('guard409.guard409');
  assert.ok(extension);
  return (await extension.activate()).started;
}

/** Address of a file of the fixture workspace. */
export function fixture(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the fixture workspace is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

/**
 * Opens a document in an editor, as a click on a file does. (A document that an extension opens stays open for minutes
 * after its last editor was closed.)
 */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  assert.equal(editor.document.uri.toString(), uri.toString());
  return editor;
}

/** The project's own marks in a document. */
export function marks(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'guard409');
}

/** Waits until the marks of a document are as wanted, and returns them. */
export async function marksWhen(
  uri: vscode.Uri,
  what: string,
  wanted: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = marks(uri);
    if (wanted(found)) return found;
    const listed = found.map((mark) => `line ${mark.range.start.line + 1}: ${mark.message}`).join('\n') || 'no marks';
    if (Date.now() > until) assert.fail(`${what} did not come about; there is\n${listed}`);
    await pause(50);
  }
}

/**
 * Waits until something holds.
 * @param found says what there is instead, for the message of a failure
 */
export async function eventually(what: string, holds: () => boolean, found: () => string = () => ''): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > until) assert.fail(`${what} did not come about; there is ${found()}`);
    await pause(50);
  }
}

/** Waits as long as marks take to come, and asserts that there are none. */
export async function assertStaysUnmarked(uri: vscode.Uri): Promise<void> {
  await pause(settledMs);
  assert.deepEqual(
    marks(uri).map((mark) => mark.message),
    [],
  );
}

/** Zero-based number of the line that contains a text. */
export function lineWith(document: vscode.TextDocument, text: string): number {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in ${document.uri.path}`);
  return document.positionAt(offset).line;
}

/** Replaces a text by another, as typing would: through the editor. */
export async function replaceText(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const { document } = editor;
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in ${document.uri.path}`);
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
  assert.ok(await editor.edit((builder) => builder.replace(range, by)));
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until a page is the tab in front, rendered, and made of a text about a conflict. */
export async function shownAsPage(uri: vscode.Uri): Promise<void> {
  const until = Date.now() + patienceMs;
  const inFront = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  let input = inFront();
  while (!(input instanceof vscode.TabInputCustom && input.uri.toString() === uri.toString())) {
    if (Date.now() > until) assert.fail(`${uri} is not shown in the Markdown preview, but ${JSON.stringify(input)}`);
    await pause(50);
    input = inFront();
  }
  const page = await vscode.workspace.openTextDocument(uri);
  assert.match(page.getText(), /^# .+\n[\s\S]*409/);
}

/** Waits until something holds, or for as long as marks may take; what holds then is for the caller to assert. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!holds() && Date.now() < end) await pause(50);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
