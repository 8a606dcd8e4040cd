/** An optional line above each call that says what becomes of its conflict. Off unless a setting asks for it. */
import * as vscode from 'vscode';
import type { FileResult, Site } from '../analysis/findings.js';
import { lensTitle } from '../explain/lens-title.js';
import { callKey } from './panel/call-key.js';
import type { Results } from './results.js';
import { codeSelector } from './selection.js';
import { toRange } from './to-diagnostic.js';

/** Values of the setting `guard409.codeLens`. */
type Shown = 'off' | 'marked' | 'all';

/** Registers the provider while the setting asks for it: otherwise the editor is not even told of one. */
export function registerCodeLens(results: Results): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const follow = () => {
    registered?.dispose();
    const shown = vscode.workspace.getConfiguration('guard409').get<Shown>('codeLens', 'off');
    registered = shown === 'off' ? undefined : provide(results, shown);
  };
  follow();
  const subscription = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('guard409.codeLens')) follow();
  });
  return { dispose: () => vscode.Disposable.from(subscription, registered ?? { dispose() {} }).dispose() };
}

function provide(results: Results, shown: Shown): vscode.Disposable {
  const refresh = new vscode.EventEmitter<void>();
  const subscription = results.onDidChange(() => refresh.fire());
  const provider = vscode.languages.registerCodeLensProvider(codeSelector, {
    onDidChangeCodeLenses: refresh.event,
    async provideCodeLenses(document, token) {
      const result = await nextResult(results, document, token);
      const shownSites = result?.sites.filter((site) => shown === 'all' || isMarked(site));
      return shownSites?.map((site) => toLens(site, document));
    },
  });
  return vscode.Disposable.from(subscription, provider, refresh);
}

/**
 * The result for the text as it is, now or when it comes. Until then the editor keeps the lenses it has and moves them with
 * the text; an answer without them would make the lines jump at every key.
 */
function nextResult(
  results: Results,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<FileResult | undefined> {
  return new Promise((resolve) => {
    const subscriptions: vscode.Disposable[] = [];
    const end = (result: FileResult | undefined) => {
      for (const subscription of subscriptions) subscription.dispose();
      resolve(result);
    };
    const look = () => {
      const result = results.current(document);
      if (result || document.isClosed) end(result);
    };
    subscriptions.push(
      results.onDidChange(look),
      token.onCancellationRequested(() => end(undefined)),
    );
    look();
  });
}

const isMarked = (site: Site): boolean => site.severity !== 'none' && site.ignored === undefined;

function toLens(site: Site, document: vscode.TextDocument): vscode.CodeLens {
  return new vscode.CodeLens(toRange(site), {
    title: lensTitle(site),
    command: 'guard409.explain',
    arguments: [site.rule, callKey(document.uri, site)],
  });
}
