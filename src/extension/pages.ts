/** Read-only Markdown pages that the extension itself provides, shown in the Markdown preview. */
import * as vscode from 'vscode';
import { t } from '../l10n/t.js';

/**
 * Scheme of the pages. They need no network and no registered protocol, so they open in every edition of the editor, in the
 * browser too. The manifest associates the scheme with the Markdown preview.
 */
const scheme = 'guard409-scenario';

/** Gives the text of a page; undefined for a page of somebody else. */
export type PageSource = (uri: vscode.Uri) => string | undefined | Promise<string | undefined>;

/** The address of a page. Relative links lead from one page to another. */
export function pageUri(path: string, query = '', ending = '.md'): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${path}${ending}`, query });
}

/** The address of a page whose tab shows a title: the last part of an address is what the editor shows of it. */
export function titledUri(folder: string, title: string): vscode.Uri {
  return pageUri(`${folder}${title.replaceAll('/', '-')}`, '', '');
}

/** The path a page was made with. */
export function pagePath(uri: vscode.Uri): string {
  return uri.path.replace(/^\//, '').replace(/\.md$/, '');
}

/** Provides the pages of all sources, and makes those anew that have changed. */
export class Pages implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration: vscode.Disposable;

  constructor(sources: readonly PageSource[]) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: async (uri) => {
        for (const source of sources) {
          const text = await source(uri);
          if (text !== undefined) return text;
        }
        return t('There is no scenario {0}.', pagePath(uri));
      },
    });
  }

  /** Shows a page as it is now: one that is still open is asked for again. */
  async show(uri: vscode.Uri, options: vscode.TextDocumentShowOptions = {}): Promise<void> {
    this.changed.fire(uri);
    await vscode.commands.executeCommand('vscode.open', uri, options);
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
