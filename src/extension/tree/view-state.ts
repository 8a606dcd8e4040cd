/** How the tree is grouped and filtered: kept for the workspace, and told to the menus. */
import * as vscode from 'vscode';
import { type Filter, GROUPINGS, type Grouping } from './model.js';

const groupingKey = 'guard409.tree.grouping';
const filterKey = 'guard409.tree.filter';

/** What is shown before anybody has chosen. */
const noFilter: Filter = { warnings: false, noTests: false, certain: false, handled: false };

export class ViewState implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memento: vscode.Memento) {
    this.tellMenus();
  }

  get grouping(): Grouping {
    const kept = this.memento.get<string>(groupingKey);
    return GROUPINGS.find((grouping) => grouping === kept) ?? 'service';
  }

  get filter(): Filter {
    return { ...noFilter, ...this.memento.get<Partial<Filter>>(filterKey) };
  }

  /** True where the filter hides findings. */
  get isNarrowed(): boolean {
    const { warnings, noTests, certain } = this.filter;
    return warnings || noTests || certain;
  }

  async group(grouping: Grouping): Promise<void> {
    await this.memento.update(groupingKey, grouping);
    this.tell();
  }

  async setFilter(filter: Filter): Promise<void> {
    await this.memento.update(filterKey, filter);
    this.tell();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private tell(): void {
    this.tellMenus();
    this.changed.fire();
  }

  private tellMenus(): void {
    void vscode.commands.executeCommand('setContext', 'guard409.grouping', this.grouping);
    void vscode.commands.executeCommand('setContext', 'guard409.filtered', this.isNarrowed);
  }
}
