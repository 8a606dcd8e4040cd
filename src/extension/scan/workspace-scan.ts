/** The scan of this window: at most one at a time, its results among the others, and how the last one ended. */
import * as vscode from 'vscode';
import { type Summary, summarise } from '../../analysis/summarise.js';
import type { Configurations } from '../configuration.js';
import type { Engines } from '../engines.js';
import type { Results } from '../results.js';
import { type ScanReport, scanFile, scanFolders } from './scan.js';
import { anyHost, type Platform } from './scan-engine.js';

export interface WorkspaceScanParts {
  results: Results;
  configurations: Configurations;
  engines: Engines;
  platform: Platform;
}

export class WorkspaceScan implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: vscode.Disposable[];
  private cancellation: vscode.CancellationTokenSource | undefined;
  private ended: ScanReport | undefined;
  private outdated = false;

  /** Fires when a scan begins or ends, and when its results are dropped or no longer hold. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: WorkspaceScanParts) {
    this.subscriptions = [
      parts.configurations.onDidChange(() => {
        if (!this.ended) return;
        this.outdated = true;
        this.changed.fire();
      }),
      parts.results.onDidDoubt((uri) => this.again(uri)),
    ];
  }

  /** How the last scan ended; undefined before the first one and after its results were dropped. */
  get last(): ScanReport | undefined {
    return this.ended;
  }

  /** The configuration has changed since the last scan. */
  get isOutdated(): boolean {
    return this.outdated;
  }

  get isRunning(): boolean {
    return this.cancellation !== undefined;
  }

  /** What is known of all files now: what was fixed since the scan is no longer counted. */
  summary(): Summary {
    return summarise(this.parts.results.entries().map((entry) => entry.result));
  }

  /**
   * Scans all folders. The results take the place of those of earlier scans; those of a cancelled one are added to them.
   *
   * @param onProgress is told how many files have been read
   * @returns undefined where a scan is under way already
   */
  async run(onProgress: (files: number) => void): Promise<ScanReport | undefined> {
    if (this.cancellation) return undefined;
    const { results, configurations, engines, platform } = this.parts;
    const cancellation = new vscode.CancellationTokenSource();
    this.cancellation = cancellation;
    this.changed.fire();
    const engine = platform.scanEngine(engines);
    try {
      const report = await scanFolders({
        folders: vscode.workspace.workspaceFolders ?? [],
        configurations,
        engine,
        ignoreCase: platform.ignoreCase,
        token: cancellation.token,
        onResults: (found) => results.setScanned(found),
        onProgress,
      });
      if (!report.cancelled) {
        const read = new Set(report.uris.map(String));
        results.clearScanned((uri) => read.has(uri.toString()));
      }
      this.ended = report;
      this.outdated = false;
      return report;
    } finally {
      await engine.dispose();
      this.cancellation = undefined;
      cancellation.dispose();
      this.changed.fire();
    }
  }

  /** Ends the scan under way. What it has found stays. */
  cancel(): void {
    this.cancellation?.cancel();
  }

  /** Drops the results of scans. Those of open documents stay. */
  clear(): void {
    this.cancel();
    this.ended = undefined;
    this.parts.results.clearScanned();
    this.changed.fire();
  }

  /** One file is judged here, without a thread. */
  private async again(uri: vscode.Uri): Promise<void> {
    const { results, configurations, engines } = this.parts;
    const result = await scanFile(uri, configurations, anyHost.scanEngine(engines));
    // Cleared meanwhile: nothing is kept of scans any more.
    if (!results.isScanned(uri)) return;
    if (result) results.setScanned([{ uri, result }]);
    else results.clearScanned((other) => other.toString() !== uri.toString());
  }

  dispose(): void {
    this.cancel();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.changed.dispose();
  }
}
