/** An open source file: keeps the engine's view of it in step with the editor's. */
import type * as vscode from 'vscode';
import { Document } from '../analysis/document.js';
import type { Engine } from '../analysis/engine.js';
import type { FileResult, WhySkipped } from '../analysis/findings.js';
import { isTooLarge } from '../analysis/limits.js';
import { growth, toTextEdits } from './edits.js';
import type { LiveAnalysis } from './live-documents.js';
import type { Neighbours } from './neighbours.js';

/** What the analysis of a document needs. */
export interface CodeAnalysisOptions {
  document: vscode.TextDocument;
  /** Its name for the engine. */
  file: string;
  /** The engine configured for this document, or why it is left out. */
  engine: Promise<Engine | WhySkipped>;
  neighbours: Neighbours;
  /** Waits before trying again what took too long, in milliseconds. */
  waitsMs?: readonly number[];
}

/** The first file pays for starting the parser too, and the machine may be busy then: what took too long is tried again. */
const WAITS_MS = [0, 500, 2_000];

export class CodeAnalysis implements LiveAnalysis {
  private live: Document | undefined;
  private length = 0;
  private closed = false;
  /** The waits before trying again what took too long. */
  private readonly waits: number[];

  constructor(private readonly options: CodeAnalysisOptions) {
    this.waits = [...(options.waitsMs ?? WAITS_MS)];
  }

  change(event: vscode.TextDocumentChangeEvent): void {
    // Not opened yet: opening reads the whole text.
    if (!this.live) return;
    const text = event.document.getText();
    const expected = this.length + growth(event.contentChanges);
    this.length = text.length;
    // Another kind of line ends changes every offset and is not among the changes.
    if (text.length === expected) this.live.change(toTextEdits(event.contentChanges), text);
    else this.live.open(this.options.file, text);
  }

  async result(): Promise<FileResult> {
    const { engine: configured, file } = this.options;
    const engine = await configured;
    if (typeof engine === 'string') return skippedResult(file, engine);
    // Closed meanwhile: what would be kept now, nobody would free.
    if (this.closed) return { file, language: undefined, sites: [], problems: [], stage: 'skipped' };
    if (isTooLarge(this.options.document.getText())) {
      this.free();
      return skippedResult(file, 'too-large');
    }
    const live = this.live ?? this.begin(engine);
    const result = await live.result();
    const wait = result.skipped === 'timeout' ? this.waits.shift() : undefined;
    if (wait === undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return this.result();
  }

  dispose(): void {
    this.closed = true;
    this.free();
  }

  private free(): void {
    this.live?.dispose();
    this.live = undefined;
  }

  private begin(engine: Engine): Document {
    const { document, file, neighbours } = this.options;
    const text = document.getText();
    this.length = text.length;
    this.live = new Document(engine, (path) => neighbours.read(document.uri.with({ path })));
    this.live.open(file, text);
    return this.live;
  }
}

/** The result of a file that is left out. */
export function skippedResult(file: string, reason: WhySkipped): FileResult {
  return { file, language: undefined, sites: [], problems: [], stage: 'skipped', skipped: reason };
}
