/** Every kind of quick fix, in the order in which the editor shows them, with the commands behind them. */
import * as vscode from 'vscode';
import type { Results } from '../results.js';
import { ignoreActions, registerIgnore } from './ignore.js';
import { mendActions, registerMend } from './mend.js';
import { registerActions } from './provider.js';
import { registerTeach, teachActions } from './teach.js';

/** Registers them. A new kind is a file of its own and a word here. */
export function registerAllActions(results: Results): vscode.Disposable {
  return vscode.Disposable.from(
    // To ignore is the last resort, and stands last.
    registerActions(results, [mendActions, teachActions, ignoreActions]),
    registerMend(),
    registerTeach(),
    registerIgnore(results),
  );
}
