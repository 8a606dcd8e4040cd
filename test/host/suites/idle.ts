/** When the last file is closed, nothing is left waiting. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { pendingTimers } from '../leftovers.js';
import { closeAll, fixture, marksWhen, pause, show } from './support.js';

/** Longer than typing has to rest before a file is analysed, in milliseconds. */
const restMs = 1_000;

export function idle(): void {
  describe('when the last file is closed', () => {
    afterEach(closeAll);

    it('no timer is left', async () => {
      const editor = await show(fixture('subscribe.ts'));
      await marksWhen(editor.document.uri, 'a mark', (found) => found.length === 1);
      let waited = false;
      const typing = vscode.workspace.onDidChangeTextDocument(() => {
        waited ||= pendingTimers().length > 0;
      });
      for (const text of ['a', 'b']) {
        await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), `// ${text}\n`));
      }
      typing.dispose();
      assert.ok(waited, 'a timer that waits while one types is seen');
      await closeAll();
      await pause(restMs);
      assert.deepEqual(pendingTimers(), []);
    });
  });
}
