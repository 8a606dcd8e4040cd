/**
 * The language status item: what was seen in the file in front, or why nothing is marked. It exists only while such a file
 * is in front.
 */
import * as vscode from 'vscode';
import { CONFIG_FILE } from '../config/config.js';
import { type FileAction, type FileStatus, fileStatus } from '../explain/file-status.js';
import { t } from '../l10n/t.js';
import { fileUri } from './notebook/cells.js';
import type { Results } from './results.js';
import { codeSelector } from './selection.js';

/** What the item shows, without the item. */
export type ShownStatus = Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity' | 'busy' | 'command'>;

export class LanguageStatus implements vscode.Disposable {
  private item: vscode.LanguageStatusItem | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly results: Results) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
      results.onDidChange((uris) => {
        const front = vscode.window.activeTextEditor?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === front)) this.update();
      }),
    ];
    this.update();
  }

  /** What is shown now; undefined while nothing is. */
  get shown(): ShownStatus | undefined {
    return this.item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    this.hide();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(codeSelector, document) === 0) {
      this.hide();
      return;
    }
    this.item ??= create();
    const entry = this.results.get(document.uri);
    // While typing the last status stays: it changes seldom, and one that flickers is read by nobody.
    if (entry) Object.assign(this.item, shownStatus(fileStatus(entry.result), document));
    else Object.assign(this.item, waiting());
  }

  private hide(): void {
    this.item?.dispose();
    this.item = undefined;
  }
}

function create(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('guard409.status', codeSelector);
  item.name = t('409 Conflict handling');
  return item;
}

function waiting(): ShownStatus {
  const severity = vscode.LanguageStatusSeverity.Information;
  return { text: t('409: reading'), detail: '', severity, busy: true, command: undefined };
}

function shownStatus({ text, detail, warning, action }: FileStatus, document: vscode.TextDocument): ShownStatus {
  const severity = warning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  return { text, detail, severity, busy: false, command: actions[action](document) };
}

/** What the item's link does. */
const actions: Readonly<Record<FileAction, (document: vscode.TextDocument) => vscode.Command | undefined>> = {
  problems: () => ({ title: t('Show problems'), command: 'workbench.actions.view.problems' }),
  setting: () => ({
    title: t('Open setting'),
    command: 'workbench.action.openSettings',
    arguments: ['guard409.enable'],
  }),
  config: (document) => {
    const folder = vscode.workspace.getWorkspaceFolder(fileUri(document));
    if (!folder) return undefined;
    const file = vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
    return { title: t('Open {0}', CONFIG_FILE), command: 'vscode.open', arguments: [file] };
  },
  log: () => ({ title: t('Show log'), command: 'guard409.showLog' }),
  why: () => ({ title: t('Why?'), command: 'guard409.why' }),
};
