/**
 * What the editor loads, on the desktop and in the browser: small, since every window waits for it. The extension proper
 * is loaded right after activation, off its path. Nothing here knows what the extension does.
 */
import * as vscode from 'vscode';
import type { Guard409Api } from './extension.js';

/** What other extensions, and the tests, get from activation. */
export interface Guard409Exports {
  /** Settles when the extension proper has started. */
  started: Promise<Guard409Api>;
}

export function activate(context: vscode.ExtensionContext): Guard409Exports {
  const stopWaiting = new vscode.Disposable(() => clearTimeout(timer));
  const waiting: vscode.Disposable[] = [stopWaiting];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const started = new Promise<Guard409Api>((resolve, reject) => {
    timer = setTimeout(() => {
      const proper = import('./extension.js').then(({ activate: start }) => {
        for (const disposable of waiting) disposable.dispose();
        return start(context);
      });
      proper.then(resolve, reject);
    }, 0);
  });
  // Said once here; whoever waits for it is told as well.
  started.catch((error: unknown) => console.error(error));
  // A command may be what activated the extension: it is held until it can run.
  for (const command of commandsOf(context.extension.packageJSON)) {
    const later = async (...args: unknown[]) => {
      await started;
      return vscode.commands.executeCommand(command, ...args);
    };
    waiting.push(vscode.commands.registerCommand(command, later));
  }
  context.subscriptions.push(stopWaiting);
  return { started };
}

/** The commands a manifest contributes. */
function commandsOf(manifest: { contributes: { commands: { command: string }[] } }): string[] {
  return manifest.contributes.commands.map(({ command }) => command);
}
