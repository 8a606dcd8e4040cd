/** What can be asked of conflicts beside the marks: decode, explain here, compare, coverage, decisions, tools for agents. */
import * as vscode from 'vscode';
import type { PageSource, Pages } from '../pages.js';
import type { Results } from '../results.js';
import { registerExplainAtCursor } from './at-cursor.js';
import { DecodedErrors } from './decode-error.js';
import { overviewPages, registerOverview } from './overview.js';
import { registerRecordDecision } from './record-decision.js';
import { registerTools } from './tools.js';

export class Conflicts {
  private readonly decoded: DecodedErrors;
  /** The pages of all of them. */
  readonly pages: readonly PageSource[];

  constructor(private readonly results: Results) {
    this.decoded = new DecodedErrors(results);
    this.pages = [this.decoded.page, overviewPages(results)];
  }

  /** Registers the commands and tools. */
  register(pages: Pages): vscode.Disposable {
    return vscode.Disposable.from(
      this.decoded.register(pages),
      registerExplainAtCursor(this.results),
      registerOverview(pages),
      registerRecordDecision(),
      registerTools(this.results),
    );
  }
}
