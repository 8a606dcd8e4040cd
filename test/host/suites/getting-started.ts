/** What a user meets first: the commands and the example. (The walkthrough is looked at from outside: ../walkthrough.ts.) */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, lineWith, marks, marksWhen, pause, started } from './support.js';

/** The examples: the language asked for, and the call that is marked in each. */
const examples = [
  { asked: [], languageId: 'typescript', call: ".api('/subscriptions').post(" },
  { asked: ['typescript'], languageId: 'typescript', call: ".api('/subscriptions').post(" },
  { asked: ['csharp'], languageId: 'csharp', call: 'orders.CreateItemAsync(' },
  { asked: ['powershell'], languageId: 'powershell', call: 'New-MgGroupMember' },
  { asked: ['python'], languageId: 'python', call: 'orders.create_item(' },
  { asked: ['java'], languageId: 'java', call: 'orders.createItem(' },
  { asked: ['go'], languageId: 'go', call: 'orders.CreateItem(' },
] as const;

/** Time in which another extension would have found fault with an example. */
const othersMs = 1_500;

export function gettingStarted(): void {
  describe('getting started', () => {
    afterEach(closeAll);

    it('every command of the manifest is there, and every one the walkthrough leads to', async () => {
      const extension = vscode.extensions.getExtension('guard409.guard409');
      assert.ok(extension);
      // The entry holds every command of the manifest; what has started must have its own.
      await started();
      const { commands, walkthroughs } = extension.packageJSON.contributes as {
        commands: { command: string }[];
        walkthroughs: { steps: { description: string }[] }[];
      };
      const descriptions = walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description));
      const linked = [...descriptions.join('\n').matchAll(/\(command:([\w.]+)/g)].map((match) => match[1] ?? '');
      assert.ok(commands.length > 0 && linked.length > 0);
      const known = await vscode.commands.getCommands(true);
      // The lab needs Node, which is not there where the extension runs in the browser.
      const isAlone = /^https?$/.test(extension.extensionUri.scheme);
      const offered = commands.filter(({ command }) => !(isAlone && /^guard409\.\w+Lab$/.test(command)));
      const wanted = [...offered.map(({ command }) => command), ...linked];
      assert.deepEqual(
        wanted.filter((command) => !known.includes(command)),
        [],
      );
    });

    for (const { asked, languageId, call } of examples) {
      it(`an example opens with one call marked (${asked[0] ?? 'no language named'})`, async () => {
        await vscode.commands.executeCommand('guard409.tryExample', ...asked);
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor);
        const { document } = editor;
        assert.equal(document.uri.scheme, 'untitled');
        assert.equal(document.languageId, languageId);
        const [mark, ...others] = await marksWhen(document.uri, 'a mark', (found) => found.length > 0);
        assert.deepEqual(others, []);
        assert.equal(mark?.range.start.line, lineWith(document, call));
        assert.deepEqual(editor.selection.active, mark?.range.start, 'the cursor stands at the mark');
        if (asked.length === 0) return;
        await pause(othersMs);
        assert.deepEqual(vscode.languages.getDiagnostics(document.uri), marks(document.uri), 'nobody else finds fault');
      });
    }

    it('an example follows the language of the active editor', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'csharp', content: '// mine\n' });
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('guard409.tryExample');
      assert.notEqual(vscode.window.activeTextEditor?.document, document);
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'csharp');
    });
  });
}
