/**
 * "Record a decision…": for a feature that is turned off or on again. Looks for an earlier record first, asks what only
 * people know, and writes a Markdown file with an entry for the calendar beside it. Nothing is ever overwritten.
 */
import * as vscode from 'vscode';
import { scenarioById } from '../../catalog/index.js';
import type { Governance } from '../../catalog/types.js';
import { calendarText } from '../../governance/calendar.js';
import {
  type Decision,
  daysLater,
  decisionMarkdown,
  isDay,
  isRecordOf,
  recordName,
} from '../../governance/decision.js';
import { t } from '../../l10n/t.js';
import { markdownFiles } from './markdown-files.js';

const scenarioId = 'graph/copilot-chat-toggled';
const usualFeature = 'Microsoft 365 Copilot Chat';
const usualFolder = 'docs/decisions';
/** Days after which a decision is looked at again, unless somebody says otherwise. */
const usualReview = 90;
/** A record is a page, not a book. */
const longestRecord = 400_000;

/** Registers the command. @param now the time, so that tests can say it */
export function registerRecordDecision(now: () => Date = () => new Date()): vscode.Disposable {
  return vscode.commands.registerCommand('guard409.recordDecision', async () => {
    const root = await writableFolder();
    const governance = scenarioById(scenarioId)?.governance;
    if (!root || !governance) return undefined;
    const feature = await askFeature();
    if (feature === undefined) return undefined;
    if (!(await goOnBeside(await recordsOf(feature)))) return undefined;
    const decision = await ask(feature, governance, now());
    return decision && write(root, decision, governance, now());
  });
}

/** The folder of the workspace that is written to, where one may be. */
async function writableFolder(): Promise<vscode.Uri | undefined> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const obstacle = !root
    ? t('Open a folder first: the record is a file in it.')
    : !vscode.workspace.isTrusted
      ? t('Records are written in trusted workspaces only.')
      : undefined;
  if (obstacle === undefined) return root;
  await vscode.window.showInformationMessage(obstacle);
  return undefined;
}

async function askFeature(): Promise<string | undefined> {
  const feature = await vscode.window.showInputBox({
    title: t('Record a decision'),
    prompt: t('Which feature is turned off or on again?'),
    value: usualFeature,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A name is needed.') : undefined),
  });
  return feature?.trim() || undefined;
}

/** Earlier records of the feature, the latest by name first. */
async function recordsOf(feature: string): Promise<vscode.Uri[]> {
  const read = (await markdownFiles()).map(async (uri) => {
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length <= longestRecord && isRecordOf(new TextDecoder().decode(bytes), feature) ? [uri] : [];
    } catch {
      // Gone, or not readable: no record that could be shown.
      return [];
    }
  });
  return (await Promise.all(read)).flat().sort((a, b) => b.path.localeCompare(a.path, 'en'));
}

/** Shows the latest earlier record, and asks whether another one is wanted. */
async function goOnBeside([latest]: readonly vscode.Uri[]): Promise<boolean> {
  if (!latest) return true;
  await vscode.window.showTextDocument(latest, { preview: false });
  const another = t('Write a new record beside it');
  const picked = await vscode.window.showQuickPick([t('Keep to the existing record'), another], {
    placeHolder: t('There is a record of this feature: {0}', vscode.workspace.asRelativePath(latest)),
    ignoreFocusOut: true,
  });
  return picked === another;
}

async function ask(feature: string, { checklist }: Governance, now: Date): Promise<Decision | undefined> {
  const changes = [
    { label: t('Turned on again'), change: 'on' as const },
    { label: t('Turned off'), change: 'off' as const },
  ];
  const placeHolder = t('What was decided?');
  const change = (await vscode.window.showQuickPick(changes, { placeHolder, ignoreFocusOut: true }))?.change;
  if (change === undefined) return undefined;
  const items = checklist.map((item, place) => ({ label: t(item), place }));
  const done = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    placeHolder: t('What was done before? The rest stays open in the record.'),
  });
  if (!done) return undefined;
  const reason = await vscode.window.showInputBox({
    title: t('Why?'),
    prompt: t('In a sentence that the next administrator understands.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A reason is needed.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') return undefined;
  const date = localDay(now);
  const review = await vscode.window.showInputBox({
    title: t('When is it looked at again?'),
    prompt: t('Year, month and day: 2026-05-31'),
    value: daysLater(date, usualReview),
    ignoreFocusOut: true,
    validateInput: (text) => (isDay(text.trim()) ? undefined : t('This is no day: {0}', text)),
  });
  if (review === undefined || !isDay(review.trim())) return undefined;
  return { feature, change, date, review: review.trim(), reason, done: done.map(({ place }) => place) };
}

function localDay(now: Date): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Writes both files under a name that is free, and opens the record. */
async function write(root: vscode.Uri, decision: Decision, governance: Governance, now: Date): Promise<vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(root, ...folderSetting());
  const name = await freeName(folder, recordName(decision));
  const record = vscode.Uri.joinPath(folder, `${name}.md`);
  const calendar = vscode.Uri.joinPath(folder, `${name}.ics`);
  const { feature, change, review } = decision;
  const entry = calendarText({
    uid: `${crypto.randomUUID()}@guard409`,
    stamp: now,
    day: review,
    summary: t('Look at the decision again: {0}', feature),
    description: `${change === 'on' ? t('Turned on again') : t('Turned off')}: ${decision.reason}\n${vscode.workspace.asRelativePath(record)}`,
  });
  const encoder = new TextEncoder();
  await vscode.workspace.fs.writeFile(record, encoder.encode(decisionMarkdown(decision, governance, t)));
  await vscode.workspace.fs.writeFile(calendar, encoder.encode(entry));
  await vscode.window.showTextDocument(record, { preview: false });
  return [record, calendar];
}

/** The folder's path in the workspace. One that would lead out of it is not used. */
function folderSetting(): string[] {
  const wanted = vscode.workspace.getConfiguration('guard409').get('decisionsFolder', usualFolder);
  const parts = wanted.split(/[/\\]+/).filter((part) => part !== '' && part !== '.');
  return parts.includes('..') || /^[a-z]:$/i.test(parts[0] ?? '') ? usualFolder.split('/') : parts;
}

async function freeName(folder: vscode.Uri, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    const taken = await Promise.all(
      [`${name}.md`, `${name}.ics`].map((file) => exists(vscode.Uri.joinPath(folder, file))),
    );
    if (!taken.includes(true)) return name;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
