/** A scan of the workspace: finds, reads and prefilters here, and has the rest judged. Nothing of the workspace is run. */
import * as vscode from 'vscode';
import type { EngineConfig } from '../../analysis/engine-config.js';
import type { FileResult, Problem } from '../../analysis/findings.js';
import { languageOf } from '../../analysis/languages/index.js';
import { MAX_FILE_BYTES } from '../../analysis/limits.js';
import { prefilter } from '../../analysis/prefilter.js';
import { t } from '../../l10n/t.js';
import { noSkips, type Skips } from '../../walk/choose.js';
import { decode, type SourceText, tooLarge } from '../../walk/decode.js';
import { compileFilesExclude, type FilesExclude } from '../../walk/files-exclude.js';
import { ignoreFiles } from '../../walk/ignore-files.js';
import type { Configurations } from '../configuration.js';
import { Neighbours } from '../neighbours.js';
import type { ScanEngine } from './scan-engine.js';
import { type FoundFile, workspaceFiles } from './workspace-files.js';

/** A file's result. */
export interface Scanned {
  uri: vscode.Uri;
  result: FileResult;
}

/** How a scan ended. */
export interface ScanReport {
  /** Every file that was read and judged. */
  uris: vscode.Uri[];
  skips: Skips;
  /** Files and folders that could not be read or judged. */
  problems: Problem[];
  cancelled: boolean;
}

export interface ScanOptions {
  folders: readonly vscode.WorkspaceFolder[];
  configurations: Configurations;
  engine: ScanEngine;
  /** As `Platform.ignoreCase`. */
  ignoreCase: boolean;
  token: vscode.CancellationToken;
  /** Takes results as they come, several at a time. */
  onResults: (results: Scanned[]) => void;
  /** Is told how many files have been read. */
  onProgress: (files: number) => void;
}

/** Files read and judged at the same time: enough to keep a worker busy while texts are on their way. */
const maxUnderWay = 16;

/** Results are handed on in groups, so that marks are not written file by file. In milliseconds. */
const handOnMs = 300;

/** Scans all folders. A file that cannot be judged becomes a problem, and the scan goes on. */
export async function scanFolders(options: ScanOptions): Promise<ScanReport> {
  const { token, folders } = options;
  const report: ScanReport = { uris: [], skips: noSkips(), problems: [], cancelled: false };
  const neighbours = new Neighbours();
  const enter = ignoreFiles(options.ignoreCase);
  const underWay = new Set<Promise<void>>();
  const collected = collector(options.onResults);
  const unreadable = (uri: vscode.Uri, error: unknown) =>
    report.problems.push({ file: uri.path, message: t('this folder cannot be read: {0}', messageOf(error)) });
  try {
    for (const { uri: folder } of folders) {
      const { engine: config, excludes, includes, disabled } = await options.configurations.rulesFor(folder);
      if (disabled) continue;
      const hidden = vscode.workspace.getConfiguration('files', folder).get<FilesExclude>('exclude', {});
      const rules = { excludes, includes, hides: compileFilesExclude(hidden, folder.path) };
      for await (const file of workspaceFiles({ folder, rules, enter, skips: report.skips, unreadable })) {
        // A folder of the workspace within this one has its own rules, and its turn.
        if (vscode.workspace.getWorkspaceFolder(file.uri)?.uri.toString() !== folder.toString()) continue;
        while (underWay.size >= maxUnderWay && !token.isCancellationRequested) await Promise.race(underWay);
        if (token.isCancellationRequested) break;
        const work: Promise<void> = judge(file, config, options.engine, neighbours).then((result) => {
          underWay.delete(work);
          if (token.isCancellationRequested) return;
          if (isScanned(result)) {
            report.uris.push(file.uri);
            collected.add({ uri: file.uri, result });
          }
          report.problems.push(...result.problems.filter((problem) => problem.line === undefined));
          options.onProgress(report.uris.length);
        });
        underWay.add(work);
      }
    }
    await Promise.race([Promise.all(underWay), cancelled(token)]);
  } finally {
    collected.end();
    neighbours.dispose();
  }
  report.problems.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ...report, cancelled: token.isCancellationRequested };
}

/**
 * Judges one file as it is now.
 *
 * @returns undefined where it is left out or cannot be read
 */
export async function scanFile(
  uri: vscode.Uri,
  configurations: Configurations,
  engine: ScanEngine,
): Promise<FileResult | undefined> {
  const language = languageOf(uri.path)?.id;
  const { engine: config, disabled, excludes, includes } = await configurations.rulesFor(uri);
  if (language === undefined || disabled || excludes(uri.path) || !includes(uri.path)) return undefined;
  const neighbours = new Neighbours();
  try {
    const result = await judge({ uri, language }, config, engine, neighbours);
    return isScanned(result) ? result : undefined;
  } finally {
    neighbours.dispose();
  }
}

/** False for a file that could not be read or judged: it is among the problems. */
function isScanned(result: FileResult): boolean {
  return result.stage !== 'skipped';
}

async function judge(
  { uri, language }: FoundFile,
  config: EngineConfig,
  engine: ScanEngine,
  neighbours: Neighbours,
): Promise<FileResult> {
  const file = uri.path;
  const nothing: FileResult = { file, language, sites: [], problems: [], stage: 'skipped' };
  const source = await read(uri);
  if (!source.ok) return { ...nothing, problems: [{ file, message: source.message }] };
  if (!prefilter(language, source.text, config.httpClients)) return { ...nothing, stage: 'prefiltered' };
  return engine.analyse(config, file, source.text, (path) => neighbours.read(uri.with({ path })));
}

/** A file's text as it is in the editor, if it is open there, with what was not saved. */
async function read(uri: vscode.Uri): Promise<SourceText> {
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open) return { ok: true, text: open.getText(), bytes: open.getText().length };
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MAX_FILE_BYTES) return tooLarge(size);
    return decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    return { ok: false, message: t('cannot be read: {0}', messageOf(error)), bytes: 0 };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function collector(handOn: (results: Scanned[]) => void): { add: (result: Scanned) => void; end: () => void } {
  let waiting: Scanned[] = [];
  let since = Date.now();
  const end = () => {
    if (waiting.length > 0) handOn(waiting);
    waiting = [];
    since = Date.now();
  };
  return {
    add: (result) => {
      waiting.push(result);
      if (Date.now() - since >= handOnMs) end();
    },
    end,
  };
}

/** Settles when the user has had enough. */
function cancelled(token: vscode.CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return Promise.resolve();
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
}
