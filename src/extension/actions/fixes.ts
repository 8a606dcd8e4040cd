/** The quick fixes that cure: offered from what the finding says, computed and proven when one is chosen. */
import * as vscode from 'vscode';
import { isOpen } from '../../analysis/engine.js';
import type { Offer, Site } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { isCell } from '../notebook/cells.js';
import { editorSelector } from '../selection.js';
import { isMarked, toRange } from '../to-diagnostic.js';
import { computeEdits, type FixHost, workspaceEdit } from './fix-edits.js';
import { homeEdit } from './home-edit.js';

const kind = vscode.CodeActionKind.QuickFix;

/** A fix that was offered, with what its edit is computed from. */
class FixAction extends vscode.CodeAction {
  constructor(
    readonly document: vscode.TextDocument,
    readonly version: number,
    readonly site: Site,
    readonly offer: Offer,
    /** The path of the file its helper goes into, if not into the document. */
    readonly home?: string,
  ) {
    super(titleOf(document, offer, home), kind);
  }
}

function titleOf(document: vscode.TextDocument, { title }: Offer, home: string | undefined): string {
  if (home === undefined) return t('409 Guard: {0}', title);
  const file = vscode.workspace.asRelativePath(document.uri.with({ path: home }), false);
  return t('409 Guard: {0}, for the whole project in {1}', title, file);
}

/** Registers them. Two steps, since the editor asks on every move of the cursor. */
export function registerFixes(host: FixHost): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context) {
      if (context.only && !context.only.contains(kind)) return undefined;
      const result = host.results.current(document);
      const actions = result?.sites
        .filter((site) => isMarked(site) && isOpen(site) && toRange(site).intersection(range))
        .flatMap((site) => actionsOf(document, site, context.diagnostics));
      return actions && isCell(document) ? withinCell(host, actions) : actions;
    },
    async resolveCodeAction(action) {
      if (action instanceof FixAction && !action.edit) await resolve(host, action);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(editorSelector, provider, { providedCodeActionKinds: [kind] });
}

async function resolve(host: FixHost, action: FixAction): Promise<void> {
  const { document, version, site, offer, home } = action;
  if (document.version !== version) return;
  if (home !== undefined) {
    const edit = await homeEdit(host, document, site, offer, home);
    if (edit && document.version === version) action.edit = edit;
    return;
  }
  const edits = await computeEdits(host, document, site, offer.fix);
  if (edits && document.version === version) action.edit = workspaceEdit(document, edits, offer, !offer.safe);
}

/** What came of an offer in a cell. Every result makes offers anew. */
const resolvedInCell = new WeakMap<Offer, Promise<vscode.WorkspaceEdit | undefined>>();

/** What a fix writes may belong in an earlier cell, which only its edits tell: in a cell they are computed at once. */
async function withinCell(host: FixHost, actions: readonly FixAction[]): Promise<FixAction[]> {
  const fitting = actions.map(async (action) => {
    const edit = resolvedInCell.get(action.offer) ?? resolve(host, action).then(() => action.edit);
    resolvedInCell.set(action.offer, edit);
    const known = await edit;
    if (known) action.edit = known;
    return known ? [action] : [];
  });
  return (await Promise.all(fitting)).flat();
}

function actionsOf(document: vscode.TextDocument, site: Site, diagnostics: readonly vscode.Diagnostic[]): FixAction[] {
  const own = diagnostics.filter(({ source, range }) => source === 'guard409' && range.isEqual(toRange(site)));
  return (site.offers ?? []).flatMap((offer, index) => {
    const action = new FixAction(document, document.version, site, offer);
    action.diagnostics = own;
    action.isPreferred = index === 0 && offer.safe && offer.cures;
    if (offer.home === undefined || isCell(document)) return [action];
    const shared = new FixAction(document, document.version, site, offer, offer.home);
    shared.diagnostics = own;
    return [action, shared];
  });
}
