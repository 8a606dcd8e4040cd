/** The extension's entry: makes the parts and ties them together. */
import * as vscode from 'vscode';
import { Engine } from '../analysis/engine.js';
import type { WhySkipped } from '../analysis/findings.js';
import { setTranslate, t, translator } from '../l10n/t.js';
import { offersFor } from '../phrasing/fix.js';
import { registerAllActions } from './actions/all.js';
import type { FixHost } from './actions/fixes.js';
import { CodeAnalysis } from './code-analysis.js';
import { registerCodeLens } from './code-lens.js';
import { beginConfigAnalysis } from './config-analysis.js';
import { Configurations } from './configuration.js';
import { Conflicts } from './conflicts/index.js';
import { Engines } from './engines.js';
import { registerExamples } from './examples.js';
import { explainPanel, registerExplain, scenarioPages } from './explain.js';
import { followFiles } from './file-changes.js';
import { Findings } from './findings.js';
import { extensionGrammars } from './grammars.js';
import { registerHover } from './hover.js';
import { LanguageStatus, type ShownStatus } from './language-status.js';
import { type LiveAnalysis, LiveDocuments } from './live-documents.js';
import { Marks } from './marks.js';
import { Neighbours } from './neighbours.js';
import { CellAnalysis } from './notebook/cell-analysis.js';
import { fileUri, followNotebooks, isCell } from './notebook/cells.js';
import { Pages } from './pages.js';
import type { ExplainPanel } from './panel/explain-panel.js';
import { Results } from './results.js';
import { anyHost, type Platform } from './scan/scan-engine.js';
import { engineFile } from './selection.js';
import { Turns } from './turns.js';
import { registerWalkthrough } from './walkthrough.js';
import { registerWhy, whyPages } from './why.js';

/** What other extensions, and the tests, can see. */
export interface Guard409Api {
  /** The scan of the workspace and the tree of findings. */
  findings: Findings;
  /** What is known of every file. */
  results: Results;
  /** The explainer. */
  panel: ExplainPanel;
  /** Names of the grammar files read so far. */
  grammarFilesRead(): string[];
  /** Size of the memory that trees are kept in, in bytes. */
  wasmBytes(): number;
  /** What the language status item shows; undefined while there is none. */
  languageStatus(): ShownStatus | undefined;
}

/** @param platform what a scan runs on; the entry for hosts with Node has threads */
export function activate(context: vscode.ExtensionContext, platform: Platform = anyHost): Guard409Api {
  setTranslate(translator(vscode.l10n.bundle ?? {}));
  const log = vscode.window.createOutputChannel('409 Guard', { log: true });
  const { grammars, filesRead } = extensionGrammars(context.extensionUri);
  const turns = new Turns();
  const engines = new Engines(
    (config) => new Engine({ grammars, config, t, run: turns.run, teach: true, offers: offersFor }),
  );
  const configurations = new Configurations();
  const neighbours = new Neighbours();

  const engineFor = async (document: vscode.TextDocument): Promise<Engine | WhySkipped> => {
    const { engine, leftOut } = await configurations.effective(document);
    return leftOut ?? engines.get(engine);
  };
  const report = (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    // In production the log is the place to look; under test nobody would.
    if (context.extensionMode !== vscode.ExtensionMode.Production) console.error(error);
  };
  const begin = (document: vscode.TextDocument): LiveAnalysis | undefined => {
    const file = engineFile(document);
    if (file === undefined) return beginConfigAnalysis(document);
    if (isCell(document)) return new CellAnalysis({ document, engine: engineFor, neighbours });
    return new CodeAnalysis({ document, file, engine: engineFor(document), neighbours });
  };
  const results = new Results();
  const findings = new Findings({ results, configurations, engines, platform }, context.workspaceState);
  const conflicts = new Conflicts(results);
  const whys = whyPages({ configurations, engines, neighbours });
  const pages = new Pages([whys, findings.page, ...conflicts.pages, scenarioPages]);
  const marks = new Marks(results);
  const status = new LanguageStatus(results);
  const fixes: FixHost = {
    results,
    engine: async (document) => asEngine(await engineFor(document)),
    read: (document, path) => neighbours.read(fileUri(document).with({ path })),
  };
  const panel = explainPanel(context, fixes, report);
  const documents = new LiveDocuments(begin, results, report);
  context.subscriptions.push(
    findings,
    findings.register(pages),
    log,
    configurations,
    neighbours,
    results,
    marks,
    documents,
    followNotebooks((cells) => documents.again((document) => cells.has(document))),
    followFiles(results),
    registerHover(results),
    registerCodeLens(results),
    status,
    vscode.commands.registerCommand('guard409.showLog', () => log.show()),
    configurations.onDidChange((affects) => {
      engines.clear();
      documents.restart((document) => affects(fileUri(document)));
    }),
    registerExamples(context.extensionUri),
    registerWalkthrough(context.extension.id),
    registerAllActions(fixes),
    pages,
    panel,
    registerExplain(panel, results),
    registerWhy(pages),
    conflicts.register(pages),
  );
  return {
    grammarFilesRead: filesRead,
    wasmBytes: () => grammars.memoryBytes,
    languageStatus: () => status.shown,
    findings,
    results,
    panel,
  };
}

function asEngine(engine: Engine | WhySkipped): Engine | undefined {
  return typeof engine === 'string' ? undefined : engine;
}
