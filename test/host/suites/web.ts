/** What holds in a browser alone, and the suites that run there too. Nothing here may need Node. */
import * as assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { activation } from './activation.js';
import { diagnostics } from './diagnostics.js';
import { documents } from './documents.js';
import { fixes } from './fixes.js';
import { gettingStarted } from './getting-started.js';
import { idle } from './idle.js';
import { notebooks } from './notebooks.js';
import { panel } from './panel.js';
import { scan } from './scan.js';
import { settings } from './settings.js';
import { closeAll, fixture, marksWhen, show, started } from './support.js';
import { teach } from './teach.js';
import { tree } from './tree.js';
import { understanding } from './understanding.js';
import { why } from './why.js';

function browser(): void {
  describe('in a browser', () => {
    after(closeAll);

    it('there is no Node', () => {
      assert.equal(typeof process, 'undefined');
      assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    });

    it('the extension is its browser entry, from an address of the web', async () => {
      await started();
      const extension = vscode.extensions.getExtension('guard409.guard409');
      assert.match(extension?.extensionUri.scheme ?? '', /^https?$/);
      // The package holds it under a name that editors of all versions load.
      assert.match(extension?.packageJSON.browser ?? '', /^\.\/dist\/extension-web\.cjs(?:\.js)?$/);
    });

    it('a call is marked, by a grammar that was fetched', async () => {
      await show(fixture('subscribe.ts'));
      await marksWhen(fixture('subscribe.ts'), 'a mark', (found) => found.length === 1);
    });

    it('there is no lab, and no command for it', async () => {
      await started();
      const all = await vscode.commands.getCommands(true);
      assert.ok(all.includes('guard409.explain'));
      assert.deepEqual(
        all.filter((command) => /^guard409\.\w+Lab$/.test(command)),
        [],
      );
    });

    it('the workspace is virtual', () => {
      assert.equal(fixture('plain.ts').scheme, 'vscode-test-web');
    });
  });
}

export const webSuites: readonly (() => void)[] = [
  activation,
  browser,
  diagnostics,
  documents,
  fixes,
  panel,
  settings,
  understanding,
  teach,
  why,
  gettingStarted,
  tree,
  scan,
  idle,
  // The editor keeps the documents of cells for minutes after their notebook was closed, and later suites would see them.
  notebooks,
];
