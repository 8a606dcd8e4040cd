/** A cell of a notebook as an analysed document: judged after the cells before it, and told what concerns it alone. */
import type * as vscode from 'vscode';
import type { Engine } from '../../analysis/engine.js';
import type { FileResult, WhySkipped } from '../../analysis/findings.js';
import { IGNORE_WORD } from '../../analysis/ignore-comments.js';
import { isTooLarge } from '../../analysis/limits.js';
import { mayCall } from '../../analysis/prefilter.js';
import { skippedResult } from '../code-analysis.js';
import type { LiveAnalysis } from '../live-documents.js';
import type { Neighbours } from '../neighbours.js';
import { documentLanguage } from '../selection.js';
import { fileUri, type Source, sourceOf } from './cells.js';

/** What the analysis of a cell needs. */
export interface CellAnalysisOptions {
  document: vscode.TextDocument;
  /** The engine configured for a document, or why it is left out. */
  engine: (document: vscode.TextDocument) => Promise<Engine | WhySkipped>;
  neighbours: Neighbours;
}

export class CellAnalysis implements LiveAnalysis {
  constructor(private readonly options: CellAnalysisOptions) {}

  /** Cells are short: they are read anew each time. */
  change(): void {}

  async result(): Promise<FileResult> {
    const { document, neighbours } = this.options;
    // A cell is opened before it is in its notebook, and closed after it was taken out.
    const engine = sourceOf(document) ? await this.options.engine(document) : undefined;
    const source = sourceOf(document);
    const language = documentLanguage(document)?.id;
    const nothing: FileResult = { file: document.uri.path, language, sites: [], problems: [], stage: 'skipped' };
    if (!source || !engine || language === undefined) return nothing;
    const { file, joined } = source;
    if (typeof engine === 'string') return skippedResult(file, engine);
    const own = document.getText();
    // A long notebook is not read once for each of its cells.
    if (!mayCall(language, own) && !own.includes(IGNORE_WORD)) {
      return { ...nothing, file, stage: 'prefiltered' };
    }
    if (isTooLarge(joined.text)) return skippedResult(file, 'too-large');
    const home = fileUri(document);
    const result = await engine.analyse(file, joined.text, (path) => neighbours.read(home.with({ path })));
    return joined.resultOfLast(result, (place) => addressOf(place, source, home).toString());
  }

  dispose(): void {}
}

function addressOf(place: string | number, { documents }: Source, home: vscode.Uri): vscode.Uri {
  if (typeof place === 'string') return home.with({ path: place });
  return documents[place]?.uri ?? home;
}
