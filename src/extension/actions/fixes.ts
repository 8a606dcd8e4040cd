/** The quick fixes that cure: offered from what the finding says, computed and proven when one is chosen. */
import * as vscode from 'vscode';
import type { Engine } from '../../analysis/engine.js';
import { isOpen } from '../../analysis/engine.js';
import type { FixId, Offer, Site } from '../../analysis/findings.js';
import { t } from '../../l10n/t.js';
import { computeFix } from '../../phrasing/fixer.js';
import type { TextEdit } from '../../phrasing/phrasing.js';
import type { Waits } from '../../remedies/waits.js';
import { isCell, sourceOf } from '../notebook/cells.js';
import type { Results } from '../results.js';
import { editorSelector } from '../selection.js';
import { isMarked, toRange } from '../to-diagnostic.js';

/** What computing a fix needs. */
export interface FixHost {
  results: Results;
  /** The engine configured for a document; undefined where it is left out. */
  engine(document: vscode.TextDocument): Promise<Engine | undefined>;
  read(document: vscode.TextDocument, path: string): Promise<string | undefined>;
}

const kind = vscode.CodeActionKind.QuickFix;

/** A fix that was offered, with what its edit is computed from. */
class FixAction extends vscode.CodeAction {
  constructor(
    readonly document: vscode.TextDocument,
    readonly version: number,
    readonly site: Site,
    readonly offer: Offer,
  ) {
    super(t('409 Guard: {0}', offer.title), kind);
  }
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
  const { document, version, site, offer } = action;
  if (document.version !== version) return;
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
  return (site.offers ?? []).map((offer, index) => {
    const action = new FixAction(document, document.version, site, offer);
    action.diagnostics = own;
    action.isPreferred = index === 0 && offer.safe && offer.cures;
    return action;
  });
}

/** The edits of a fix; undefined where it does not prove to cure, or reaches outside of the document. */
export async function computeEdits(
  host: FixHost,
  document: vscode.TextDocument,
  site: Site,
  fix: FixId,
  waits?: Waits,
): Promise<TextEdit[] | undefined> {
  const engine = await host.engine(document);
  const source = sourceOf(document);
  if (!engine || !source) return undefined;
  const { file, joined } = source;
  const found = { ...site, line: site.line + joined.linesBefore };
  const fixed = await computeFix(engine, file, joined.text, (path) => host.read(document, path), found, fix, waits);
  return fixed?.cured ? joined.editsOfLast(fixed.edits) : undefined;
}

/** @param preview opens the editor's own preview first, as it should for a fix that needs a decision */
export function workspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  offer: Offer,
  preview: boolean,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    if (!preview) edit.replace(document.uri, range, text);
    else edit.replace(document.uri, range, text, confirmed(offer));
  }
  return edit;
}

/** What the editor's preview says of a fix. */
function confirmed({ title, note }: Offer): vscode.WorkspaceEditEntryMetadata {
  return { label: title, needsConfirmation: true, ...(note === undefined ? {} : { description: note }) };
}
