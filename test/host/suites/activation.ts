import * as assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Guard409Exports } from '../../../src/extension/entry.js';
import { assertStaysUnmarked, closeAll, fixture, marksWhen, show, started } from './support.js';

/** Must run first: it watches what the extension loads. */
export function activation(): void {
  describe('activation', () => {
    after(closeAll);

    it('waits for a document in a supported language', async () => {
      const extension = vscode.extensions.getExtension<Guard409Exports>('guard409.guard409');
      assert.ok(extension);
      assert.equal(extension.isActive, false);
      await show(fixture('plain.ts'));
      await extension.activate();
    });

    it('reads no grammar for a file that mentions no service', async () => {
      const api = await started();
      await assertStaysUnmarked(fixture('plain.ts'));
      assert.deepEqual(api.grammarFilesRead(), []);
    });

    it('reads the grammar of the first file that does, and no other', async () => {
      const api = await started();
      await show(fixture('subscribe.ts'));
      await marksWhen(fixture('subscribe.ts'), 'a mark', (found) => found.length === 1);
      assert.deepEqual(api.grammarFilesRead().sort(), ['tree-sitter-typescript.wasm', 'web-tree-sitter.wasm']);
    });
  });
}
