/** Starting and stopping the lab in the editor. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { started } from './support.js';

interface Place {
  graphUrl: string;
  cosmosUrl: string;
}

const start = () => vscode.commands.executeCommand<Place>('guard409.startLab');
const stop = () => vscode.commands.executeCommand('guard409.stopLab');

/** Status of a request, or `none` where nobody listens. */
async function status(address: string, init?: RequestInit): Promise<number | 'none'> {
  try {
    return (await fetch(address, init)).status;
  } catch {
    return 'none';
  }
}

const folder = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"displayName":"Plan"}' };

export function lab(): void {
  describe('the lab', () => {
    afterEach(async () => {
      await stop();
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });

    it('answers with conflicts until it is stopped', async () => {
      await started();
      const { graphUrl, cosmosUrl } = await start();
      const folders = `${graphUrl}/v1.0/me/mailFolders`;
      assert.deepEqual([await status(folders, folder), await status(folders, folder)], [201, 409]);
      assert.notEqual(await status(cosmosUrl.replace('https', 'http')), 'none');
      await stop();
      assert.equal(await status(folders), 'none');
      assert.equal(await status(cosmosUrl.replace('https', 'http')), 'none');
    });

    it('is one, however often it is started', async () => {
      const [first, second] = await Promise.all([start(), start()]);
      assert.deepEqual(second, first);
      assert.deepEqual(await start(), first);
    });

    it('forgets what was created when it is started again', async () => {
      const before = await start();
      assert.equal(await status(`${before.graphUrl}/v1.0/me/mailFolders`, folder), 201);
      await stop();
      const { graphUrl } = await start();
      assert.equal(await status(`${graphUrl}/v1.0/me/mailFolders`, folder), 201);
    });
  });
}
