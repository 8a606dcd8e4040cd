/** "Decode an error…": from a selection, the clipboard or a typed text to a page about the conflict it tells of. */
import * as vscode from 'vscode';
import { type Decoded, decode } from '../../decode/decode.js';
import { mask } from '../../decode/mask.js';
import { decodedPage, type SuspectCall } from '../../explain/pages/decoded.js';
import { t } from '../../l10n/t.js';
import { type PageSource, type Pages, pagePath, titledUri } from '../pages.js';
import { explainLink } from '../panel/explain-links.js';
import type { Results } from '../results.js';
import { fileLink } from '../why-page.js';

const folder = 'decoded/';
/** Decoded errors are kept while the window lives, so that their pages can be made anew; never written anywhere. */
const mostKept = 20;
const previewCharacters = 80;

export class DecodedErrors {
  private readonly kept = new Map<string, Decoded>();
  private count = 0;

  constructor(private readonly results: Results) {}

  /** The pages of the errors decoded in this window. */
  readonly page: PageSource = (uri) => {
    const path = pagePath(uri);
    if (!path.startsWith(folder)) return undefined;
    const decoded = this.kept.get(path);
    if (!decoded) return `# ${t('No longer known')}\n\n${t('Decode the error again: its text is kept nowhere.')}\n`;
    return decodedPage(decoded, this.callsFor(decoded), (rule) => explainLink(path, rule));
  };

  /** Registers the command. A text given to it is decoded at once. */
  register(pages: Pages): vscode.Disposable {
    return vscode.commands.registerCommand('guard409.decodeError', async (given?: unknown) => {
      const text = typeof given === 'string' ? given : await chosenText();
      if (text === undefined || text.trim() === '') return undefined;
      const decoded = decode(text);
      await pages.show(titledUri(folder, this.keep(decoded)), { preview: true });
      return decoded.matches.map(({ rule, confidence }) => ({ rule, confidence }));
    });
  }

  private keep(decoded: Decoded): string {
    const title = `${t('Decoded error')} ${++this.count}`;
    this.kept.set(`${folder}${title}`, decoded);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return title;
  }

  /** Calls of the scenario found first, or of the operation itself; those without an answer to the conflict first. */
  private callsFor({ matches, read }: Decoded): SuspectCall[] {
    const best = matches[0]?.rule;
    if (best === undefined) return [];
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    const calls = this.results.entries().flatMap(({ uri, result }) =>
      result.sites
        .filter((site) => site.rule === best || site.also.includes(best) || read.operations.includes(site.operation))
        .map((site) => ({
          place: `${vscode.workspace.asRelativePath(uri)}:${site.line}`,
          link: root?.scheme === uri.scheme ? fileLink(root.path, uri.path, site.line) : undefined,
          operation: site.operation,
          handled: site.severity === 'none',
        })),
    );
    return calls.sort((a, b) => Number(a.handled) - Number(b.handled) || a.place.localeCompare(b.place, 'en'));
  }
}

interface Source extends vscode.QuickPickItem {
  text: string | undefined;
}

/** Asks which text is meant: what is selected, what was copied, or one that is pasted now. */
async function chosenText(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  // A browser may refuse to say what was copied.
  const copied = await vscode.env.clipboard.readText().then(
    (copiedText) => copiedText,
    () => '',
  );
  const offered: Source[] = [
    { label: t('Selection'), description: preview(selected), text: selected },
    { label: t('Clipboard'), description: preview(copied), text: copied },
  ].filter(({ text }) => text.trim() !== '');
  const typed: Source = { label: t('Type or paste a text…'), text: undefined };
  const picked =
    offered.length === 0
      ? typed
      : await vscode.window.showQuickPick([...offered, typed], { placeHolder: t('Which error?') });
  if (!picked || picked.text !== undefined) return picked?.text;
  return vscode.window.showInputBox({
    title: t('Decode an error'),
    prompt: t('A body, a log line, an exception, a recorded request … It stays on this machine.'),
    ignoreFocusOut: true,
  });
}

function preview(text: string): string {
  return mask(text.slice(0, previewCharacters * 4))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, previewCharacters);
}
