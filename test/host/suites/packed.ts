/** The extension as a user gets it: installed from its package, in a window without a folder. */
import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, marksWhen, pause, show } from './support.js';

export function packed(): void {
  describe('the installed package', () => {
    afterEach(closeAll);

    it('is what runs, and waits until it is needed', () => {
      const extension = vscode.extensions.getExtension('guard409.guard409');
      assert.ok(extension);
      assert.match(extension.extensionPath, /[\\/]extensions[\\/]guard409\.guard409-\d+\.\d+\.\d+[^\\/]*$/);
      assert.equal(extension.isActive, false);
      assert.equal(vscode.workspace.workspaceFolders, undefined);
    });

    it('marks a TypeScript file', async () => {
      const extension = vscode.extensions.getExtension('guard409.guard409');
      const { document } = await show(vscode.Uri.file(join(process.env['GUARD409_FIXTURES'] ?? '', 'subscribe.ts')));
      // An editor that has just been started takes its time; the file alone must be what starts the extension.
      for (let turn = 0; turn < 150 && !extension?.isActive; turn++) await pause(100);
      const [mark] = await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.ok(typeof mark?.code === 'object');
      assert.equal(mark.code.value, 'graph/subscription-duplicate');
    }).timeout(60_000);

    it('brings its page for galleries along, in which nothing leads nowhere', async () => {
      const extension = vscode.extensions.getExtension('guard409.guard409');
      assert.ok(extension);
      const page = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'readme.md'));
      const text = new TextDecoder().decode(page);
      assert.match(text, /^# 409 Guard\n/);
      assert.doesNotMatch(text, /\]\((?!https:|#)/);
    });
  });
}
