/** All findings of the workspace: the scan, the tree that shows its results and those of open documents, and their commands. */
import * as vscode from 'vscode';
import type { PageSource, Pages } from './pages.js';
import { registerScan, scanPages } from './scan/scan-commands.js';
import { WorkspaceScan, type WorkspaceScanParts } from './scan/workspace-scan.js';
import { FindingsTree } from './tree/findings-tree.js';
import { registerTreeCommands } from './tree/tree-commands.js';
import { ViewState } from './tree/view-state.js';

export class Findings implements vscode.Disposable {
  readonly scan: WorkspaceScan;
  readonly tree: FindingsTree;
  /** The page about the last scan. */
  readonly page: PageSource;
  private readonly state: ViewState;

  /** @param memento keeps how the tree is grouped and filtered */
  constructor(
    private readonly parts: WorkspaceScanParts,
    memento: vscode.Memento,
  ) {
    this.scan = new WorkspaceScan(parts);
    this.state = new ViewState(memento);
    this.tree = new FindingsTree(parts.results, this.scan, this.state);
    this.page = scanPages(this.scan);
  }

  /** Registers the commands. */
  register(pages: Pages): vscode.Disposable {
    return vscode.Disposable.from(
      registerScan(this.scan, this.parts.results, pages),
      registerTreeCommands(this.tree, this.state),
    );
  }

  dispose(): void {
    this.tree.dispose();
    this.state.dispose();
    this.scan.dispose();
  }
}
