/**
 * Runs inside the extension host: how long the explainer takes from its command until it has drawn a scenario, and a panel
 * with an empty page until its script runs, in turns. Bundled to dist/test/host/panel-times.cjs.
 */
import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Guard409Exports } from '../../src/extension/entry.js';
import { resultFileVariable } from './result.js';

const rounds = 5;

/** Time for what the panel before has left to do, in milliseconds. */
const quietMs = 300;

const emptyPage = `<!DOCTYPE html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-empty'">
</head><body><script nonce="empty">acquireVsCodeApi().postMessage('there')</script></body></html>`;

/** Measures, and writes a row for each round to the file of the variable: the explainer, the empty panel. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<Guard409Exports>('guard409.guard409');
  if (!extension) throw new Error('the extension is not there');
  const { panel } = await (await extension.activate()).started;
  const explainer = async () => {
    await vscode.commands.executeCommand('guard409.explain', 'graph/subscription-duplicate');
    while (!panel.shown) await sleep(1);
  };
  const rows: [number, number][] = [];
  // The first round pays for what all share, such as the files of the page.
  for (let round = 0; round <= rounds; round++) {
    // In turns, so that no order favours one of them.
    const order = round % 2 === 0 ? [explainer, emptyPanel] : [emptyPanel, explainer];
    const times = new Map<() => Promise<void>, number>();
    for (const open of order) times.set(open, await timed(open));
    if (round > 0) rows.push([times.get(explainer) ?? 0, times.get(emptyPanel) ?? 0]);
  }
  const file = process.env[resultFileVariable] ?? '';
  await writeFile(`${file}.partial`, JSON.stringify(rows));
  await rename(`${file}.partial`, file);
}

async function timed(open: () => Promise<void>): Promise<number> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await sleep(quietMs);
  const begun = performance.now();
  await open();
  return performance.now() - begun;
}

async function emptyPanel(): Promise<void> {
  const panel = vscode.window.createWebviewPanel('guard409-tests.empty', 'Empty', vscode.ViewColumn.Active, {
    enableScripts: true,
  });
  const there = new Promise((resolve) => panel.webview.onDidReceiveMessage(resolve));
  panel.webview.html = emptyPage;
  await there;
}
