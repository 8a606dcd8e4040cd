/**
 * "Start the lab" and "Stop the lab": the lab in the extension host, with its address in the status bar and its journal in
 * the output. Its file is read when it is first started; it ends with the window.
 */
import * as vscode from 'vscode';
import { columns, journalNotes, LAB_PORTS, type LabPlace, labAddresses, labClients } from '../../explain/lab-words.js';
import { t } from '../../l10n/t.js';
import type { JournalEntry, Lab } from '../../lab/index.js';

/** The manifest enables the commands by it. */
const runningKey = 'guard409.labRunning';

/** What the item in the status bar opens. No command for people to find: it is of use while the lab runs alone. */
const choicesCommand = 'guard409.labChoices';

export class LabInEditor implements vscode.Disposable {
  private running: { lab: Lab; item: vscode.StatusBarItem } | undefined;
  private journal: vscode.OutputChannel | undefined;
  /** Starts and stops come one after the other, however fast they are asked for. */
  private last: Promise<unknown> = Promise.resolve();
  private readonly commands: vscode.Disposable;

  constructor() {
    this.commands = vscode.Disposable.from(
      vscode.commands.registerCommand('guard409.startLab', () => this.inTurn(() => this.start())),
      vscode.commands.registerCommand('guard409.stopLab', () => this.inTurn(() => this.stop())),
      vscode.commands.registerCommand(choicesCommand, () => this.choose()),
    );
  }

  dispose(): void {
    this.commands.dispose();
    this.journal?.dispose();
    // The editor does not wait; a lab that is still on its way up is stopped when it is there.
    void this.inTurn(() => this.stop());
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Returns where it is. One that runs goes on. */
  private async start(): Promise<LabPlace> {
    const { lab } = this.running ?? (await this.begin());
    return { graphUrl: lab.graphUrl, cosmosUrl: lab.cosmosUrl, cosmosKey: lab.cosmosKey };
  }

  private async begin(): Promise<{ lab: Lab; item: vscode.StatusBarItem }> {
    if (!vscode.workspace.isTrusted) throw new Error(t('The lab can be started where the workspace is trusted.'));
    const { startLab, PortInUse } = await import('../../lab/index.js');
    this.journal ??= vscode.window.createOutputChannel(t('409 Guard: Lab'));
    const { journal } = this;
    const onEntry = (entry: JournalEntry) => journal.appendLine(journalLine(entry));
    const usual = { port: LAB_PORTS.graph, cosmosPort: LAB_PORTS.cosmos, onEntry };
    const lab = await startLab(usual).catch((error: unknown) => {
      // Another window has one, or another program: any free ports will do.
      if (error instanceof PortInUse) return startLab({ onEntry });
      throw error;
    });
    this.running = { lab, item: statusItem(lab) };
    journal.clear();
    journal.appendLine(greeting(lab));
    journal.show(true);
    await vscode.commands.executeCommand('setContext', runningKey, true);
    return this.running;
  }

  private async stop(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    running.item.dispose();
    await running.lab.close();
    this.journal?.appendLine(t('The lab is stopped.'));
    await vscode.commands.executeCommand('setContext', runningKey, false);
  }

  private async choose(): Promise<void> {
    const { running } = this;
    if (!running) return;
    const { graphUrl, cosmosUrl = '', cosmosKey } = running.lab;
    const copy = (text: string) => () => vscode.env.clipboard.writeText(text);
    const choices = [
      { label: `$(copy) ${t('Copy the address of Microsoft Graph')}`, description: graphUrl, act: copy(graphUrl) },
      { label: `$(copy) ${t('Copy the address of Azure Cosmos DB')}`, description: cosmosUrl, act: copy(cosmosUrl) },
      { label: `$(copy) ${t('Copy the key of Azure Cosmos DB')}`, description: cosmosKey, act: copy(cosmosKey) },
      { label: `$(output) ${t('Show the journal')}`, act: () => this.journal?.show() },
      { label: `$(clear-all) ${t('Forget everything that was created')}`, act: () => running.lab.reset() },
      { label: `$(beaker-stop) ${t('Stop the lab')}`, act: () => this.inTurn(() => this.stop()) },
    ];
    const picked = await vscode.window.showQuickPick(choices, { placeHolder: t('The lab runs at {0}', graphUrl) });
    await picked?.act();
  }
}

function statusItem({ graphUrl, cosmosUrl }: Lab): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('guard409.lab', vscode.StatusBarAlignment.Left);
  item.name = t('409 Guard: Lab');
  item.text = `$(beaker) ${t('Lab: {0}', new URL(graphUrl).host)}`;
  const tip = new vscode.MarkdownString();
  tip.appendText(
    t('The lab runs: Microsoft Graph and Bookings at {0}, Azure Cosmos DB at {1}.', graphUrl, `${cosmosUrl}`),
  );
  item.tooltip = tip;
  item.accessibilityInformation = { label: t('The lab runs at {0}', graphUrl), role: 'button' };
  item.command = choicesCommand;
  item.show();
  return item;
}

function greeting(lab: Lab): string {
  return [
    ...columns(labAddresses(lab, 'api')),
    '',
    t('Point your program at it:'),
    ...columns(labClients(lab)).map((line) => `  ${line}`),
    '',
    t('Nothing leaves this machine, and everything is forgotten at the end.'),
    '',
  ].join('\n');
}

function journalLine(entry: JournalEntry): string {
  const { time, status, method, path } = entry;
  return [time.slice(11, 23), status, method.padEnd(6), path, journalNotes(entry).join(' · ')].join('  ').trimEnd();
}
