/** Which documents are analysed, by their schemes, where no editor can be made to open one. */
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { isWritten } from '../../src/extension/selection.js';

const document = (scheme: string) => ({ uri: { scheme } }) as unknown as vscode.TextDocument;

describe('documents that people write', () => {
  for (const scheme of ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'vscode-notebook-cell']) {
    it(`are those of ${scheme}:`, () => assert.ok(isWritten(document(scheme))));
  }

  for (const scheme of ['git', 'output', 'vscode-scm', 'vscode-chat-code-block', 'walkThrough', 'guard409-scenario']) {
    it(`are not those of ${scheme}:`, () => assert.ok(!isWritten(document(scheme))));
  }
});
