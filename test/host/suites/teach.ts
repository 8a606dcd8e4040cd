/** Teaching from the editor: exemptions with a reason, clients and helpers of the project, and the file that keeps them. */
import * as assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionsAt, actionWith, run, stub, unstubAll } from './actions.js';
import { closeAll, fixture, lineWith, marks, marksWhen, pause, replaceText, show } from './support.js';

const config = () => fixture('.guard409.jsonc');
const house = () => fixture('house.ts');

const houseText = `import { directory } from './clients';
import { tolerant } from './errors';

export async function start(body: unknown) {
  return directory.post('/v1.0/teams', body);
}
`;

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A document with one mark, and the mark. */
async function marked(uri: vscode.Uri): Promise<{ editor: vscode.TextEditor; mark: vscode.Diagnostic }> {
  const editor = await show(uri);
  const [mark] = await marksWhen(uri, 'a mark', (found) => found.length === 1);
  assert.ok(mark);
  return { editor, mark };
}

/** Answers the question for a reason, after looking at what it refuses. */
function answer(reason: string | undefined): { refused: string[] } {
  const seen: { refused: string[] } = { refused: [] };
  stub(vscode.window, 'showInputBox', async (options?: vscode.InputBoxOptions) => {
    for (const text of ['', '  ', 'x', 'todo', 'FIXME', 'xxx', 'reason', 'asdf', 'n/a', '...', reason ?? '']) {
      const fault = await options?.validateInput?.(text);
      if (typeof fault === 'string' && fault !== '') seen.refused.push(text);
    }
    return reason;
  });
  return seen;
}

/** Collects what would be shown as a message, each answered with nothing. */
function messages(): string[] {
  const shown: string[] = [];
  for (const name of ['showWarningMessage', 'showInformationMessage', 'showErrorMessage'] as const)
    stub(vscode.window, name, async (text: string) => {
      shown.push(text);
      return undefined;
    });
  return shown;
}

export function teach(): void {
  describe('teaching', () => {
    beforeEach(() => write(house(), houseText));
    afterEach(async () => {
      unstubAll();
      await closeAll();
      for (const uri of [config(), house(), fixture('second')])
        await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => {});
    });

    describe('a comment with a reason', () => {
      for (const { file, line } of [
        { file: 'subscribe.ts', line: "client.api('/subscriptions').post(" },
        { file: 'Orders.cs', line: 'container.CreateItemAsync(' },
      ])
        it(`takes the mark away (${file})`, async () => {
          const { editor, mark } = await marked(fixture(file));
          const { document } = editor;
          const seen = answer('the installer runs once');
          const rule = typeof mark.code === 'object' ? String(mark.code.value) : '';
          const action = await actionWith(document.uri, mark.range, `Ignore ${rule} here`);
          assert.ok(!action.isPreferred);
          await run(action);
          assert.deepEqual(seen.refused, ['', '  ', 'x', 'todo', 'FIXME', 'xxx', 'reason', 'asdf', 'n/a', '...']);
          await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
          const at = document.lineAt(lineWith(document, line)).text;
          const above = document.lineAt(lineWith(document, 'guard409-ignore')).text;
          assert.equal(lineWith(document, line), lineWith(document, 'guard409-ignore') + 1);
          assert.equal(above, `${/^\s*/.exec(at)?.[0]}// guard409-ignore ${rule}: the installer runs once`);
          await vscode.commands.executeCommand('undo');
          await marksWhen(document.uri, 'the mark again', (found) => found.length === 1);
        });

      it('is not written when the question is dismissed', async () => {
        const { editor, mark } = await marked(fixture('subscribe.ts'));
        answer(undefined);
        await run(await actionWith(editor.document.uri, mark.range, 'here, because'));
        assert.equal(editor.document.isDirty, false);
      });

      it('is not written where the text changed in the meantime, and that is said', async () => {
        const { editor, mark } = await marked(fixture('subscribe.ts'));
        const shown = messages();
        const action = await actionWith(editor.document.uri, mark.range, 'here, because');
        stub(vscode.window, 'showInputBox', async () => {
          await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n\n'));
          return 'the installer runs once';
        });
        await run(action);
        assert.equal(editor.document.getText().includes('guard409-ignore'), false);
        assert.match(shown.join(), /changed/);
      });

      it('is not offered for an older text, nor to who asks for other kinds', async () => {
        const { editor, mark } = await marked(fixture('subscribe.ts'));
        const { uri } = editor.document;
        const other = await actionsAt(uri, mark.range, vscode.CodeActionKind.Refactor);
        assert.deepEqual(
          other.map(({ title }) => title),
          [],
        );
        assert.ok((await actionsAt(uri, mark.range, vscode.CodeActionKind.QuickFix)).length > 0);
        // Whatever is offered now speaks of the text as it is now, or nothing is.
        await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), '\n'));
        const moved = mark.range.with(mark.range.start.translate(1), mark.range.end.translate(1));
        const line = moved.start.line + 1;
        for (const { command } of await actionsAt(uri, moved)) assert.equal(command?.arguments?.[1].line, line);
      });
    });

    describe('a comment that cannot count', () => {
      const rows = [
        { title: 'covers nothing', rule: 'graph/group-exists: the name is new', fix: 'Remove this', left: '' },
        {
          title: 'names no rule that exists',
          rule: 'graph/nothing-like-it: the name is new',
          fix: 'Remove this',
          left: '',
        },
      ];
      for (const { title, rule, fix } of rows)
        it(`is removed where it ${title}`, async () => {
          const { editor } = await marked(fixture('subscribe.ts'));
          const { document } = editor;
          const before = document.getText();
          const end = document.lineAt(document.lineCount - 1).range.end;
          await editor.edit((builder) => builder.insert(end, `// guard409-ignore ${rule}\n`));
          const found = await marksWhen(document.uri, 'two marks', (all) => all.length === 2);
          const problem = found.find((mark) => mark.code === undefined);
          assert.equal(problem && document.getText(problem.range), rule.split(':')[0]);
          const action = await actionWith(document.uri, problem?.range ?? new vscode.Range(0, 0, 0, 0), fix);
          await run(action);
          assert.equal(document.getText(), before);
          await marksWhen(document.uri, 'one mark', (all) => all.length === 1);
        });

      it('gets the rule that was meant, and then a reason', async () => {
        const { editor, mark } = await marked(fixture('subscribe.ts'));
        const { document } = editor;
        const line = document.lineAt(mark.range.start.line).range.start;
        await editor.edit((builder) =>
          builder.insert(line, '  // guard409-ignore graph/subscription-duplicat: todo\n'),
        );
        const found = await marksWhen(document.uri, 'three marks', (all) => all.length === 3);
        const at = (text: string) =>
          found.find(({ range }) => document.getText(range) === text)?.range ?? assert.fail(`no mark on ${text}`);
        const todo = at('todo').start.translate(0, 1);
        const change = await actionWith(document.uri, at('graph/subscription-duplicat'), 'Change to');
        assert.equal(change.isPreferred, true);
        await run(change);
        await marksWhen(document.uri, 'two marks', (all) => all.length === 2);
        answer('renewed by the next run');
        await run(await actionWith(document.uri, new vscode.Range(todo, todo), 'Give a reason'));
        await marksWhen(document.uri, 'no marks', (all) => all.length === 0);
        assert.match(document.getText(), /guard409-ignore graph\/subscription-duplicate: renewed by the next run\n/);
      });
    });

    describe('a client', () => {
      it('that is Microsoft Graph is added to a new file, and its mark becomes certain', async () => {
        const { mark } = await marked(house());
        await run(await actionWith(house(), mark.range, '"directory" is Microsoft Graph'));
        const text = await textOf(config());
        assert.match(text, /^\/\/ /);
        assert.match(
          text,
          /"httpClients": \[\n.*"name": "directory", "baseUrl": "https:\/\/graph\.microsoft\.com\/v1\.0"/,
        );
        await offersNoClient();
      });

      it('that is not Microsoft Graph loses its marks, in this file or in all', async () => {
        const comment = '{\n  // our own words\n  "handlers": ["tolerant"] // of errors.ts\n}\n';
        await write(config(), comment);
        const { mark } = await marked(house());
        await run(await actionWith(house(), mark.range, 'is not Microsoft Graph in this file'));
        await marksWhen(house(), 'an end of the mark', (found) => found.length === 0);
        assert.equal(
          await textOf(config()),
          '{\n  // our own words\n  "handlers": ["tolerant"], // of errors.ts\n  "excludedClients": [\n    { "name": "directory", "files": ["/house.ts"] }\n  ]\n}\n',
        );
        await write(config(), '{}');
        await marksWhen(house(), 'the mark again', (found) => found.length === 1);
        await run(await actionWith(house(), mark.range, 'anywhere in this folder'));
        await marksWhen(house(), 'an end of the mark', (found) => found.length === 0);
        assert.match(await textOf(config()), /\{ "name": "directory" \}/);
      });

      it('joins what is not saved yet in the file, without saving or losing it', async () => {
        await write(config(), '{\n}\n');
        const { mark } = await marked(house());
        const action = await actionWith(house(), mark.range, 'anywhere in this folder');
        const editor = await show(config());
        await editor.edit((builder) =>
          builder.insert(new vscode.Position(0, 1), '\n  "testsAsInformation": false // mine'),
        );
        const shown = messages();
        await run(action);
        const text = editor.document.getText();
        assert.match(text, /"testsAsInformation": false, \/\/ mine\n\s+"excludedClients"/);
        assert.equal(editor.document.isDirty, true);
        assert.match(shown.join(), /not saved/);
        assert.equal(await textOf(config()), '{\n}\n');
        await editor.document.save();
        await marksWhen(house(), 'an end of the mark', (found) => found.length === 0);
      });

      it('is not written to a file with errors, and that is said', async () => {
        const { mark } = await marked(house());
        const action = await actionWith(house(), mark.range, 'anywhere in this folder');
        const broken = '{ "severities": { "graph/nothing": "error" } ';
        await write(config(), broken);
        const shown = messages();
        await run(action);
        assert.equal(await textOf(config()), broken);
        assert.match(shown.join(), /error in line 1/);
      });

      it('is written to the folder of the document where there are several', async () => {
        const folder = { uri: fixture('second'), name: 'second', index: 1 };
        const file = vscode.Uri.joinPath(folder.uri, 'house.ts');
        await write(file, houseText);
        const own = vscode.workspace.getWorkspaceFolder;
        stub(vscode.workspace, 'getWorkspaceFolder', (uri: vscode.Uri) =>
          uri.path.startsWith(`${folder.uri.path}/`) || uri.path === folder.uri.path ? folder : own(uri),
        );
        const { mark } = await marked(file);
        await run(await actionWith(file, mark.range, 'is not Microsoft Graph in this file'));
        assert.match(await textOf(vscode.Uri.joinPath(folder.uri, '.guard409.jsonc')), /"files": \["\/house\.ts"\]/);
        // That it then counts there is tested in a window that really has several folders.
        assert.equal(await textOf(config()).catch(() => 'none'), 'none');
      });

      it('is not spoken of without trust, without a folder, and where nothing can be written', async () => {
        const { mark } = await marked(house());
        const { range } = mark;
        const offered = async (uri = house()) =>
          (await actionsAt(uri, range)).filter(({ title }) => title.includes('"directory"'));
        assert.equal((await offered()).length, 3);
        const readOnly = { ...vscode.workspace.fs, isWritableFileSystem: () => false };
        stub(vscode.workspace, 'fs', readOnly);
        assert.deepEqual(await offered(), []);
        unstubAll();
        stub(vscode.workspace, 'isTrusted', false);
        assert.deepEqual(await offered(), []);
        unstubAll();
        const content = houseText;
        const untitled = await vscode.workspace.openTextDocument({ language: 'typescript', content });
        await vscode.window.showTextDocument(untitled);
        await marksWhen(untitled.uri, 'a mark', (found) => found.length === 1);
        assert.deepEqual(await offered(untitled.uri), []);
        assert.ok((await actionsAt(untitled.uri, range)).some(({ title }) => /ignore/i.test(title)));
      });
    });

    describe('a helper', () => {
      it('that handles conflicts takes the mark away', async () => {
        await write(
          house(),
          houseText.replace('directory.post(', 'tolerant(() => directory.post(').replace(', body);', ', body));'),
        );
        const { mark } = await marked(house());
        await run(await actionWith(house(), mark.range, '"tolerant" handles conflicts'));
        await marksWhen(house(), 'an end of the mark', (found) => found.length === 0);
        assert.match(await textOf(config()), /"handlers": \["tolerant"\]/);
      });
    });
  });

  describe('teaching in the configuration file', () => {
    afterEach(async () => {
      await closeAll();
      await vscode.workspace.fs.delete(config()).then(undefined, () => {});
    });

    it('completes keys and rules', async () => {
      await write(config(), '{\n  \n}\n');
      const editor = await show(config());
      const labels = async (line: number, column: number): Promise<string[]> => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          config(),
          new vscode.Position(line, column),
        );
        return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
      };
      const keys = await eventually(
        () => labels(1, 2),
        (all) => all.includes('severities'),
      );
      for (const key of ['handlers', 'httpClients', 'excludedClients', 'confirmedClients'])
        assert.ok(keys.includes(key), key);
      await replaceText(editor, '  \n', '  "severities": {\n    \n  }\n');
      const ids = await eventually(
        () => labels(2, 4),
        (all) => all.includes('graph/subscription-duplicate'),
      );
      assert.ok(ids.includes('cosmos/*'));
      await replaceText(editor, '    \n', '    "cosmos/*": \n');
      const words = await eventually(
        () => labels(2, 16),
        (all) => all.includes('hint'),
      );
      assert.ok(words.includes('none'));
    });

    it('describes a key', async () => {
      await write(config(), '{\n  "handlers": []\n}\n');
      await show(config());
      const texts = await eventually(
        async () => {
          const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
            'vscode.executeHoverProvider',
            config(),
            new vscode.Position(1, 5),
          );
          return hovers.flatMap(({ contents }) => contents.map((c) => (typeof c === 'string' ? c : c.value)));
        },
        (all) => all.length > 0,
      );
      assert.match(texts.join(), /tell conflicts apart/);
    });

    it('marks an unknown rule where it stands and offers the one that was meant', async () => {
      await write(config(), '{\n  "severities": { "graph/subscription-duplicat": "hint" }\n}\n');
      const { editor, mark } = await marked(config());
      assert.equal(editor.document.getText(mark.range), '"graph/subscription-duplicat"');
      const action = await actionWith(config(), mark.range, 'Change to "graph/subscription-duplicate"');
      assert.equal(action.isPreferred, true);
      await run(action);
      await marksWhen(config(), 'an end of the mark', (found) => found.length === 0);
      assert.match(editor.document.getText(), /\{ "graph\/subscription-duplicate": "hint" \}/);
    });
  });
}

/** Waits until the file is judged with its new configuration: nothing more is to be said of its client. */
async function offersNoClient(): Promise<void> {
  await eventually(
    async () => {
      const [mark] = marks(house());
      return mark ? (await actionsAt(house(), mark.range)).map(({ title }) => title) : [];
    },
    (titles) => titles.length > 0 && !titles.some((title) => title.includes('"directory"')),
  );
}

/** Asks again until the answer is as wanted: the editor's own servers take a while to start. */
async function eventually<T>(ask: () => Thenable<T>, wanted: (answer: T) => boolean): Promise<T> {
  const until = Date.now() + 15_000;
  for (;;) {
    const found = await ask();
    if (wanted(found)) return found;
    if (Date.now() > until) assert.fail(`there is only ${JSON.stringify(found)}`);
    await pause(100);
  }
}
