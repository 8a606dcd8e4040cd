/** Quick fixes as a person meets them, and the answers of people to the questions of the editor. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { patienceMs, pause } from './support.js';

/** The project's own quick fixes at a place. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const found = await whenKnown(() =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
      20,
    ),
  );
  return found.filter(({ title }) => title.startsWith('409 Guard'));
}

/** Asks again while the editor's window does not know the document yet, which it learns after the extension host. */
async function whenKnown<T>(ask: () => Thenable<T>): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error && error.message === 'Illegal argument') || Date.now() > end) throw error;
      await pause(100);
    }
  }
}

/** The one quick fix whose title contains a text. It may take a moment: a configuration before it is not forgotten at once. */
export async function actionWith(uri: vscode.Uri, range: vscode.Range, text: string): Promise<vscode.CodeAction> {
  const until = Date.now() + patienceMs;
  let found = await actionsAt(uri, range);
  while (!found.some(({ title }) => title.includes(text)) && Date.now() < until) {
    await pause(100);
    found = await actionsAt(uri, range);
  }
  const [action, ...more] = found.filter(({ title }) => title.includes(text));
  assert.ok(action, `"${text}" is offered; there is ${found.map(({ title }) => title).join(' | ') || 'nothing'}`);
  assert.deepEqual(more, []);
  return action;
}

/** Does what a click on a quick fix does. */
export async function run(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const undo: (() => void)[] = [];

/** Puts something in the place of a member of the editor's interface until `unstubAll`. */
export function stub<T extends object>(of: T, name: keyof T, by: unknown): void {
  const before = Object.getOwnPropertyDescriptor(of, name);
  Object.defineProperty(of, name, { configurable: true, get: () => by });
  undo.push(() => {
    if (before) Object.defineProperty(of, name, before);
  });
}

/** Puts everything back. */
export function unstubAll(): void {
  for (const back of undo.splice(0).reverse()) back();
}
