/** "Compare portal and API…" and "Show conflict coverage": two views of the whole catalog. */
import * as vscode from 'vscode';
import { scenarioById, scenarios } from '../../catalog/index.js';
import { localizeScenario } from '../../catalog/localize.js';
import { comparePage } from '../../explain/pages/compare.js';
import { coveragePage } from '../../explain/pages/coverage.js';
import { t } from '../../l10n/t.js';
import { type PageSource, type Pages, pagePath, titledUri } from '../pages.js';
import { explainLink } from '../panel/explain-links.js';
import type { Results } from '../results.js';

const compareFolder = 'compare/';
const all = 'all';
const coverageFolder = 'coverage/';

/** The pages of both commands. */
export function overviewPages(results: Results): PageSource {
  return (uri) => {
    const path = pagePath(uri);
    if (path.startsWith(coverageFolder)) return coveragePage(results.entries().flatMap(({ result }) => result.sites));
    if (!path.startsWith(compareFolder)) return undefined;
    const rule = path.slice(compareFolder.length, path.lastIndexOf('/'));
    const scenario = scenarioById(rule);
    return scenario || rule === all ? comparePage(scenario, (to) => explainLink(path, to)) : undefined;
  };
}

/** Registers both commands. The first takes a rule, or `all`, and asks where it is given none. */
export function registerOverview(pages: Pages): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('guard409.comparePortal', async (given?: unknown) => {
      const rule = typeof given === 'string' ? given : await choose();
      if (rule !== undefined) await pages.show(titledUri(`${compareFolder}${rule}/`, t('Portal and API')));
    }),
    vscode.commands.registerCommand('guard409.showCoverage', () =>
      pages.show(titledUri(coverageFolder, t('Conflict coverage'))),
    ),
  );
}

async function choose(): Promise<string | undefined> {
  const items = [
    { label: t('All conflicts in one table'), description: '', rule: all },
    ...scenarios.map((s) => ({ label: localizeScenario(s, t).title, description: s.id, rule: s.id })),
  ];
  const placeHolder = t('Compare portal and API for which conflict?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.rule;
}
