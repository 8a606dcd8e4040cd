/**
 * Addresses that open the explainer, for the code of a mark and the links of pages: neither the editor's hover nor its
 * preview of Markdown runs a command. An editor is contributed for these addresses that gives way to the explainer.
 */
import * as vscode from 'vscode';
import type { CallKey } from '../../panel/protocol.js';
import { pagePath, pageUri } from '../pages.js';
import { callText, readCall } from './call-key.js';
import { nonce } from './nonce.js';

/** The manifest contributes it, and associates it with the folder. */
const editorType = 'guard409.explainLink';
const folder = 'explain/';
/** Not that of Markdown: its preview would show such a page itself. */
const ending = '.409';
const noCall = '-';

/** An address, from anywhere. */
export function explainUri(rule: string, call?: CallKey): vscode.Uri {
  return pageUri(explainPath(rule, call), '', ending);
}

/**
 * The way to it from a page.
 *
 * @param page path of the page
 * @param call where the panel shows the rule; without it the rule alone
 */
export function explainLink(page: string, rule: string, call?: CallKey): string {
  const up = '../'.repeat(page.split('/').length - 1);
  return `${up}${explainPath(rule, call)}${ending}`;
}

function explainPath(rule: string, call: CallKey | undefined): string {
  return `${folder}${call ? callText(call) : noCall}/${rule}`;
}

/** What is shown, and where. */
export type ShowExplanation = (rule: string, call: CallKey | undefined, column: vscode.ViewColumn) => Promise<void>;

/** Opens the explainer where such an address is opened. */
export function registerExplainLinks(show: ShowExplanation): vscode.Disposable {
  return vscode.window.registerCustomEditorProvider(editorType, {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor({ uri }, panel) {
      const [place, ...rule] = pagePath(uri).slice(folder.length, -ending.length).split('/');
      const call = readCall(place);
      const own = panel.viewColumn ?? vscode.ViewColumn.Active;
      const column = call && isOpenIn(own, call.uri) ? vscode.ViewColumn.Beside : own;
      // Not awaited: the editor holds the tab until this has ended, and the explainer takes its place.
      void shown(panel).then(async () => {
        await show(rule.join('/'), call, column).finally(() => panel.dispose());
      });
    },
  });
}

/** Time the editor may take to show an empty page. */
const patienceMs = 2_000;

/** Waits until a page is on the screen: an editor that gives way before leaves an error in the console of older versions. */
function shown({ webview }: vscode.WebviewPanel): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, patienceMs);
    webview.onDidReceiveMessage(() => {
      clearTimeout(late);
      resolve();
    });
    const key = nonce();
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${key}'">`;
    webview.options = { enableScripts: true };
    webview.html = `<!DOCTYPE html><html><head>${policy}</head><body><script nonce="${key}">acquireVsCodeApi().postMessage('')</script></body></html>`;
  });
}

/** Whether a column has a tab of a document, which the explainer is not to cover. */
function isOpenIn(column: vscode.ViewColumn, document: string): boolean {
  const tabs = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn === column)?.tabs ?? [];
  return tabs.some(({ input }) => {
    const isDocument = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
    return isDocument && document.startsWith(input.uri.toString());
  });
}
