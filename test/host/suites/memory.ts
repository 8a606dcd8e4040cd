/** Files that are opened and closed leave no memory and no worker behind. Needs Node to measure. */
import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { heapAfterCollection, runningWorkers } from '../node-leftovers.js';
import { closeAll, fixture, marks, pause, started } from './support.js';

/** Rounds before memory is looked at first, and rounds after which it is again: caches are full, the heap has its size. */
const rounds = [50, 150] as const;

/** How much may be left of each round, in bytes: a tenth of what the tree of the file below takes. */
const bytesPerRound = 20_000;

/** A file with a call that is marked, and enough beside it to be worth freeing. */
function largeText(): string {
  const functions = Array.from({ length: 30 }, (_, index) => {
    const body = Array.from({ length: 6 }, (_unused, row) => `  const v${row} = [${row}, input.length + ${index}];`);
    return `export function f${index}(input: string): unknown {\n${body.join('\n')}\n  return [v0, v5];\n}\n`;
  });
  return `import type { Client } from '@microsoft/microsoft-graph-client';
export async function watch(client: Client): Promise<void> {
  await client.api('/subscriptions').post({ changeType: 'created', resource: 'users' });
}
${functions.join('')}`;
}

export function memory(): void {
  describe('opening and closing', () => {
    const file = () => fixture('large.ts');

    before(async () => {
      await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(largeText()));
    });

    after(async () => {
      await closeAll();
      await vscode.workspace.fs.delete(file());
    });

    it(`${rounds[0] + rounds[1]} times leaves memory flat and no worker`, async function () {
      this.timeout(300_000);
      await openAndClose(file(), rounds[0]);
      const { wasmBytes } = await started();
      const [wasmBefore, heapBefore] = [wasmBytes(), heapAfterCollection()];
      await openAndClose(file(), rounds[1]);
      const wasm = wasmBytes() - wasmBefore;
      const heap = heapAfterCollection() - heapBefore;
      const grown = `the parser's memory by ${wasm} and the heap by ${heap} bytes in ${rounds[1]} rounds`;
      console.log(`grown: ${grown}; the parser has ${wasmBefore}`);
      assert.ok(wasmBefore > 0);
      assert.ok(Math.max(wasm, heap) <= rounds[1] * bytesPerRound, grown);
      assert.equal(runningWorkers(), 0);
    });
  });
}

async function openAndClose(uri: vscode.Uri, times: number): Promise<void> {
  for (let round = 0; round < times; round++) {
    await vscode.commands.executeCommand('vscode.open', uri);
    await until(() => marks(uri).length === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until(() => marks(uri).length === 0);
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; !holds(); turn++) {
    assert.ok(turn < 4_000, 'a mark came or went too late');
    await pause(5);
  }
}
