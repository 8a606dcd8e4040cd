/** The tree of findings in the activity bar. It is drawn anew only where something differs, and keeps what is expanded. */
import * as vscode from 'vscode';
import { within } from '../../analysis/globs.js';
import { testFiles } from '../../analysis/severity.js';
import { t } from '../../l10n/t.js';
import { findingsText } from '../../walk/scan-text.js';
import type { Results } from '../results.js';
import type { WorkspaceScan } from '../scan/workspace-scan.js';
import { buildTree, difference, sitesBelow, type TreeFile, type TreeModel } from './model.js';
import { toItem } from './to-item.js';
import type { ViewState } from './view-state.js';

/** A node as the editor holds it: one object per id, whatever changes about it. */
export interface Row {
  readonly id: string;
}

/** Why there is nothing in the tree; the manifest has a text for each. */
type Emptiness = 'start' | 'none' | 'handled' | 'filtered' | 'no';

/** Results come one by one while documents open; the tree follows once. In milliseconds. */
const quietMs = 100;

const isTest = testFiles();

export class FindingsTree implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly rows = new Map<string, Row>();
  private readonly view: vscode.TreeView<Row>;
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private uris = new Map<string, vscode.Uri>();
  private tree: TreeModel;

  constructor(
    private readonly results: Results,
    private readonly scan: WorkspaceScan,
    private readonly state: ViewState,
  ) {
    this.tree = this.build();
    this.view = vscode.window.createTreeView('guard409.findings', {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    const soon = () => this.updateSoon();
    this.subscriptions = [results.onDidChange(soon), scan.onDidChange(soon), state.onDidChange(() => this.update())];
    this.decorate();
  }

  /** The tree as it is drawn. */
  get model(): TreeModel {
    return this.tree;
  }

  /** Where the calls of a row stand, and how their files are called. */
  calls(rows: readonly Row[]) {
    const all = rows.flatMap(({ id }) => sitesBelow(this.tree, id));
    return [...new Set(all.map(({ site }) => site))].map((site) => {
      const uri = this.uriOf(all.find((call) => call.site === site)?.file ?? '');
      return { uri, path: vscode.workspace.asRelativePath(uri), site };
    });
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const node = this.tree.nodes.get(row.id);
    // Gone while the editor was asking: the next drawing leaves it out.
    return node ? toItem(node, (key) => this.uriOf(key)) : new vscode.TreeItem('');
  }

  getChildren(row?: Row): Row[] {
    const ids = row ? (this.tree.nodes.get(row.id)?.children ?? []) : this.tree.roots;
    return ids.map((id) => this.row(id));
  }

  getParent(row: Row): Row | undefined {
    const parent = this.tree.nodes.get(row.id)?.parent;
    return parent === undefined ? undefined : this.row(parent);
  }

  /** Texts that stand above and beside the tree. */
  get texts(): { message: string | undefined; description: string | undefined; badge: number } {
    const { message, description, badge } = this.view;
    return { message, description, badge: badge?.value ?? 0 };
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private updateSoon(): void {
    this.timer ??= setTimeout(() => this.update(), quietMs);
  }

  private update(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const before = this.tree;
    this.tree = this.build();
    for (const id of this.rows.keys()) if (!this.tree.nodes.has(id)) this.rows.delete(id);
    const changed = difference(before, this.tree);
    // The editor draws a little later: a row named now may be gone by then, and it would look for its parent in vain.
    if (changed === 'all' || !sameRows(before, this.tree)) this.changed.fire(undefined);
    else if (changed.length > 0) this.changed.fire(changed.map((id) => this.row(id)));
    this.decorate();
  }

  private build(): TreeModel {
    const entries = this.results.entries();
    this.uris = new Map(entries.map(({ uri }) => [uri.toString(), uri]));
    const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
    const files = entries.map(({ uri, result }): TreeFile => {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      const path = folder ? within(folder.uri.path, uri.path) : uri.path.replace(/^.*\//, '');
      return {
        key: uri.toString(),
        folder: several ? folder?.name : undefined,
        path,
        isTest: isTest(path),
        sites: result.sites,
      };
    });
    return buildTree(files, this.state.grouping, this.state.filter);
  }

  private decorate(): void {
    const { tree, scan, state, view } = this;
    const isEmpty = tree.roots.length === 0;
    // A message takes the place of the welcome, which offers what to do next.
    view.message = isEmpty || !scan.last ? '' : `${this.partial()}${findingsText(scan.summary())}`;
    view.description = state.isNarrowed ? t('{0} of {1}', tree.shown, tree.calls) : '';
    view.badge =
      tree.findings === 0
        ? undefined
        : { value: tree.findings, tooltip: t('{0} calls that do not handle a conflict', tree.findings) };
    void vscode.commands.executeCommand('setContext', 'guard409.empty', isEmpty ? this.emptiness() : 'no');
  }

  private partial(): string {
    const { last, isOutdated, isRunning } = this.scan;
    if (isRunning) return '';
    if (last?.cancelled) return `${t('Scan cancelled, so this is a part.')} `;
    return isOutdated ? `${t('The configuration has changed since the scan.')} ` : '';
  }

  private emptiness(): Emptiness {
    if (this.tree.findings > 0) return 'filtered';
    if (this.tree.calls > 0) return 'handled';
    return this.scan.last ? 'none' : 'start';
  }

  private uriOf(key: string): vscode.Uri {
    return this.uris.get(key) ?? vscode.Uri.parse(key);
  }

  private row(id: string): Row {
    let row = this.rows.get(id);
    if (!row) {
      row = { id };
      this.rows.set(id, row);
    }
    return row;
  }
}

function sameRows(a: TreeModel, b: TreeModel): boolean {
  return a.nodes.size === b.nodes.size && [...a.nodes.keys()].every((id) => b.nodes.has(id));
}
