/** Which documents are marked, and until when. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { assertStaysUnmarked, closeAll, fixture, marks, marksWhen, show } from './support.js';

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture(name)));
}

export function documents(): void {
  describe('documents', () => {
    afterEach(closeAll);

    it('are marked when they have never been saved', async () => {
      const content = await textOf('Orders.cs');
      const document = await vscode.workspace.openTextDocument({ language: 'csharp', content });
      await vscode.window.showTextDocument(document);
      assert.equal(document.uri.scheme, 'untitled');
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
    });

    it('lose their marks when they are closed', async () => {
      const { document } = await show(fixture('Orders.cs'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      await closeAll();
      await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
    });

    it('lose their marks when their language is changed, and get them back', async () => {
      const { document } = await show(fixture('Orders.cs'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
      await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
      await vscode.languages.setTextDocumentLanguage(document, 'csharp');
      await marksWhen(document.uri, 'the mark again', (found) => found.length === 1);
    });

    for (const scheme of ['git', 'output', 'vscode-scm']) {
      it(`are not marked when they only show something (${scheme}:)`, async () => {
        const content = await textOf('subscribe.ts');
        const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
          provideTextDocumentContent: () => content,
        });
        try {
          const uri = vscode.Uri.from({ scheme, path: '/subscribe.ts' });
          const document = await vscode.workspace.openTextDocument(uri);
          await vscode.languages.setTextDocumentLanguage(document, 'typescript');
          // The same text as a file is marked, so it is the scheme that counts.
          await show(fixture('subscribe.ts'));
          await marksWhen(fixture('subscribe.ts'), 'a mark', (found) => found.length === 1);
          await assertStaysUnmarked(uri);
        } finally {
          provider.dispose();
        }
      });
    }

    it('are marked once in two editors side by side', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.equal(marks(document.uri).length, 1);
    });
  });
}
