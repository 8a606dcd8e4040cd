/** The extension's entry: makes the parts and ties them together. */
import * as vscode from 'vscode';
import { setTranslate, translator } from '../l10n/t.js';
import { registerAllActions } from './actions/all.js';
import type { FixHost } from './actions/fix-edits.js';
import { Analyses } from './analyses.js';
import { registerCodeLens } from './code-lens.js';
import { Conflicts } from './conflicts/index.js';
import { registerExamples } from './examples.js';
import { explainPanel, registerExplain, scenarioPages } from './explain.js';
import { followFiles } from './file-changes.js';
import { Findings } from './findings.js';
import { registerHover } from './hover.js';
import { LanguageStatus, type ShownStatus } from './language-status.js';
import { LiveDocuments } from './live-documents.js';
import { Marks } from './marks.js';
import { fileUri, followNotebooks } from './notebook/cells.js';
import { Pages } from './pages.js';
import type { ExplainPanel } from './panel/explain-panel.js';
import { Results } from './results.js';
import { anyHost, type Platform } from './scan/scan-engine.js';
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
  const report = (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    // In production the log is the place to look; under test nobody would.
    if (context.extensionMode !== vscode.ExtensionMode.Production) console.error(error);
  };
  const analyses = new Analyses(context.extensionUri);
  const { configurations, engines, grammars } = analyses;
  const results = new Results();
  const marks = new Marks(results);
  const documents = new LiveDocuments(analyses.begin, results, report);
  const findings = new Findings({ results, configurations, engines, platform }, context.workspaceState);
  const conflicts = new Conflicts(results);
  const pages = new Pages([whyPages(analyses), findings.page, ...conflicts.pages, scenarioPages]);
  const fixes: FixHost = { results, engine: analyses.engine, read: analyses.read };
  const panel = explainPanel(context, fixes, report);
  const status = new LanguageStatus(results);
  context.subscriptions.push(
    findings,
    findings.register(pages),
    log,
    analyses,
    results,
    marks,
    documents,
    followNotebooks((cells) => documents.again((document) => cells.has(document))),
    followFiles(results),
    configurations.onDidChange((affects) => {
      engines.clear();
      documents.restart((document) => affects(fileUri(document)));
    }),
    status,
    pages,
    panel,
    registerHover(results),
    registerCodeLens(results),
    vscode.commands.registerCommand('guard409.showLog', () => log.show()),
    registerExamples(context.extensionUri),
    registerWalkthrough(context.extension.id),
    registerAllActions(fixes),
    registerExplain(panel, results),
    registerWhy(pages),
    conflicts.register(pages),
  );
  return {
    grammarFilesRead: grammars.filesRead,
    wasmBytes: () => grammars.grammars.memoryBytes,
    languageStatus: () => status.shown,
    findings,
    results,
    panel,
  };
}
