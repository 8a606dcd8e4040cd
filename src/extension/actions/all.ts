/** Every kind of quick fix, the last ones first: the editor shows what was registered last before the others; with the commands behind them. */
import * as vscode from 'vscode';
import { registerFixAll } from './fix-all.js';
import type { FixHost } from './fix-edits.js';
import { registerFixes } from './fixes.js';
import { ignoreActions, registerIgnore } from './ignore.js';
import { mendActions, registerMend } from './mend.js';
import { registerActions } from './provider.js';
import { registerTeach, teachActions } from './teach.js';

/** Registers them. A new kind is a file of its own and a word here. */
export function registerAllActions(host: FixHost): vscode.Disposable {
  const { results } = host;
  return vscode.Disposable.from(
    // To ignore is the last resort, and stands last.
    registerActions(results, [mendActions, teachActions, ignoreActions]),
    registerFixAll(host),
    // Cures stand first.
    registerFixes(host),
    registerMend(),
    registerTeach(),
    registerIgnore(results),
  );
}
