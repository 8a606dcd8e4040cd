/** Settings, the configuration file, and the command that explains. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, marksWhen, show } from './support.js';

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('guard409').update(name, value, vscode.ConfigurationTarget.Global);
}

export function settings(): void {
  describe('settings', () => {
    const file = () => fixture('.guard409.jsonc');

    afterEach(async () => {
      await closeAll();
      await set('enable', undefined);
      await set('severities', undefined);
      await vscode.workspace.fs.delete(file()).then(undefined, () => {});
    });

    it('turn marks off and on', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      await set('enable', false);
      await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
      await set('enable', true);
      await marksWhen(document.uri, 'the mark again', (found) => found.length === 1);
    });

    it('change how loud a rule is', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await set('severities', { 'graph/*': 'error' });
      await marksWhen(document.uri, 'an error', ([mark]) => mark?.severity === vscode.DiagnosticSeverity.Error);
    });

    it('are overruled by the configuration file of the folder', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await set('severities', { 'graph/*': 'error' });
      await marksWhen(document.uri, 'an error', ([mark]) => mark?.severity === vscode.DiagnosticSeverity.Error);
      const text = '{ "severities": { "graph/*": "hint" } }';
      await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
      await marksWhen(document.uri, 'a hint', ([mark]) => mark?.severity === vscode.DiagnosticSeverity.Hint);
    });

    it('say where the configuration file is wrong', async () => {
      const text = '{\n  "severities": { "graph/no-such-rule": "hint" }\n}\n';
      await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text));
      const { document } = await show(file());
      const [mark] = await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.equal(mark?.range.start.line, 1);
      assert.match(mark?.message ?? '', /no-such-rule/);
    });
  });
}
