/** "Why is this (not) marked?": asks at the cursor and shows the answer as a page beside the editor. */
import * as vscode from 'vscode';
import type { Place } from '../analysis/why/answer.js';
import { why } from '../analysis/why/why.js';
import { t } from '../l10n/t.js';
import type { Configurations } from './configuration.js';
import type { Engines } from './engines.js';
import type { Neighbours } from './neighbours.js';
import { fileUri, isCell, shownPlace, sourceOf } from './notebook/cells.js';
import { type PageSource, type Pages, pagePath, pageUri } from './pages.js';
import { explainLink } from './panel/explain-links.js';
import { fileLink, whyPage } from './why-page.js';

/** Id of the command. */
const whyCommand = 'guard409.why';

/** Pages of this kind stand in a folder of their own; scenarios stand in those of their services. */
const folder = 'why/';

/** What an answer needs. */
export interface WhyHost {
  configurations: Configurations;
  engines: Engines;
  neighbours: Neighbours;
}

/** A place in a document, as it stands in the address of a page, so that a page can be made anew at any time. */
interface Asked {
  uri: string;
  /** 0-based, as the editor counts. */
  line: number;
  character: number;
}

/** The pages with the answers. */
export function whyPages(host: WhyHost): PageSource {
  return async (uri) => {
    const asked = pagePath(uri).startsWith(folder) ? readAsked(uri.query) : undefined;
    if (!asked) return undefined;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(asked.uri, true));
    const call = { uri: document.uri.toString(), line: asked.line + 1, column: asked.character + 1 };
    const link = (rule: string) => explainLink(pagePath(uri), rule, call);
    return answerPage(host, document, new vscode.Position(asked.line, asked.character), link);
  };
}

/**
 * Registers the command. It asks at the cursor of the active editor, or at the place it is given (the address of a document
 * as text, line and character counted from 0).
 */
export function registerWhy(pages: Pages): vscode.Disposable {
  return vscode.commands.registerCommand(whyCommand, async (uri?: unknown, line?: unknown, character?: unknown) => {
    const editor = vscode.window.activeTextEditor;
    const given = typeof uri === 'string' && typeof line === 'number' && typeof character === 'number';
    const asked: Asked | undefined = given
      ? { uri, line, character }
      : editor && { uri: editor.document.uri.toString(), ...plainPosition(editor.selection.active) };
    if (asked) await pages.show(askedUri(asked), { viewColumn: vscode.ViewColumn.Beside });
    else await vscode.window.showInformationMessage(t('Open a file and put the cursor on a call first.'));
  });
}

function plainPosition({ line, character }: vscode.Position): { line: number; character: number } {
  return { line, character };
}

/** The name of the page is what its tab shows. */
function askedUri(asked: Asked): vscode.Uri {
  const name = vscode.Uri.parse(asked.uri).path.split('/').at(-1) ?? '';
  return pageUri(`${folder}${name}:${asked.line + 1}`, JSON.stringify(asked));
}

function readAsked(query: string): Asked | undefined {
  try {
    const { uri, line, character }: Partial<Record<keyof Asked, unknown>> = JSON.parse(query);
    if (typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return undefined;
    return { uri, line: Math.max(0, line), character: Math.max(0, character) };
  } catch {
    return undefined;
  }
}

/** @param link leads to the explanation of a rule */
async function answerPage(
  host: WhyHost,
  document: vscode.TextDocument,
  position: vscode.Position,
  link: (rule: string) => string,
): Promise<string> {
  const { engine, leftOut } = await host.configurations.effective(document);
  const source = sourceOf(document);
  // A name without a known language says so in the answer.
  const file = source?.file ?? `${document.uri.path}.${document.languageId}`;
  const text = source?.joined.text ?? document.getText();
  const home = fileUri(document);
  const answer = await why({
    engine: host.engines.get(engine),
    file,
    text,
    offset: (source?.joined.start ?? 0) + document.offsetAt(document.validatePosition(position)),
    read: (path) => host.neighbours.read(home.with({ path })),
    skipped: leftOut,
  });
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  const place = ({ file: path, line }: Place): string | undefined => {
    const { scheme, authority } = home;
    if (root?.scheme !== scheme || root.authority !== authority) return undefined;
    // No link leads to a cell.
    if (path === file && isCell(document)) return undefined;
    return fileLink(root.path, path === file ? home.path : path, line);
  };
  const shown = (at: Place) => (source && at.file === file ? shownPlace(at, source) : at);
  return whyPage(answer, { place, shown, rule: link });
}
