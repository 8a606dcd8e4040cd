/** "This client is, or is not, Microsoft Graph" and "this helper handles conflicts": what a project says in its configuration. */
import * as vscode from 'vscode';
import type { Site } from '../../analysis/findings.js';
import { globOf, within } from '../../analysis/globs.js';
import type { Service } from '../../catalog/types.js';
import { CONFIG_FILE } from '../../config/config.js';
import type { Lesson } from '../../config/edit.js';
import { t } from '../../l10n/t.js';
import { teachableFolder, writeLesson } from '../config-writer.js';
import { engineFile } from '../selection.js';
import { isMarked, toRange } from '../to-diagnostic.js';
import { type ActionKind, commandAction } from './provider.js';

const command = 'guard409.teach';

/** Names of the services, which are the same in every language. */
const SERVICE_NAMES: Readonly<Record<Service, string>> = {
  graph: 'Microsoft Graph',
  bookings: 'Microsoft Graph',
  cosmos: 'Azure Cosmos DB',
};

/** Where relative URLs of a client of Graph belong. Source: learn.microsoft.com/graph/use-the-api. */
const GRAPH_ADDRESS = 'https://graph.microsoft.com/v1.0';

/** What the findings in the range offer to say. Nothing where the configuration cannot be written or would not count. */
export const teachActions: ActionKind = (request) => {
  const { document, range, result } = request;
  const sites = result.sites.filter((site) => isMarked(site) && toRange(site).intersection(range));
  if (!sites.some((site) => site.teach?.client || site.teach?.helpers.length)) return [];
  const folder = teachableFolder(document);
  const file = engineFile(document);
  if (!folder || file === undefined) return [];
  const glob = globOf(within(folder.uri.path, file));
  return sites.flatMap((site) =>
    [...clientLessons(site, glob), ...helperLessons(site)].map(({ title, lesson }) =>
      commandAction(request, toRange(site), title, command, [folder.uri.toString(), lesson]),
    ),
  );
};

interface Offer {
  title: string;
  lesson: Lesson;
}

function helperLessons(site: Site): Offer[] {
  return (site.teach?.helpers ?? []).map((name) => ({
    title: t('409 Guard: "{0}" handles conflicts; add it to {1}', name, CONFIG_FILE),
    lesson: { key: 'handlers', value: name },
  }));
}

function clientLessons(site: Site, glob: string): Offer[] {
  const client = site.teach?.client;
  if (!client) return [];
  const { name, form } = client;
  const service = SERVICE_NAMES[site.service];
  const is: Lesson =
    form === 'http'
      ? { key: 'httpClients', value: { name, baseUrl: GRAPH_ADDRESS } }
      : { key: 'confirmedClients', value: { name } };
  return [
    { title: t('409 Guard: "{0}" is {1}; add it to {2}', name, service, CONFIG_FILE), lesson: is },
    {
      title: t('409 Guard: "{0}" is not {1} in this file; add it to {2}', name, service, CONFIG_FILE),
      lesson: { key: 'excludedClients', value: { name, files: [glob] } },
    },
    {
      title: t('409 Guard: "{0}" is not {1} anywhere in this folder; add it to {2}', name, service, CONFIG_FILE),
      lesson: { key: 'excludedClients', value: { name } },
    },
  ];
}

/** Registers the command behind the actions. */
export function registerTeach(): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (folder: string, lesson: Lesson) => {
    const target = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(folder));
    if (target) await writeLesson(target, lesson);
  });
}
