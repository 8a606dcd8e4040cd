/** The commands of the workspace scan, its progress, its line in the status bar and its page. */
import * as vscode from 'vscode';
import type { Site } from '../../analysis/findings.js';
import { plural } from '../../l10n/plural.js';
import { phrases, t } from '../../l10n/t.js';
import { coverageText, findingsText } from '../../walk/scan-text.js';
import { type PageSource, type Pages, pagePath, titledUri } from '../pages.js';
import type { Results } from '../results.js';
import { summaryPage } from './summary-page.js';
import type { WorkspaceScan } from './workspace-scan.js';

const summaryFolder = 'scan-summary/';

const FILES = phrases(['{0} file', '{0} files']);
const FINDINGS = phrases(['409 Guard: {0} call', '409 Guard: {0} calls']);

/** The page about the last scan. */
export function scanPages(scan: WorkspaceScan): PageSource {
  return (uri) => (pagePath(uri).startsWith(summaryFolder) ? pageOf(scan) : undefined);
}

/** Registers `scanWorkspace`, `cancelScan`, `clearScan` and `showScanSummary`. */
export function registerScan(scan: WorkspaceScan, results: Results, pages: Pages): vscode.Disposable {
  const status = vscode.window.createStatusBarItem('guard409.scan', vscode.StatusBarAlignment.Left);
  status.name = t('409 Guard: last scan');
  status.command = 'guard409.showScanSummary';
  const update = () => {
    void vscode.commands.executeCommand('setContext', 'guard409.scanning', scan.isRunning);
    void vscode.commands.executeCommand('setContext', 'guard409.scanned', scan.last !== undefined);
    showStatus(status, scan);
  };
  return vscode.Disposable.from(
    status,
    scan.onDidChange(update),
    results.onDidChange(() => {
      if (scan.last && !scan.isRunning) showStatus(status, scan);
    }),
    vscode.commands.registerCommand('guard409.scanWorkspace', () => scanWithProgress(scan)),
    vscode.commands.registerCommand('guard409.cancelScan', () => scan.cancel()),
    vscode.commands.registerCommand('guard409.clearScan', () => scan.clear()),
    vscode.commands.registerCommand('guard409.showScanSummary', () =>
      pages.show(titledUri(summaryFolder, t('Scan of the workspace'))),
    ),
  );
}

/** Scans, with a notification that can cancel it: the user has asked. It goes away by itself. */
async function scanWithProgress(scan: WorkspaceScan): Promise<void> {
  // The tree fills while the scan goes on; whoever types somewhere keeps the focus there.
  void vscode.commands.executeCommand('guard409.findings.focus', { preserveFocus: true });
  if (scan.isRunning) return;
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('409 Guard: scanning the workspace'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => scan.cancel());
    let shown = 0;
    await scan.run((files) => {
      // A message for each file would keep the editor busier than the scan.
      if (Date.now() - shown < 100) return;
      shown = Date.now();
      progress.report({ message: plural(files, FILES) });
    });
  });
}

function showStatus(status: vscode.StatusBarItem, scan: WorkspaceScan): void {
  const { last } = scan;
  if (!last) {
    status.hide();
    return;
  }
  const summary = scan.summary();
  const lines = [findingsText(summary), coverageText({ ...last, files: last.uris.length })];
  if (scan.isOutdated) lines.push(t('The configuration has changed since this scan.'));
  status.text = `$(shield) ${plural(summary.calls - summary.silent, FINDINGS)}`;
  status.tooltip = lines.join('\n');
  status.accessibilityInformation = { label: `${plural(summary.calls - summary.silent, FINDINGS)}. ${lines[0]}` };
  status.show();
}

function pageOf(scan: WorkspaceScan): string {
  const { last } = scan;
  if (!last) return `# ${t('Scan of the workspace')}\n\n${t('The workspace has not been scanned.')}\n`;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const place = (site: Site) => {
    const folder = folders.find(({ uri }) => site.file.startsWith(`${uri.path}/`));
    const uri = (folder?.uri ?? vscode.Uri.file('/')).with({ path: site.file });
    return `${vscode.workspace.asRelativePath(uri)}:${site.line}`;
  };
  const problems = last.problems.map(({ file, message }) => ({ file: vscode.workspace.asRelativePath(file), message }));
  return summaryPage(scan.summary(), { ...last, files: last.uris.length, problems }, place);
}
