/** Notebooks: a cell is judged after the cells before it, and shows what is its own. */
import * as assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, actionWith, run, stub, unstubAll } from './actions.js';
import { assertStaysUnmarked, fixture, lineWith, marks, marksWhen, pause, until } from './support.js';

const CLIENT = `import { CosmosClient } from '@azure/cosmos';
const container = new CosmosClient('connection').database('shop').container('orders');`;

const CALL = `// Adds an order.
const made = await container.items.create({ id: '1', customer: 'a' });`;

const ATTEMPT = `async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    console.error(error);
  }
}`;

const COSMOS = `using Microsoft.Azure.Cosmos;
var container = new CosmosClient("connection").GetContainer("shop", "orders");`;

const CREATE = 'var made = await container.CreateItemAsync(order, new PartitionKey("1"));';

const folder = 'notebooks';
let opened = 0;

/** A file of its own for each test: the editor keeps a notebook for a while after it was closed. */
const file = () => fixture(`${folder}/marked-${opened}.ipynb`);

/** A cell by its language; `markdown` is none of code. */
type Cell = [language: string, text: string];

/** A notebook of these cells, as a file that is open in front. */
async function notebook(cells: readonly Cell[]): Promise<vscode.NotebookDocument> {
  const content = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { language_info: { name: 'typescript' } },
    cells: cells.map(([languageId, text], index) => ({
      id: `c${index}`,
      cell_type: languageId === 'markdown' ? 'markdown' : 'code',
      source: text,
      metadata: { vscode: { languageId } },
      ...(languageId === 'markdown' ? {} : { execution_count: null, outputs: [] }),
    })),
  };
  opened++;
  await vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(JSON.stringify(content)));
  // As a click on the file does: what an extension opens stays open after its editor was closed.
  // The oldest editor does not always say that the command has ended: then what counts is that the notebook is open.
  const command = vscode.commands.executeCommand('vscode.openWith', file(), 'jupyter-notebook', { preview: false });
  await Promise.race([command, pause(8_000)]);
  await until(() => vscode.window.activeNotebookEditor?.notebook.uri.toString() === file().toString());
  const editor = vscode.window.activeNotebookEditor;
  assert.ok(editor);
  assert.equal(editor.notebook.uri.toString(), file().toString());
  return editor.notebook;
}

/** Closes every notebook. What was changed is saved first: their files are of the tests. */
async function closeNotebooks(): Promise<void> {
  for (const open of vscode.workspace.notebookDocuments) if (open.isDirty) await open.save();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputNotebook));
}

async function change(of: vscode.NotebookDocument, ...edits: vscode.NotebookEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(of.uri, edits);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** Replaces a text in a cell. */
async function replaceIn({ document }: vscode.NotebookCell, text: string, by: string): Promise<void> {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in the cell`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
  edit.replace(document.uri, range, by);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const copyOf = ({ document, kind }: vscode.NotebookCell): vscode.NotebookCellData =>
  new vscode.NotebookCellData(kind, document.getText(), document.languageId);

/** The cell with a text, wherever it stands by now. */
function cellWith(of: vscode.NotebookDocument, text: string): vscode.NotebookCell {
  const cell = of.getCells().find(({ document }) => document.getText().includes(text));
  assert.ok(cell, `a cell holds ${text}`);
  return cell;
}

/** Waits until the cell with the call has as many marks. */
function callMarks(of: vscode.NotebookDocument, count: number, call = '.items.create('): Promise<vscode.Diagnostic[]> {
  const what = count === 0 ? 'an end of the mark' : 'a mark';
  return marksWhen(cellWith(of, call).document.uri, what, (found) => found.length === count);
}

export function notebooks(): void {
  describe('notebooks', () => {
    afterEach(async () => {
      unstubAll();
      await closeNotebooks();
    });
    after(() => vscode.workspace.fs.delete(fixture(folder), { recursive: true }));

    for (const [title, first, second, line] of [
      ['TypeScript', ['typescript', CLIENT], ['typescript', CALL], 1],
      ['C#', ['csharp', COSMOS], ['csharp', CREATE], 0],
    ] as [string, Cell, Cell, number][])
      it(`know a client of an earlier cell, and mark a call where it stands (${title})`, async () => {
        const open = await notebook([first, ['markdown', '# Call'], ['python', 'client = None'], second]);
        const [mark] = await callMarks(open, 1, second[1]);
        assert.equal(mark?.range.start.line, line);
        assert.match(open.cellAt(3).document.getText(mark?.range), /^(create|CreateItemAsync)$/);
        for (const index of [0, 1, 2]) assert.deepEqual(marks(open.cellAt(index).document.uri), []);
      });

    it('show marks of each cell once', async () => {
      const open = await notebook([
        ['typescript', `${CLIENT}\n${CALL}`],
        ['typescript', CALL.replace('made', 'again')],
      ]);
      for (const [index, line] of [3, 1].entries()) {
        const { uri } = open.cellAt(index).document;
        const [mark] = await marksWhen(uri, 'a mark', (found) => found.length === 1);
        assert.equal(mark?.range.start.line, line);
      }
    });

    it('do not know what a cell of another language, or a later one, says', async () => {
      const open = await notebook([
        ['csharp', CLIENT],
        ['typescript', CALL],
        ['typescript', CLIENT],
      ]);
      await assertStaysUnmarked(open.cellAt(1).document.uri);
    });

    it('follow a change of an earlier cell', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      await replaceIn(open.cellAt(0), CLIENT, 'const container = shelf;');
      await callMarks(open, 0);
      await replaceIn(open.cellAt(0), 'const container = shelf;', CLIENT);
      await callMarks(open, 1);
      await replaceIn(open.cellAt(0), 'import', '// One more line.\nimport');
      await pause(600);
      const [mark] = await callMarks(open, 1);
      assert.equal(mark?.range.start.line, 1);
    });

    it('follow cells that are moved, taken out and put in', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      const moved = copyOf(open.cellAt(0));
      await change(
        open,
        vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)),
        vscode.NotebookEdit.insertCells(2, [moved]),
      );
      assert.equal(cellWith(open, CLIENT).index, 1);
      await callMarks(open, 0);
      await change(open, vscode.NotebookEdit.insertCells(0, [moved]));
      await callMarks(open, 1);
      await change(open, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)));
      await callMarks(open, 0);
    });

    it('follow the command that moves a cell', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      const editor = vscode.window.activeNotebookEditor;
      assert.ok(editor);
      editor.selection = new vscode.NotebookRange(1, 2);
      await vscode.commands.executeCommand('notebook.cell.moveUp');
      await until(() => cellWith(open, '.items.create(').index === 0);
      await callMarks(open, 0);
      await vscode.commands.executeCommand('notebook.cell.moveDown');
      await callMarks(open, 1);
    });

    it('forget a cell that is taken out', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      const { uri } = open.cellAt(1).document;
      await change(open, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(1, 2)));
      await marksWhen(uri, 'an end of the mark', (found) => found.length === 0);
    });

    it('follow the language of a cell', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      await vscode.languages.setTextDocumentLanguage(open.cellAt(0).document, 'python');
      await callMarks(open, 0);
      await vscode.languages.setTextDocumentLanguage(open.cellAt(0).document, 'typescript');
      await callMarks(open, 1);
    });

    it('read files beside the notebook', async () => {
      const open = await notebook([
        ['typescript', "import { graph } from '../graph-client.js';"],
        ['typescript', `await graph().api('/groups/1/members/$ref').post({ id: '2' });`],
      ]);
      const [mark] = await callMarks(open, 1, '.post(');
      // Where nothing told what client it is, the mark would be one level lower.
      assert.equal(mark?.severity, vscode.DiagnosticSeverity.Warning);
    });

    it('lead to the places the error passes, in whatever cell', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', ATTEMPT],
        ['typescript', CALL.replace('await ', 'await attempt(() => ').replace(/;$/, ');')],
      ]);
      const [mark] = await callMarks(open, 1);
      const places = (mark?.relatedInformation ?? []).map(
        ({ location: { uri, range } }) => `${uri} ${range.start.line}`,
      );
      const { document } = open.cellAt(1);
      assert.ok(
        places.includes(`${document.uri} ${lineWith(document, 'catch (error)')}`),
        places.join('\n') || 'no places',
      );
    });

    it('take the comment that ignores in the cell of the call', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      const [mark] = await callMarks(open, 1);
      assert.ok(mark);
      const { document } = open.cellAt(1);
      const before = open.cellAt(0).document.getText();
      stub(vscode.window, 'showInputBox', async () => 'The job runs once.');
      await run(await actionWith(document.uri, mark.range, 'Ignore'));
      assert.match(document.lineAt(1).text, /^\/\/ guard409-ignore cosmos\/item-id-exists: The job runs once\.$/);
      await callMarks(open, 0);
      assert.equal(open.cellAt(0).document.getText(), before);
    });

    it('offer the fixes that stay within the cell, and no others', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      const [mark] = await callMarks(open, 1);
      assert.ok(mark);
      const { document } = open.cellAt(1);
      const fixes = (await actionsAt(document.uri, mark.range)).filter(({ edit, command }) => edit || !command);
      assert.ok(fixes.length > 0, 'fixes are offered');
      for (const { edit, title } of fixes) {
        assert.ok(edit, `${title} has an edit`);
        assert.deepEqual(
          edit.entries().map(([uri]) => uri.toString()),
          [document.uri.toString()],
        );
      }
      const [fix] = fixes;
      const others = open.cellAt(0).document.getText();
      assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
      await callMarks(open, 0);
      assert.match(document.getText(), /409/);
      assert.equal(open.cellAt(0).document.getText(), others);
    });

    it('name the cell and its line where it is asked why', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['markdown', '…'],
        ['typescript', CALL],
      ]);
      const [mark] = await callMarks(open, 1);
      const { line, character } = mark?.range.start ?? {};
      await vscode.commands.executeCommand('guard409.why', open.cellAt(2).document.uri.toString(), line, character);
      const page = () =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.path.startsWith('/why/'))?.getText() ?? '';
      await until(() => page() !== '');
      assert.match(page(), /^# Marked as a warning[\s\S]*marked\\-\d+\\\.ipynb\\#3\\:2/);
    });

    it('lose their marks when they are closed', async () => {
      const open = await notebook([
        ['typescript', CLIENT],
        ['typescript', CALL],
      ]);
      await callMarks(open, 1);
      const { uri } = open.cellAt(1).document;
      await closeNotebooks();
      await marksWhen(uri, 'an end of the mark', (found) => found.length === 0);
    });
  });
}
