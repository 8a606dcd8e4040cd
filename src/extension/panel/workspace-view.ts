/** What the panel shows of the workspace, made from the results that are known. */
import * as vscode from 'vscode';
import { isOpen } from '../../analysis/engine.js';
import type { Site } from '../../analysis/findings.js';
import { callView, placeView, siteNear } from '../../explain/here-view.js';
import { t } from '../../l10n/t.js';
import type { CallKey, HereView, PanelState } from '../../panel/protocol.js';
import type { Results } from '../results.js';
import { callKey } from './call-key.js';

/** A call in a file. */
export interface FoundSite {
  uri: vscode.Uri;
  site: Site;
}

/** More calls than these are left to the tree of findings. */
const MAX_PLACES = 30;

/** The call a state means, where its file has a result. */
export function callOf(results: Results, { rule, call }: PanelState): FoundSite | undefined {
  const uri = call && parsed(call.uri);
  const site = uri && siteNear(results.get(uri)?.result.sites ?? [], rule, call.line, call.column);
  return uri && site ? { uri, site } : undefined;
}

/** The view, with the calls that its keys stand for and the place where the call is now. */
export async function workspaceView(
  results: Results,
  state: PanelState,
): Promise<{ here: HereView; places: FoundSite[]; call: CallKey | undefined }> {
  const own = callOf(results, state);
  const all = results.entries().flatMap(({ uri, result }) => result.sites.map((site) => ({ uri, site })));
  const counts: Record<string, number> = {};
  for (const { site } of all) {
    if (isOpen(site) && site.ignored === undefined) counts[site.rule] = (counts[site.rule] ?? 0) + 1;
  }
  const isOwn = ({ uri, site }: FoundSite) => site === own?.site && uri.toString() === own.uri.toString();
  const places = all.filter((found) => found.site.rule === state.rule && !isOwn(found)).slice(0, MAX_PLACES);
  const call = own && callView(own.site, nameOf(own.uri), await textOf(own.uri), t);
  const here = {
    ...(call && { call }),
    places: places.map(({ uri, site }, key) => placeView(site, nameOf(uri), key, t)),
    counts,
  };
  return { here, places, call: own && callKey(own.uri, own.site) };
}

/** Path in its workspace folder, with the folder's name where there are several. */
function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

function parsed(uri: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(uri, true);
  } catch {
    return undefined;
  }
}
