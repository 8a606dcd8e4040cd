/** What documents are analysed with: an engine for each configuration in use, and what engines read. */
import type * as vscode from 'vscode';
import { Engine } from '../analysis/engine.js';
import type { WhySkipped } from '../analysis/findings.js';
import { t } from '../l10n/t.js';
import { offersFor } from '../phrasing/fix.js';
import { CodeAnalysis } from './code-analysis.js';
import { beginConfigAnalysis } from './config-analysis.js';
import { Configurations } from './configuration.js';
import { Engines } from './engines.js';
import { extensionGrammars } from './grammars.js';
import type { LiveAnalysis } from './live-documents.js';
import { Neighbours } from './neighbours.js';
import { CellAnalysis } from './notebook/cell-analysis.js';
import { fileUri, isCell } from './notebook/cells.js';
import { engineFile } from './selection.js';
import { Turns } from './turns.js';

export class Analyses implements vscode.Disposable {
  readonly configurations = new Configurations();
  readonly neighbours = new Neighbours();
  readonly engines: Engines;
  /** The grammars, and the names of those read so far. */
  readonly grammars: ReturnType<typeof extensionGrammars>;

  constructor(extensionUri: vscode.Uri) {
    this.grammars = extensionGrammars(extensionUri);
    const { grammars } = this.grammars;
    const turns = new Turns();
    this.engines = new Engines(
      (config) => new Engine({ grammars, config, t, run: turns.run, teach: true, offers: offersFor }),
    );
  }

  /** The engine configured for a document, or why it is left out. */
  readonly engineOrWhy = async (document: vscode.TextDocument): Promise<Engine | WhySkipped> => {
    const { engine, leftOut } = await this.configurations.effective(document);
    return leftOut ?? this.engines.get(engine);
  };

  /** The engine configured for a document; undefined where it is left out. */
  readonly engine = async (document: vscode.TextDocument): Promise<Engine | undefined> => {
    const found = await this.engineOrWhy(document);
    return typeof found === 'string' ? undefined : found;
  };

  /** The text of a file beside a document. */
  readonly read = (document: vscode.TextDocument, path: string): Promise<string | undefined> =>
    this.neighbours.read(fileUri(document).with({ path }));

  /** Begins the analysis of a document; undefined where none is wanted. */
  readonly begin = (document: vscode.TextDocument): LiveAnalysis | undefined => {
    const file = engineFile(document);
    if (file === undefined) return beginConfigAnalysis(document);
    const { engineOrWhy, neighbours } = this;
    if (isCell(document)) return new CellAnalysis({ document, engine: engineOrWhy, neighbours });
    return new CodeAnalysis({ document, file, engine: engineOrWhy(document), neighbours });
  };

  dispose(): void {
    this.configurations.dispose();
    this.neighbours.dispose();
  }
}
