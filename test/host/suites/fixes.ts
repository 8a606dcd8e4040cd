/** The quick fixes that cure, by the editor's own way: offered, resolved, applied, undone. */
import * as assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, fixture, marks, marksWhen, show } from './support.js';

const kind = vscode.CodeActionKind.QuickFix;
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('guard409');

/** The curing fixes of a mark, with their edits computed. */
async function fixesAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    20,
  );
  return all.filter((action) => action.title.startsWith('409 Guard:') && action.edit);
}

async function firstMark(uri: vscode.Uri): Promise<vscode.Diagnostic> {
  const [mark] = await marksWhen(uri, 'a mark', (found) => found.length > 0);
  assert.ok(mark);
  return mark;
}

export function fixes(): void {
  describe('fixes', () => {
    afterEach(async () => {
      await closeAll();
    });

    for (const { file, title } of [
      { file: 'subscribe.ts', title: 'Renew the subscription' },
      { file: 'Orders.cs', title: 'Report the conflict' },
    ])
      it(`make the mark go, and one undo brings it back (${file})`, async () => {
        const editor = await show(fixture(file));
        const { uri } = editor.document;
        const mark = await firstMark(uri);
        const before = editor.document.getText();
        const known = marks(uri).length;
        const fix = (await fixesAt(uri, mark.range)).find((action) => action.title.includes(title));
        assert.ok(fix?.edit, `"${title}" is offered`);
        assert.ok(await vscode.workspace.applyEdit(fix.edit));
        await marksWhen(uri, 'one mark less', (found) => found.length === known - 1);
        await vscode.commands.executeCommand('undo');
        assert.equal(editor.document.getText(), before);
        await marksWhen(uri, 'the mark again', (found) => found.length === known);
      });

    it('stand before what does not cure, and each begins with a capital', async () => {
      const { document } = await show(fixture('Orders.cs'));
      const mark = await firstMark(document.uri);
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        mark.range,
        kind.value,
      );
      const titles = all.map(({ title }) => title).filter((title) => title.startsWith('409 Guard: '));
      assert.ok(titles.length > 1, titles.join('\n'));
      assert.match(titles.at(-1) ?? '', /^409 Guard: Ignore /);
      for (const title of titles) assert.match(title, /^409 Guard: [A-Z"]/);
    });

    describe('with their function in a file of its own', () => {
      const job = fixture('waits/job.ts');
      const home = fixture('waits/conflicts.ts');
      const write = (uri: vscode.Uri, text: string): Thenable<void> =>
        vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

      before(() =>
        write(
          job,
          `import type { Client } from '@microsoft/microsoft-graph-client';

/** Starts provisioning. */
export async function start(client: Client): Promise<void> {
  await client.api('/servicePrincipals/s/synchronization/jobs').post({ templateId: 't' });
}
`,
        ),
      );
      after(async () => {
        await vscode.workspace.saveAll();
        await closeAll();
        await vscode.workspace.fs.delete(fixture('waits'), { recursive: true });
      });

      /** The action that puts it there. */
      async function action(): Promise<vscode.CodeAction> {
        await show(job);
        const mark = await firstMark(job);
        const all = await fixesAt(job, mark.range);
        const found = all.find(({ title }) => title.endsWith('for the whole project in waits/conflicts.ts'));
        assert.ok(found?.edit, all.map(({ title }) => title).join('\n'));
        return found;
      }

      it('make the file where there is none', async () => {
        // The file that is made is no text edit, so that it is not among what the editor hands on.
        const [[uri, edits] = [], ...more] = (await action()).edit?.entries() ?? [];
        assert.equal(uri?.toString(), job.toString());
        assert.deepEqual(more, []);
        const written = (edits ?? []).map(({ newText }) => newText).join('\n');
        assert.match(written, /^import \{ retryConflicts \} from '\.\/conflicts';$/m);
        assert.doesNotMatch(written, /function/);
      });

      it('add to one that is there, and one undo brings the call back', async () => {
        await write(home, 'export const one = 1;\n');
        const { edit } = await action();
        const entries = edit?.entries() ?? [];
        assert.deepEqual(entries.map(([uri]) => uri.toString()).sort(), [home.toString(), job.toString()]);
        // Without the preview, which waits for a click.
        const plain = new vscode.WorkspaceEdit();
        for (const [uri, edits] of entries) plain.set(uri, edits);
        const before = vscode.window.activeTextEditor?.document.getText();
        assert.ok(await vscode.workspace.applyEdit(plain));
        await marksWhen(job, 'no mark', (found) => found.length === 0);
        const made = await vscode.workspace.openTextDocument(home);
        assert.match(
          made.getText(),
          /^export const one = 1;\n\n\/\*\* Makes[\s\S]*export async function retryConflicts/,
        );
        await vscode.window.showTextDocument(job);
        await vscode.commands.executeCommand('undo');
        assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
        await vscode.commands.executeCommand('redo');
      });
    });

    it('are not computed for a text that has changed', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { uri } = editor.document;
      const mark = await firstMark(uri);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
      assert.deepEqual(await fixesAt(uri, mark.range), []);
    });

    it('are applied all at once by fix-all, and only the safe ones', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { uri } = editor.document;
      await firstMark(uri);
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(0, 0, editor.document.lineCount, 0),
        fixAllKind.value,
      );
      const action = all.find((one) => one.kind?.value === fixAllKind.value);
      assert.ok(action?.edit, 'fix-all is offered');
      assert.ok(await vscode.workspace.applyEdit(action.edit));
      await marksWhen(uri, 'no mark', (found) => found.length === 0);
    });
  });
}
