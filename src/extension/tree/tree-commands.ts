/** The commands of the tree: grouping, filter, and what can be done with a finding. */
import * as vscode from 'vscode';
import { t } from '../../l10n/t.js';
import { callKey } from '../panel/call-key.js';
import type { FindingsTree, Row } from './findings-tree.js';
import { asMarkdown } from './markdown.js';
import type { Filter } from './model.js';
import type { ViewState } from './view-state.js';

/** Registers the commands. Those for rows take the row and, where several are selected, all of them. */
export function registerTreeCommands(tree: FindingsTree, state: ViewState): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('guard409.groupByService', () => state.group('service')),
    vscode.commands.registerCommand('guard409.groupByCause', () => state.group('cause')),
    vscode.commands.registerCommand('guard409.groupByFile', () => state.group('file')),
    vscode.commands.registerCommand('guard409.groupByVerdict', () => state.group('verdict')),
    vscode.commands.registerCommand('guard409.filterFindings', (change?: Partial<Filter>) => filter(state, change)),
    vscode.commands.registerCommand('guard409.showHandled', () => state.setFilter({ ...state.filter, handled: true })),
    vscode.commands.registerCommand('guard409.explainFinding', (row?: Row) => {
      const call = row && tree.calls([row])[0];
      const key = call && callKey(call.uri, call.site);
      return vscode.commands.executeCommand('guard409.explain', call?.site.rule, key);
    }),
    vscode.commands.registerCommand('guard409.copyFindings', async (row?: Row, selected?: Row[]) => {
      const rows = selected && selected.length > 0 ? selected : row ? [row] : tree.getChildren();
      await vscode.env.clipboard.writeText(asMarkdown(tree.calls(rows)));
    }),
  );
}

/** Asks what is shown, or takes the change it is given. */
async function filter(state: ViewState, change?: Partial<Filter>): Promise<void> {
  if (change) return state.setFilter({ ...state.filter, ...change });
  const choices: (vscode.QuickPickItem & { key: keyof Filter })[] = [
    { key: 'warnings', label: t('Only warnings and errors') },
    { key: 'noTests', label: t('Hide tests and samples') },
    { key: 'certain', label: t('Only where the evidence is certain') },
    { key: 'handled', label: t('Include handled and exempted calls') },
  ];
  const items = choices.map((item) => ({ ...item, picked: state.filter[item.key] }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: t('Which calls are shown?'),
  });
  if (!picked) return undefined;
  const keys = picked.map((item) => item.key);
  const has = (key: keyof Filter) => keys.includes(key);
  return state.setFilter({
    warnings: has('warnings'),
    noTests: has('noTests'),
    certain: has('certain'),
    handled: has('handled'),
  });
}
