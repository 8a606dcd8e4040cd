/** What the panel's buttons do with a fix: apply it by way of the editor's preview, copy it, show it before and after. */
import * as vscode from 'vscode';
import type { Offer } from '../../analysis/findings.js';
import { changeLines } from '../../explain/change-lines.js';
import { t } from '../../l10n/t.js';
import { limited } from '../../panel/back-off.js';
import type { BackOffSettings, ChangeLine } from '../../panel/protocol.js';
import type { TextEdit } from '../../phrasing/phrasing.js';
import { secondsInAll, type Waits } from '../../remedies/waits.js';
import { computeEdits, type FixHost, workspaceEdit } from '../actions/fix-edits.js';
import type { FoundSite } from './workspace-view.js';

/** A fix that the page asks for, with the waits its plot shows. */
export interface WantedFix {
  fix: string;
  waits?: BackOffSettings;
}

/** A fix that was computed and proven for the text as it is. */
interface Computed {
  document: vscode.TextDocument;
  version: number;
  offer: Offer;
  edits: TextEdit[];
}

/** The fix of a call that the panel names; undefined where it is not offered there or does not prove to cure. */
async function computed(
  host: FixHost,
  { uri, site }: FoundSite,
  { fix, waits }: WantedFix,
): Promise<Computed | undefined> {
  const own = site.offers?.find((one) => one.fix === fix);
  if (!own) return undefined;
  const chosen = own.fix === 'back-off-and-retry' && waits ? chosenWaits(waits) : undefined;
  const offer = chosen ? { ...own, title: chosenTitle(chosen) } : own;
  const document = await vscode.workspace.openTextDocument(uri);
  const { version } = document;
  const edits = await computeEdits(host, document, site, offer.fix, chosen);
  return edits && { document, version, offer, edits };
}

/** The plot's settings as the remedies know them. What the page sends is kept within the limits of its controls. */
function chosenWaits(settings: BackOffSettings): Waits {
  const { base, factor, cap, attempts, jitter } = limited(settings);
  return { base: Math.round(base * 1000), factor, cap: Math.round(cap * 1000), attempts, jitter };
}

function chosenTitle(waits: Waits): string {
  return t('Wait and try again as chosen: {0} attempts within {1} seconds', waits.attempts, secondsInAll(waits));
}

/** Opens the preview of a fix at its call. Returns what there is to say. */
export async function applyFix(host: FixHost, found: FoundSite, wanted: WantedFix): Promise<string> {
  const change = await computed(host, found, wanted);
  if (!change || change.document.version !== change.version) return notProven();
  const { document, edits, offer } = change;
  await showPlace(found);
  const done = await vscode.workspace.applyEdit(workspaceEdit(document, edits, offer, true));
  return done && document.version !== change.version ? t('The fix is applied.') : t('Nothing was changed.');
}

/** The lines of a fix before and after it. */
export async function compareFix(
  host: FixHost,
  found: FoundSite,
  wanted: WantedFix,
): Promise<ChangeLine[] | undefined> {
  const change = await computed(host, found, wanted);
  return change && changeLines(change.document.getText(), change.edits);
}

/** The code that a fix puts in: its helper, or where it has none the new lines. */
export async function copyFix(host: FixHost, found: FoundSite, wanted: WantedFix): Promise<string> {
  const change = await computed(host, found, wanted);
  if (!change) return notProven();
  const helpers = change.edits.filter(({ start, end }) => start === end).map(({ text }) => text.trim());
  const lines = changeLines(change.document.getText(), change.edits).filter(({ kind }) => kind !== 'old');
  const text = helpers.length > 0 ? helpers.join('\n\n') : lines.map((line) => line.text).join('\n');
  await vscode.env.clipboard.writeText(`${text}\n`);
  return t('Copied');
}

/** What is said of a fix that cannot be shown. */
export function notProven(): string {
  return t('This fix cannot be written here as the code is now.');
}

/** Opens a call in an editor beside the panel: where the file is shown already, if it is. */
export async function showPlace({ uri, site }: FoundSite): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const start = new vscode.Position(site.line - 1, site.column - 1);
  const viewColumn = shown?.viewColumn ?? otherColumn();
  await vscode.window.showTextDocument(uri, { viewColumn, selection: new vscode.Range(start, start) });
}

/** A column with editors that is not the active one, or a new one beside it. */
function otherColumn(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  return all.find((group) => group !== activeTabGroup)?.viewColumn ?? vscode.ViewColumn.Beside;
}
