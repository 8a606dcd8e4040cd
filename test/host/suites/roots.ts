/** A window with several folders: each goes by its own configuration, and only it by that. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { actionWith, run } from './actions.js';
import { closeAll, eventually, marks, marksWhen, pause, show, started } from './support.js';

const { Error: error, Warning: warning, Information: information, Hint: hint } = vscode.DiagnosticSeverity;

/** A folder of the window by its name. */
function folder(name: string): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  assert.ok(found, `the folder ${name} is open`);
  return found;
}

const file = (name: string, path = 'subscribe.ts') => vscode.Uri.joinPath(folder(name).uri, path);

async function markedAs(uri: vscode.Uri, severity: vscode.DiagnosticSeverity): Promise<void> {
  const wanted = vscode.DiagnosticSeverity[severity];
  await marksWhen(uri, `one mark as ${wanted}`, ([mark, more]) => mark?.severity === severity && more === undefined);
}

/** Does something, waits until it has come about, and a little longer. @returns what was marked anew meanwhile */
async function markedAnew(act: () => Promise<void>): Promise<Set<string>> {
  const seen = new Set<string>();
  const { results } = await started();
  const subscription = results.onDidChange((uris) => {
    for (const uri of uris) seen.add(uri.toString());
  });
  try {
    await act();
    await pause(600);
  } finally {
    subscription.dispose();
  }
  return seen;
}

/** A call of which only a likely client tells that it is one of Graph. */
const house = `import { directory } from './clients';

export async function start(body: unknown) {
  return directory.post('/v1.0/teams', body);
}
`;

/** Opens one file of each folder, each with the mark its folder gives it. */
async function openAll(): Promise<void> {
  for (const [name, severity] of own) {
    await show(file(name));
    await markedAs(file(name), severity);
  }
}

/** Each folder and what its configuration, or that of the window, makes of a mark. */
const own = [
  ['graph', error],
  ['cosmos', hint],
  ['inner', warning],
  ['plain', information],
] as const;

const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

async function changeFolders(start: number, remove: number, add: vscode.Uri[]): Promise<void> {
  const done = new Promise<void>((resolve) => {
    const subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      subscription.dispose();
      resolve();
    });
  });
  assert.ok(vscode.workspace.updateWorkspaceFolders(start, remove, ...add.map((uri) => ({ uri }))));
  await done;
}

export function roots(): void {
  describe('several folders', () => {
    afterEach(async () => {
      await closeAll();
      await vscode.commands.executeCommand('guard409.clearScan');
    });

    it('go by their own configuration files, and by the settings of the window where they have none', openAll);

    it('go by the file at their root alone, also deep in the folder', async () => {
      await show(file('graph', 'deep/subscribe.ts'));
      await markedAs(file('graph', 'deep/subscribe.ts'), error);
    });

    it('are marked anew where a configuration file has changed, and nowhere else', async () => {
      const config = file('cosmos', '.guard409.jsonc');
      const before = await vscode.workspace.fs.readFile(config);
      await openAll();
      try {
        const anew = await markedAnew(async () => {
          await write(config, '{ "severities": { "graph/*": "error" } }');
          await markedAs(file('cosmos'), error);
        });
        assert.ok(anew.has(file('cosmos').toString()));
        for (const name of ['graph', 'inner', 'plain']) assert.ok(!anew.has(file(name).toString()), name);
      } finally {
        await vscode.workspace.fs.writeFile(config, before);
      }
      await markedAs(file('cosmos'), hint);
    });

    it('are marked anew where a setting has changed, and nowhere else', async () => {
      await openAll();
      const set = (value: boolean | undefined) =>
        vscode.workspace
          .getConfiguration('guard409', folder('plain').uri)
          .update('enable', value, vscode.ConfigurationTarget.WorkspaceFolder);
      try {
        const anew = await markedAnew(async () => {
          await set(false);
          await marksWhen(file('plain'), 'an end of the mark', (found) => found.length === 0);
        });
        for (const name of ['graph', 'cosmos', 'inner']) assert.ok(!anew.has(file(name).toString()), name);
      } finally {
        await set(undefined);
        await write(file('plain', '.vscode/settings.json'), '{}\n');
      }
      await markedAs(file('plain'), information);
    });

    it('are taught each on its own: what is said of a client counts in its folder, and is written nowhere else', async () => {
      const taught = file('plain', 'house.ts');
      const config = file('plain', '.guard409.jsonc');
      const other = file('graph', 'house.ts');
      try {
        for (const uri of [taught, other]) await write(uri, house);
        await show(other);
        const [otherMark] = await marksWhen(other, 'a mark', (found) => found.length === 1);
        await show(taught);
        const [mark] = await marksWhen(taught, 'a mark', (found) => found.length === 1);
        assert.ok(mark && otherMark);
        await run(await actionWith(taught, mark.range, 'is not Microsoft Graph in this file'));
        await marksWhen(taught, 'an end of the mark', (found) => found.length === 0);
        assert.match(
          new TextDecoder().decode(await vscode.workspace.fs.readFile(config)),
          /"files": \["\/house\.ts"\]/,
        );
        assert.equal(marks(other).length, 1);
      } finally {
        await closeAll();
        for (const uri of [taught, other, config]) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
      }
    });

    it('are scanned each by its own configuration, a folder within another one once', async () => {
      await vscode.commands.executeCommand('guard409.scanWorkspace');
      for (const [name, severity] of own) await markedAs(file(name), severity);
      await markedAs(file('graph', 'deep/subscribe.ts'), error);
    });

    it('lose their marks when they are taken out, and have none when they come back', async () => {
      await vscode.commands.executeCommand('guard409.scanWorkspace');
      const plain = file('plain');
      const { uri } = folder('plain');
      await markedAs(plain, information);
      await changeFolders(3, 1, []);
      await eventually('an end of the mark', () => marks(plain).length === 0);
      assert.equal(marks(file('cosmos')).length, 1);
      await changeFolders(3, 0, [uri]);
      await pause(600);
      assert.equal(marks(plain).length, 0);
      await show(plain);
      await markedAs(plain, information);
    });

    it('leave what is open to the folder around them when they are taken out', async () => {
      const inner = file('inner');
      const { uri } = folder('inner');
      await show(inner);
      await markedAs(inner, warning);
      await changeFolders(2, 1, []);
      await markedAs(inner, error);
      await changeFolders(2, 0, [uri]);
      await markedAs(inner, warning);
    });
  });
}
