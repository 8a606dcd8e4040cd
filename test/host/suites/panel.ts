/** The explainer panel in a real editor: opened by its ways, its messages answered, brought back after a reload. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, fixture, lineWith, marksWhen, show, shownAsPage, started, until } from './support.js';

const rule = 'graph/subscription-duplicate';
const explain = 'guard409.explain';

/** Waits until the page itself says that it has drawn a scenario. */
async function drawn(wanted: string): Promise<string[]> {
  const { panel } = await started();
  await eventually(
    `the explanation of ${wanted}`,
    () => panel.shown?.rule === wanted,
    () => panel.shown?.rule ?? 'none',
  );
  return panel.shown?.parts ?? [];
}

/** The fixture with its mark, and the cursor in the mark. */
async function atMark(): Promise<{ editor: vscode.TextEditor; mark: vscode.Diagnostic }> {
  const editor = await show(fixture('subscribe.ts'));
  const [mark] = await marksWhen(editor.document.uri, 'a mark', (found) => found.length > 0);
  assert.ok(mark);
  editor.selection = new vscode.Selection(mark.range.start, mark.range.start);
  return { editor, mark };
}

export function panel(): void {
  describe('the explainer panel', () => {
    afterEach(closeAll);

    it('opens from the command, with every part of the scenario', async () => {
      await vscode.commands.executeCommand(explain, rule);
      const parts = await drawn(rule);
      for (const part of ['happened', 'sequence', 'comparison', 'remedies', 'elsewhere', 'sources'])
        assert.ok(parts.includes(part), part);
      assert.ok(!parts.includes('back-off'), 'no wait can help');
    });

    it('opens from a mark, with the call at the cursor', async () => {
      const { mark } = await atMark();
      await vscode.commands.executeCommand(explain);
      await drawn(rule);
      const { panel: explainer } = await started();
      assert.equal(explainer.kept?.call?.line, mark.range.start.line + 1);
    });

    it('shows another scenario when it is chosen, and draws nothing for one that is not there', async () => {
      await vscode.commands.executeCommand(explain, rule);
      await drawn(rule);
      const { panel: explainer } = await started();
      await explainer.receive({ type: 'choose', rule: 'graph/no-such-scenario' });
      await explainer.receive({ type: 'choose', rule: 7 });
      assert.equal(explainer.kept?.rule, rule);
      await explainer.receive({ type: 'choose', rule: 'graph/directory-concurrency' });
      assert.ok((await drawn('graph/directory-concurrency')).includes('back-off'));
    });

    it('leads back to the line of the call', async () => {
      const { editor, mark } = await atMark();
      await vscode.commands.executeCommand(explain);
      await drawn(rule);
      const { panel: explainer } = await started();
      await explainer.receive({ type: 'openCall' });
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document, editor.document);
      assert.ok(active.selection.active.isEqual(mark.range.start));
    });

    it('follows the call when lines come before it', async () => {
      const { editor, mark } = await atMark();
      await vscode.commands.executeCommand(explain);
      await drawn(rule);
      const { panel: explainer } = await started();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(editor.document.uri, new vscode.Position(0, 0), '\n\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      const line = mark.range.start.line + 3;
      await eventually(
        'the new place',
        () => explainer.kept?.call?.line === line,
        () => `${explainer.kept?.call?.line}`,
      );
    });

    it('copies the code of a fix, and compares before with after', async () => {
      await atMark();
      await vscode.commands.executeCommand(explain);
      await drawn(rule);
      const { panel: explainer } = await started();
      await explainer.receive({ type: 'copyFix', fix: 'create-or-get' });
      assert.match(await vscode.env.clipboard.readText(), /409/);
      await explainer.receive({ type: 'compare', fix: 'create-or-get' });
      assert.equal(explainer.sent?.type, 'change');
      assert.ok(explainer.sent.lines.some(({ kind }) => kind === 'new'));
      assert.ok(explainer.sent.lines.some(({ kind }) => kind === 'old'));
    });

    it('writes the waits that the plot shows, within its limits, and drops what are none', async () => {
      const content = `import { Client } from '@microsoft/microsoft-graph-client';
export async function provision(client: Client, id: string) {
  await client.api('/servicePrincipals/' + id + '/synchronization/jobs').post({ templateId: 't' });
}
`;
      const { uri } = await vscode.workspace.openTextDocument({ language: 'typescript', content });
      await show(uri);
      const [mark] = await marksWhen(uri, 'a mark', (found) => found.length > 0);
      assert.ok(mark);
      const { panel: explainer } = await started();
      const call = { uri: uri.toString(), line: mark.range.start.line + 1, column: mark.range.start.character + 1 };
      await vscode.commands.executeCommand(explain, 'graph/synchronization-not-settled', call);
      await drawn('graph/synchronization-not-settled');
      const waits = { base: 0.4, factor: 3, cap: 600, attempts: 7, jitter: 'equal', retryAfter: 0 };
      const copied = async (request: object) => {
        await vscode.env.clipboard.writeText('');
        await explainer.receive({ type: 'copyFix', fix: 'back-off-and-retry', ...request });
        return vscode.env.clipboard.readText();
      };
      assert.match(await copied({}), /attempt >= 5 [\s\S]*Math\.min\(8_000, 500 \* 2 \*\* attempt\)/);
      const chosen = await copied({ waits });
      assert.match(chosen, /attempt >= 7 /);
      assert.match(chosen, /\(0\.5 \+ Math\.random\(\) \/ 2\) \* Math\.min\(60_000, 400 \* 3 \*\* \(attempt - 1\)\)/);
      assert.equal(await copied({ waits: { ...waits, attempts: '7; process.exit()' } }), '', 'no request at all');
    });

    it('says so where a fix is not offered', async () => {
      const { editor } = await atMark();
      await vscode.commands.executeCommand(explain);
      await drawn(rule);
      const { panel: explainer } = await started();
      const { version } = editor.document;
      await explainer.receive({ type: 'apply', fix: 'serialize-writes' });
      assert.equal(explainer.sent?.type, 'said');
      assert.equal(editor.document.version, version);
    });

    it('comes back after a reload with its scenario and its call', async () => {
      const { mark, editor } = await atMark();
      const { panel: explainer } = await started();
      const call = { uri: editor.document.uri.toString(), line: mark.range.start.line + 1, column: 1 };
      const restored = vscode.window.createWebviewPanel(explain, 'restored', vscode.ViewColumn.Beside);
      await explainer.deserializeWebviewPanel(restored, { rule, call, step: 2 });
      await drawn(rule);
      assert.equal(explainer.kept?.step, 2);
      assert.equal(explainer.kept?.call?.column, mark.range.start.character + 1, 'the call was found');
    });

    it('comes back with something where the state is broken', async () => {
      const { panel: explainer } = await started();
      const restored = vscode.window.createWebviewPanel(explain, 'restored', vscode.ViewColumn.Active);
      await explainer.deserializeWebviewPanel(restored, { rule: ['no'] });
      await until(() => explainer.shown !== undefined);
      assert.ok(explainer.shown);
    });

    it('opens where the code of a mark leads, beside the call, and leaves no other tab', async () => {
      const { mark, editor } = await atMark();
      assert.ok(typeof mark.code === 'object');
      assert.equal(lineWith(editor.document, '/subscriptions'), mark.range.start.line);
      await vscode.commands.executeCommand('vscode.open', mark.code.target);
      await drawn(rule);
      const { panel: explainer } = await started();
      assert.equal(explainer.kept?.call?.line, mark.range.start.line + 1);
      const labels = () =>
        vscode.window.tabGroups.all.flatMap(({ tabs, viewColumn }) => tabs.map((tab) => `${viewColumn} ${tab.label}`));
      await eventually(
        'two tabs',
        () => labels().length === 2,
        () => labels().join(', '),
      );
      assert.match(labels().join('\n'), /^1 subscribe\.ts\n2 409 Guard: /);
    });

    it('leaves the page of a scenario where it was', async () => {
      await started();
      const page = vscode.Uri.parse(`guard409-scenario:/${rule}.md`);
      await vscode.commands.executeCommand('vscode.open', page);
      await shownAsPage(page);
    });
  });
}
