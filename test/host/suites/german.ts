/** The extension in an editor whose display language is German: marks, explanations, the manifest. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, marksWhen, show, started } from './support.js';

export function german(): void {
  describe('in German', () => {
    afterEach(closeAll);

    it('the editor says so and hands the extension its table', async () => {
      await started();
      assert.equal(vscode.env.language, 'de');
    });

    it('a mark speaks German and keeps rule and operation', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      const [mark] = await marksWhen(document.uri, 'a mark', (found) => found.length > 0);
      assert.equal(
        mark?.message,
        'Abonnement für dieselbe Ressource und Änderungsart: POST /subscriptions kann mit 409 antworten. ' +
          'Nichts fängt den Fehler dieses Aufrufs ab.',
      );
      assert.ok(typeof mark.code === 'object');
      assert.equal(mark.code.value, 'graph/subscription-duplicate');
    });

    it('the page that explains it is German, with the words of the service as they are', async () => {
      const page = vscode.Uri.parse('guard409-scenario:/graph/subscription-duplicate.md');
      const text = (await vscode.workspace.openTextDocument(page)).getText();
      for (const part of [
        '# Abonnement für dieselbe Ressource und Änderungsart\n\nMicrosoft Graph, Regel `graph/subscription-duplicate`',
        'Ursache: Duplikat',
        '| Abhilfe | Was das hier bedeutet |',
        'Hilft nicht: Dieselbe Anforderung schlägt fehl',
        'already exists for the requested combination',
        '`ObjectIdentifierInUse`',
        'Erster Lauf -> Microsoft Graph: POST /subscriptions',
      ])
        assert.ok(text.includes(part), `"${part}" stands in\n${text}`);
      assert.doesNotMatch(text, /\b(?:Remedy|Cause|Sources|Cannot help|The same request)\b/);
    });

    it('commands and settings have German titles', () => {
      const manifest = vscode.extensions.getExtension('guard409.guard409')?.packageJSON;
      const explain = manifest.contributes.commands.find(
        (row: { command: string }) => row.command === 'guard409.explain',
      );
      // The editor keeps the English title beside the shown one, so that both are found.
      assert.equal(explain.title.value, 'Einen 409-Konflikt erklären…');
      assert.equal(explain.title.original, 'Explain a 409 Conflict…');
      assert.match(JSON.stringify(manifest.contributes.configuration), /Aufrufe von Microsoft Graph/);
    });
  });
}
