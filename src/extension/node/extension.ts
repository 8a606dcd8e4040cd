/** The extension for hosts with Node, the desktop's and remote ones: the same as everywhere, with scans on a thread, and the lab. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Guard409Api, activate as start } from '../extension.js';
import { LabInEditor } from './lab.js';
import { WorkerEngine } from './worker-engine.js';

export function activate(context: vscode.ExtensionContext): Guard409Api {
  const worker = join(context.extensionPath, 'dist', 'scan-worker.cjs');
  const api = start(context, {
    scanEngine: () => new WorkerEngine(worker, { translations: vscode.l10n.bundle ?? {} }),
    ignoreCase: process.platform === 'win32' || process.platform === 'darwin',
  });
  context.subscriptions.push(new LabInEditor());
  return api;
}
