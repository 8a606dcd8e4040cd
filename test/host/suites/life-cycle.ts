/** What happens to files beside being typed in: they are renamed, moved, deleted, and written by others. Needs Node. */
import * as assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Guard409Api } from '../../../src/extension/extension.js';
import { closeAll, eventually, fixture, marks, marksWhen, pause, replaceText, show, started } from './support.js';

const folder = 'lifecycle';
const at = (name: string) => fixture(`${folder}/${name}`);
const write = (name: string, text: string) => vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
const isMarked = (uri: vscode.Uri) => marksWhen(uri, 'a mark', (found) => found.length === 1);
const isUnmarked = (uri: vscode.Uri) => marksWhen(uri, 'an end of the mark', (found) => found.length === 0);

/** Does what the explorer does. */
async function change(make: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  make(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export function lifeCycle(): void {
  describe('the life of a file', () => {
    let api: Guard409Api;
    let unhandled: string;
    let harmless: string;
    let made = 0;

    /** A name that was not used before: the editor keeps files for a while after they were closed. */
    const fresh = () => `${++made}`;

    before(async () => {
      api = await started();
      unhandled = new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture('subscribe.ts')));
      harmless = unhandled.replace("'/subscriptions'", "'/me/messages'");
    });
    afterEach(async () => {
      await closeAll();
      await vscode.commands.executeCommand('guard409.clearScan');
    });
    after(async () => {
      // The editor reads what it has just given up once more.
      await pause(1_000);
      await vscode.workspace.fs.delete(fixture(folder), { recursive: true });
    });

    for (const [what, unsaved] of [
      ['saved', false],
      ['changed and not saved', true],
    ] as const)
      it(`takes its marks along when it is renamed (${what})`, async () => {
        const [from, to] = [at(`${fresh()}.ts`), at(`renamed-${made}.ts`)];
        await write(`${made}.ts`, unsaved ? harmless : unhandled);
        const editor = await show(from);
        if (unsaved) await replaceText(editor, "'/me/messages'", "'/subscriptions'");
        await isMarked(from);
        await change((edit) => edit.renameFile(from, to));
        await isUnmarked(from);
        await isMarked(to);
      });

    it('takes its marks along when its folder is moved, and leaves those of a scan behind', async () => {
      const name = fresh();
      for (const file of ['open.ts', 'closed.ts']) await write(`${name}/deep/${file}`, unhandled);
      await vscode.commands.executeCommand('guard409.scanWorkspace');
      await show(at(`${name}/deep/open.ts`));
      for (const file of ['open.ts', 'closed.ts']) await isMarked(at(`${name}/deep/${file}`));
      await change((edit) => edit.renameFile(at(name), at(`moved-${name}`)));
      for (const file of ['open.ts', 'closed.ts']) await isUnmarked(at(`${name}/deep/${file}`));
      await isMarked(at(`moved-${name}/deep/open.ts`));
    });

    it('loses its marks when it, or its folder, is deleted', async () => {
      const name = fresh();
      for (const file of ['open.ts', 'closed.ts', 'deep/closed.ts']) await write(`${name}/${file}`, unhandled);
      await vscode.commands.executeCommand('guard409.scanWorkspace');
      await show(at(`${name}/open.ts`));
      for (const file of ['open.ts', 'closed.ts', 'deep/closed.ts']) await isMarked(at(`${name}/${file}`));
      await change((edit) => edit.deleteFile(at(`${name}/closed.ts`)));
      await isUnmarked(at(`${name}/closed.ts`));
      await isMarked(at(`${name}/deep/closed.ts`));
      await change((edit) => edit.deleteFile(at(name), { recursive: true }));
      for (const file of ['open.ts', 'deep/closed.ts']) await isUnmarked(at(`${name}/${file}`));
    });

    it('is marked when it is open, also where files.exclude hides it', async () => {
      const hidden = `hidden-by-setting/${fresh()}.ts`;
      await write(hidden, unhandled);
      await show(at(hidden));
      await isMarked(at(hidden));
    });

    it('is judged again when another program has written it, unless it has changes that are not saved', async () => {
      const name = `${fresh()}.ts`;
      await write(name, unhandled);
      const editor = await show(at(name));
      const { uri } = editor.document;
      await isMarked(uri);
      await writeFile(uri.fsPath, harmless);
      await isUnmarked(uri);
      await writeFile(uri.fsPath, unhandled);
      await isMarked(uri);
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
      await writeFile(uri.fsPath, harmless);
      await pause(1_500);
      assert.equal(marks(uri).length, 1);
    });

    it('is marked again when it is closed and opened', async () => {
      const name = `${fresh()}.ts`;
      await write(name, unhandled);
      for (let round = 0; round < 3; round++) {
        await show(at(name));
        await isMarked(at(name));
        await closeAll();
        await isUnmarked(at(name));
      }
    });

    it('shows one result for what was typed last, and none for a text that has gone', async () => {
      const name = `${fresh()}.ts`;
      await write(name, unhandled);
      const editor = await show(at(name));
      const { document } = editor;
      await isMarked(document.uri);
      const shown: { made: number | undefined; current: number }[] = [];
      const subscription = api.results.onDidChange((uris) => {
        if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
        shown.push({ made: api.results.get(document.uri)?.version, current: document.version });
      });
      try {
        const before = document.version;
        for (let key = 0; key < 20; key++) {
          await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
        }
        assert.equal(document.version, before + 20);
        await eventually('a result', () => api.results.current(document) !== undefined);
        await pause(600);
      } finally {
        subscription.dispose();
      }
      for (const { made, current } of shown) assert.equal(made, current);
      assert.equal(shown.filter(({ made }) => made === document.version).length, 1);
      const [mark] = marks(document.uri);
      assert.equal(document.getText(mark?.range), 'post');
      await document.save();
    });
  });
}
