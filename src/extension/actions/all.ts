/** Every kind of quick fix, in the order in which the editor shows them, with the commands behind them. */
import * as vscode from 'vscode';
import { registerFixAll } from './fix-all.js';
import { type FixHost, registerFixes } from './fixes.js';
import { ignoreActions, registerIgnore } from './ignore.js';
import { mendActions, registerMend } from './mend.js';
import { registerActions } from './provider.js';
import { registerTeach, teachActions } from './teach.js';

/** Registers them. A new kind is a file of its own and a word here. */
export function registerAllActions(host: FixHost): vscode.Disposable {
  const { results } = host;
  return vscode.Disposable.from(
    // Cures stand first.
    registerFixes(host),
    registerFixAll(host),
    // To ignore is the last resort, and stands last.
    registerActions(results, [mendActions, teachActions, ignoreActions]),
    registerMend(),
    registerTeach(),
    registerIgnore(results),
  );
}
