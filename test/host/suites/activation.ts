import * as assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

export function activation(): void {
  describe('activation', () => {
    it('is loaded from the folder under test', () => {
      const extension = vscode.extensions.getExtension('guard409.guard409');
      assert.ok(extension);
    });
  });
}
