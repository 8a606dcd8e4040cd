/** Nodes of the tree as the editor draws them. */
import * as vscode from 'vscode';
import type { Severity, Site } from '../../analysis/findings.js';
import { isFinding } from '../../analysis/summarise.js';
import { t } from '../../l10n/t.js';
import type { NodeKind, TreeNode } from './model.js';

type GroupKey = Extract<NodeKind, { is: 'group' }>['key'];

const groupIcons: Readonly<Record<GroupKey, string>> = {
  graph: 'organization',
  bookings: 'calendar',
  cosmos: 'database',
  duplicate: 'files',
  concurrency: 'git-compare',
  state: 'lock',
  mishandled: 'debug-alt',
  unhandled: 'shield',
  race: 'watch',
  handled: 'pass',
  idempotent: 'pass',
  ignored: 'circle-slash',
};

/** The icons and colours of the problems view, so that a call looks the same in both. */
const severityIcons: Readonly<Record<Severity, readonly [icon: string, colour: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'problemsInfoIcon.foreground'],
  none: ['pass', 'testing.iconPassed'],
};

/** @param uriOf address of a file by its key in the model */
export function toItem(node: TreeNode, uriOf: (key: string) => vscode.Uri): vscode.TreeItem {
  const { kind } = node;
  const states = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(node.label, kind.is === 'site' ? states.None : states.Expanded);
  item.id = node.id;
  item.description = node.description;
  item.accessibilityInformation = { label: node.spoken };
  item.contextValue = kind.is;
  switch (kind.is) {
    case 'group':
      item.iconPath = new vscode.ThemeIcon(groupIcons[kind.key]);
      break;
    case 'folder':
      item.iconPath = vscode.ThemeIcon.Folder;
      break;
    case 'file':
      item.iconPath = vscode.ThemeIcon.File;
      item.resourceUri = uriOf(kind.file);
      item.tooltip = item.resourceUri.scheme === 'file' ? item.resourceUri.fsPath : item.resourceUri.path;
      break;
    case 'site':
      item.iconPath = siteIcon(kind.site);
      item.tooltip = tooltip(kind.site);
      item.command = openCommand(kind.site, uriOf(kind.file));
      break;
  }
  return item;
}

function siteIcon(site: Site): vscode.ThemeIcon {
  if (site.ignored !== undefined) return new vscode.ThemeIcon('circle-slash');
  const [icon, colour] = severityIcons[site.severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
}

/** Texts of the workspace can stand in it, so nothing of it is read as Markdown. */
function tooltip(site: Site): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendText(site.message);
  if (site.ignored !== undefined) text.appendText(`\n${t('Exempted: {0}', site.ignored)}`);
  text.appendMarkdown('\n\n');
  text.appendText(
    isFinding(site) ? `${site.operation} · ${site.rule}` : `${site.operation} · ${site.rule} · ${site.verdict}`,
  );
  return text;
}

function openCommand(site: Site, uri: vscode.Uri): vscode.Command {
  const selection = new vscode.Range(site.line - 1, site.column - 1, site.endLine - 1, site.endColumn - 1);
  return { command: 'vscode.open', title: t('Open'), arguments: [uri, { selection, preserveFocus: true }] };
}
