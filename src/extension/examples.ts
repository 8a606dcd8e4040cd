/** "Try it on an example": opens a small program of the package, as a document of the user's own, with one call marked. */
import * as vscode from 'vscode';
import { type Language, languages } from '../analysis/languages/index.js';
import { t } from '../l10n/t.js';

/** A language that has an example. */
type Shown = Language & { example: string };

const shown = languages.filter((language): language is Shown => language.example !== undefined);

/** Time the first mark may take, with the start of a grammar, before nobody waits for it any more. */
const patienceMs = 10_000;

/**
 * Registers the two commands. `guard409.tryExample` takes the id of an editor's language; without one it follows the active
 * editor, or takes the first language that has an example. `guard409.tryExampleIn` asks.
 *
 * @param extensionUri where the package is; its files are read through the editor, so this works in the browser too
 */
export function registerExamples(extensionUri: vscode.Uri): vscode.Disposable {
  const open = async (language: Shown | undefined) => {
    if (language) await openExample(language, vscode.Uri.joinPath(extensionUri, 'media', 'examples', language.example));
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('guard409.tryExample', (editorId?: unknown) =>
      open(byEditorId(editorId) ?? byEditorId(vscode.window.activeTextEditor?.document.languageId) ?? shown[0]),
    ),
    vscode.commands.registerCommand('guard409.tryExampleIn', async () => {
      const items = shown.map((language) => ({ label: language.title, language }));
      const picked = await vscode.window.showQuickPick(items, { placeHolder: t('An example in which language?') });
      await open(picked?.language);
    }),
  );
}

function byEditorId(id: unknown): Shown | undefined {
  return shown.find((language) => language.editorIds.some((editorId) => editorId === id));
}

/** Opens a copy that was never saved: it can be changed and thrown away, and needs no folder. */
async function openExample(language: Shown, file: vscode.Uri): Promise<void> {
  const code = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const lines = [
    t('One call below is marked: the service can answer it with 409 Conflict, and nothing here handles that.'),
    t('Hover over the mark to see why. The function after it does the same and is not marked.'),
    t('This is a copy of your own: handle the conflict, and the mark goes.'),
  ];
  const content = `${lines.map((line) => `${language.comments.line} ${line}\n`).join('')}\n${code}`;
  const document = await vscode.workspace.openTextDocument({ language: language.editorIds[0] ?? language.id, content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const mark = await firstMark(document.uri);
  // Whoever has clicked or typed in the meantime is not moved away from there.
  if (!mark || document.isClosed || document.version !== 1 || !editor.selection.start.isEqual(startOfText)) return;
  editor.selection = new vscode.Selection(mark.start, mark.start);
  editor.revealRange(mark, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const startOfText = new vscode.Position(0, 0);

/** The place of the first mark of this extension in a document, once there is one; undefined if none comes. */
function firstMark(uri: vscode.Uri): Promise<vscode.Range | undefined> {
  const find = () => vscode.languages.getDiagnostics(uri).find(({ source }) => source === 'guard409')?.range;
  return new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (found) end(found);
    };
    const end = (range: vscode.Range | undefined) => {
      clearTimeout(limit);
      subscription.dispose();
      resolve(range);
    };
    const limit = setTimeout(() => end(undefined), patienceMs);
    const subscription = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}
