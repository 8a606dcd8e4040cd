/** "Why is this (not) marked?" at the cursor. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, fixture, pause, show, started } from './support.js';

/** Time in which the page comes, with the start of the grammars on a busy machine. */
const patienceMs = 10_000;

/** A text in an editor that has no file: nothing saves it meanwhile. */
async function unsaved(url: string): Promise<vscode.TextEditor> {
  const content = `import { Client } from '@microsoft/microsoft-graph-client';
export const send = (client: Client, body: object) => client.api('${url}').post(body);
`;
  const document = await vscode.workspace.openTextDocument({ language: 'typescript', content });
  return vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.One });
}

function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** Puts the cursor into a text of the active editor and runs the command, as its menu does. */
async function ask(editor: vscode.TextEditor, text: string): Promise<void> {
  const position = rangeOf(editor.document, text).start.translate(0, 1);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('guard409.why');
}

/** The address of the page that is shown rendered, beside the first editors. */
function shownPage(): vscode.Uri | undefined {
  const { activeTab: tab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
  const input = tab?.input;
  const isPage = input instanceof vscode.TabInputCustom && input.uri.path.startsWith('/why/');
  return isPage && viewColumn !== vscode.ViewColumn.One ? input.uri : undefined;
}

/** Waits until a page says something, and returns all of it. */
async function pageWith(pattern: RegExp): Promise<string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const uri = shownPage();
    const text = uri ? (await vscode.workspace.openTextDocument(uri)).getText() : 'no page';
    if (pattern.test(text)) return text;
    if (Date.now() > until) assert.fail(`${pattern} is not in\n${text}`);
    await pause(50);
  }
}

export function why(): void {
  describe('why a call is (not) marked', () => {
    afterEach(closeAll);

    it('is answered beside the editor, with links to the call and to the conflict', async () => {
      await ask(await show(fixture('Orders.cs')), 'CreateItemAsync(');
      const page = await pageWith(/^# Marked as a warning/);
      assert.match(page, /\]\(\/Orders\.cs#L19\)/);
      const [, way] = /\]\(\.\.\/(explain\/[\w=.:-]+\/cosmos\/item-id-exists\.409)\)/.exec(page) ?? [];
      assert.ok(way, page);
      await vscode.commands.executeCommand(
        'vscode.open',
        vscode.Uri.joinPath(shownPage() ?? fixture(''), '../..', way),
      );
      const { panel } = await started();
      await eventually('its explanation', () => panel.shown?.rule === 'cosmos/item-id-exists');
      assert.equal(panel.kept?.call?.line, 19);
    });

    it('links to the places the error passes, in other files too', async () => {
      await ask(await show(fixture('Invoices.cs')), 'CreateItemAsync(');
      const page = await pageWith(/^# Marked as a warning/);
      assert.match(page, /\*\*The error passes\*\*:[\s\S]*\]\(\/Invoices\.cs#L\d+\)/);
    });

    it('is answered for a call that is not marked, from a text that was never saved', async () => {
      await ask(await unsaved('/me/sendMail'), 'post(');
      const page = await pageWith(/^# Not marked/);
      assert.match(page, /POST \/me\/sendMail, and the catalog knows no conflict/);
    });

    it('is answered for a file that speaks of no service', async () => {
      await ask(await show(fixture('plain.ts')), 'reduce(');
      await pageWith(/^# Not analysed\\: nothing in the file speaks of/);
    });

    it('is answered anew when it is asked again', async () => {
      const editor = await unsaved('/subscriptions');
      const { document } = editor;
      await ask(editor, 'post(');
      await pageWith(/^# Marked as a warning/);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, rangeOf(document, '/subscriptions'), '/me/sendMail01');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const { line, character } = rangeOf(document, 'post(').start;
      await vscode.commands.executeCommand('guard409.why', document.uri.toString(), line, character + 1);
      await pageWith(/^# Not marked/);
    });
  });
}
