/** Open documents: each is analysed when it opens and when typing rests, and its newest result goes to the results. */
import * as vscode from 'vscode';
import type { FileResult } from '../analysis/findings.js';
import type { Results } from './results.js';
import { documentLanguage, isWritten } from './selection.js';

/** The analysis of one open document. */
export interface LiveAnalysis {
  /** Takes over a change of the document, which has happened already. */
  change(event: vscode.TextDocumentChangeEvent): void;
  /** Analyses the text as it is now. */
  result(): Promise<FileResult>;
  dispose(): void;
}

/** Begins the analysis of a document; undefined where none is wanted. */
export type BeginAnalysis = (document: vscode.TextDocument) => LiveAnalysis | undefined;

interface Tracked {
  analysis: LiveAnalysis;
  timer: NodeJS.Timeout | undefined;
  /** Counts what it was scheduled for: a result that is overtaken while it is made is no longer wanted. */
  round: number;
}

/** Time without typing after which a document is analysed. */
const quietMs = 200;

export class LiveDocuments implements vscode.Disposable {
  private readonly tracked = new Map<vscode.TextDocument, Tracked>();
  private readonly subscriptions: vscode.Disposable[];

  /** @param report is told of errors, which must never reach the user as a broken editor */
  constructor(
    private readonly begin: BeginAnalysis,
    private readonly results: Results,
    private readonly report: (error: unknown) => void,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.open(document)),
      vscode.workspace.onDidChangeTextDocument((event) => this.change(event)),
      vscode.workspace.onDidCloseTextDocument((document) => this.close(document)),
      // What was saved may be imported by what is open.
      vscode.workspace.onDidSaveTextDocument((saved) => {
        if (documentLanguage(saved)) this.again((document) => document !== saved);
      }),
    ];
    this.openAll();
  }

  /** Begins anew with open documents, after something that counts for them but stands elsewhere has changed. */
  restart(affected: (document: vscode.TextDocument) => boolean): void {
    const before = [...this.tracked.keys()].filter(affected);
    // What is shown stays until there is something newer, so that nothing flickers.
    for (const document of before) this.stop(document);
    this.openAll();
    for (const document of before) if (!this.tracked.has(document)) this.results.closeLive(document);
  }

  /** Judges documents again soon, after something else than their own text has changed. */
  again(wanted: (document: vscode.TextDocument) => boolean): void {
    for (const document of this.tracked.keys()) if (wanted(document)) this.schedule(document, quietMs);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const document of [...this.tracked.keys()]) this.stop(document);
  }

  private openAll(): void {
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  private open(document: vscode.TextDocument): void {
    if (this.tracked.has(document) || !isWritten(document)) return;
    const analysis = this.begin(document);
    if (!analysis) return;
    this.tracked.set(document, { analysis, timer: undefined, round: 0 });
    this.schedule(document, 0);
  }

  private change(event: vscode.TextDocumentChangeEvent): void {
    const tracked = this.tracked.get(event.document);
    // A document that turned dirty or clean fires too, without changes.
    if (!tracked || event.contentChanges.length === 0) return;
    tracked.analysis.change(event);
    this.schedule(event.document, quietMs);
  }

  private close(document: vscode.TextDocument): void {
    this.stop(document);
    this.results.closeLive(document);
  }

  private stop(document: vscode.TextDocument): void {
    const tracked = this.tracked.get(document);
    if (!tracked) return;
    clearTimeout(tracked.timer);
    this.tracked.delete(document);
    tracked.analysis.dispose();
  }

  private schedule(document: vscode.TextDocument, delayMs: number): void {
    const tracked = this.tracked.get(document);
    if (!tracked) return;
    clearTimeout(tracked.timer);
    tracked.round++;
    tracked.timer = setTimeout(() => {
      this.update(document, tracked).catch(this.report);
    }, delayMs);
  }

  private async update(document: vscode.TextDocument, tracked: Tracked): Promise<void> {
    const { version } = document;
    const { round } = tracked;
    const result = await tracked.analysis.result();
    // Typed on, closed or restarted in the meantime: another result is on its way, or none is wanted.
    if (this.tracked.get(document) !== tracked || document.version !== version || tracked.round !== round) return;
    this.results.setLive(document, version, result);
    for (const problem of result.problems) {
      if (problem.line === undefined) this.report(new Error(`${problem.file}: ${problem.message}`));
    }
  }
}
