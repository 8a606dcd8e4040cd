/** The tree of findings: what it shows of open documents, its groups, filters and commands. */
import * as assert from 'node:assert/strict';
import { afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Guard409Api } from '../../../src/extension/extension.js';
import { closeAll, fixture, marksWhen, pause, replaceText, show, started, until } from './support.js';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`guard409.${command}`, ...args);

export function tree(): void {
  describe('the tree', () => {
    let api: Guard409Api;

    const roots = () => api.findings.tree.getChildren().map((row) => String(api.findings.tree.getTreeItem(row).label));
    const rootsWhen = async (wanted: string[]) => {
      await until(() => roots().join() === wanted.join());
      assert.deepEqual(roots(), wanted);
    };
    /** The first call below a row. */
    const firstCall = () => {
      let [row] = api.findings.tree.getChildren();
      assert.ok(row);
      for (let below = api.findings.tree.getChildren(row); below[0]; below = api.findings.tree.getChildren(row))
        row = below[0];
      return row;
    };

    before(async () => {
      api = await started();
    });
    afterEach(async () => {
      await closeAll();
      await run('groupByService');
      await run('filterFindings', { warnings: false, noTests: false, certain: false, handled: false });
    });

    it('is empty without findings, and shows those of an open document while it is open', async () => {
      await rootsWhen([]);
      await show(fixture('subscribe.ts'));
      await rootsWhen(['Microsoft Graph']);
      assert.equal(api.findings.tree.texts.badge, 1);
      await closeAll();
      await rootsWhen([]);
      assert.equal(api.findings.tree.texts.badge, 0);
    });

    it('groups by service, cause, file and verdict', async () => {
      await show(fixture('subscribe.ts'));
      await show(fixture('Orders.cs'));
      await rootsWhen(['Microsoft Graph', 'Azure Cosmos DB']);
      await run('groupByCause');
      assert.ok(roots().includes('Exists already'));
      await run('groupByFile');
      assert.deepEqual(roots(), ['Orders.cs', 'subscribe.ts']);
      await run('groupByVerdict');
      assert.ok(roots().includes('Not handled'));
    });

    it('shows handled calls when asked, and counts none of them', async () => {
      const editor = await show(fixture('subscribe.ts'));
      await run('groupByVerdict');
      await rootsWhen(['Not handled']);
      await replaceText(editor, 'const subscription', 'try {\n  const subscription');
      const { statusCode, returns } = { statusCode: 'error.statusCode === 409', returns: 'return subscription.id;' };
      await replaceText(
        editor,
        returns,
        `${returns}\n  } catch (error) {\n    if (${statusCode}) return '';\n    throw error;\n  }`,
      );
      await rootsWhen([]);
      assert.equal(api.findings.tree.texts.badge, 0);
      await run('showHandled');
      await rootsWhen(['Handled']);
      assert.equal(api.findings.tree.texts.badge, 0);
    });

    it('opens the place of a call, explains it and copies it', async () => {
      await show(fixture('subscribe.ts'));
      await rootsWhen(['Microsoft Graph']);
      const call = firstCall();
      const { command, tooltip, accessibilityInformation } = api.findings.tree.getTreeItem(call);
      assert.ok(command);
      assert.ok(tooltip);
      assert.match(accessibilityInformation?.label ?? '', /^warning: .*line 5/);
      await closeAll();
      await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
      assert.equal(vscode.window.activeTextEditor?.selection.start.line, 4);
      // The tree follows a little later: what it shows at once is of the document that was closed.
      await marksWhen(fixture('subscribe.ts'), 'its mark', (found) => found.length === 1);
      await pause(500);
      await rootsWhen(['Microsoft Graph']);
      await run('copyFindings', firstCall());
      assert.match(
        await vscode.env.clipboard.readText(),
        /^- \[ \] `subscribe\.ts`, line 5: .*`graph\/subscription-duplicate`/,
      );
      await run('explainFinding', firstCall());
      const { panel } = await started();
      await until(() => panel.shown?.rule === 'graph/subscription-duplicate');
      assert.equal(panel.shown?.rule, 'graph/subscription-duplicate');
      assert.equal(panel.kept?.call?.line, 5);
    });

    it('draws only what has changed, under the same ids', async () => {
      const editor = await show(fixture('subscribe.ts'));
      await rootsWhen(['Microsoft Graph']);
      const [group] = api.findings.tree.getChildren();
      const before = firstCall();
      const drawn: unknown[] = [];
      const subscription = api.findings.tree.onDidChangeTreeData((rows) => drawn.push(rows));
      try {
        await replaceText(editor, '/** Asks', '\n/** Asks');
        await until(() => drawn.length > 0);
        assert.deepEqual(drawn, [[before]]);
        assert.match(String(api.findings.tree.getTreeItem(before).label), /^6: /);
        assert.equal(api.findings.tree.getChildren()[0], group);
      } finally {
        subscription.dispose();
      }
    });
  });
}
