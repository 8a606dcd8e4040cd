/** The configuration file itself as an analysed document: its errors are marked where they stand. */
import type * as vscode from 'vscode';
import type { FileResult } from '../analysis/findings.js';
import { CONFIG_FILE } from '../config/config.js';
import { checkConfig } from './configuration.js';
import type { LiveAnalysis } from './live-documents.js';

/** Begins the analysis if the document is a configuration file. */
export function beginConfigAnalysis(document: vscode.TextDocument): LiveAnalysis | undefined {
  const { path } = document.uri;
  if (!path.endsWith(`/${CONFIG_FILE}`)) return undefined;
  const folder = path.slice(0, -CONFIG_FILE.length - 1);
  return {
    // The text is short and read anew each time.
    change() {},
    async result(): Promise<FileResult> {
      const parsed = checkConfig(document.getText(), folder);
      const problems = parsed.ok ? [] : parsed.errors.map((error) => ({ file: path, ...error }));
      return { file: path, language: undefined, sites: [], problems, stage: 'analysed' };
    },
    dispose() {},
  };
}
