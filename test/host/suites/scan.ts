/** The scan of the workspace and the tree: which files, what is kept, and until when. */
import * as assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Guard409Api } from '../../../src/extension/extension.js';
import { closeAll, fixture, marks, marksWhen, pause, replaceText, show, started, until } from './support.js';

const scanFolder = 'scanned';
const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`guard409.${command}`, ...args);
const at = (name: string) => fixture(`${scanFolder}/${name}`);
const marked = (name: string) => marks(at(name)).length;

async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
}

/** The tree with its descriptions, indented; calls by their line. */
function drawn({ findings: { tree } }: Guard409Api): string[] {
  const lines: string[] = [];
  const add = (depth: string, rows: ReturnType<typeof tree.getChildren>) => {
    for (const row of rows) {
      const { label, description } = tree.getTreeItem(row);
      lines.push(`${depth}${label} (${description})`);
      add(`${depth}  `, tree.getChildren(row));
    }
  };
  add('', tree.getChildren());
  return lines;
}

export function scan(): void {
  describe('a scan of the workspace', () => {
    let api: Guard409Api;
    let unhandled: string;

    before(async () => {
      api = await started();
      unhandled = new TextDecoder().decode(await vscode.workspace.fs.readFile(fixture('subscribe.ts')));
      await write('.gitignore', 'generated/\n*.local.ts\n');
      await write('deep/.gitignore', '!kept.local.ts\n');
      for (const name of ['a.ts', 'generated/b.ts', 'c.local.ts', 'deep/kept.local.ts', 'hidden-by-setting/d.ts']) {
        await write(name, unhandled);
      }
      await write('node_modules/p/e.ts', unhandled);
      await write('f.min.js', unhandled);
      await write('g.ts', `\0${unhandled}`);
      await write('h.ts', unhandled + ' '.repeat(1024 * 1024));
    });
    afterEach(async () => {
      await closeAll();
      await run('clearScan');
    });
    after(() => vscode.workspace.fs.delete(fixture(scanFolder), { recursive: true }));

    it('marks files that are not open, and forgets them when it is cleared', async () => {
      await run('scanWorkspace');
      assert.equal(marked('a.ts'), 1);
      assert.ok(marks(fixture('Orders.cs')).length > 0);
      await run('clearScan');
      assert.equal(marked('a.ts'), 0);
      assert.equal(api.findings.scan.last, undefined);
    });

    it('honours ignore files at every level, files.exclude, folders of dependencies and the limits', async () => {
      await run('scanWorkspace');
      const found = api.findings.scan.last?.uris.map((uri) => vscode.workspace.asRelativePath(uri)) ?? [];
      const own = found.filter((path) => path.startsWith(scanFolder)).sort();
      assert.deepEqual(own, [`${scanFolder}/a.ts`, `${scanFolder}/deep/kept.local.ts`]);
      const { skipped } = api.findings.scan.last?.skips ?? { skipped: new Map() };
      const counts = ['gitignore', 'setting', 'folder', 'minified'].map(
        (reason) => Object.fromEntries(skipped)[reason],
      );
      assert.deepEqual(counts, [2, 1, 1, 1]);
      const problems = api.findings.scan.last?.problems.map(
        ({ file, message }) => `${file.split('/').at(-1)} ${message}`,
      );
      assert.equal(problems?.length, 2);
      assert.match(problems?.join('\n') ?? '', /g\.ts .*NUL[\s\S]*h\.ts .*1 MB/);
    });

    it('honours the configuration file of the folder', async () => {
      const config = fixture('.guard409.jsonc');
      await vscode.workspace.fs.writeFile(
        config,
        new TextEncoder().encode(`{ "exclude": ["${scanFolder}/a.ts"], "severities": { "graph/*": "hint" } }`),
      );
      try {
        // The configuration is read again when the editor has seen the file.
        for (let tries = 0; tries < 40; tries++) {
          await run('scanWorkspace');
          if (marked('a.ts') === 0) break;
          await pause(100);
        }
        assert.equal(marked('a.ts'), 0);
        assert.equal(marks(at('deep/kept.local.ts'))[0]?.severity, vscode.DiagnosticSeverity.Hint);
      } finally {
        await vscode.workspace.fs.delete(config);
        await pause(500);
      }
    });

    it('keeps its marks when a file is opened and closed, and takes over what was changed there', async () => {
      await run('scanWorkspace');
      await show(at('a.ts'));
      await closeAll();
      await pause(500);
      assert.equal(marked('a.ts'), 1);
      const editor = await show(at('a.ts'));
      await replaceText(editor, "'/subscriptions'", "'/me/messages'");
      await marksWhen(at('a.ts'), 'an end of the mark', (found) => found.length === 0);
      await editor.document.save();
      await closeAll();
      await pause(500);
      assert.equal(marked('a.ts'), 0);
      await write('a.ts', unhandled);
    });

    it('judges what is open by the text in the editor', async () => {
      const editor = await show(at('a.ts'));
      await replaceText(editor, "'/subscriptions'", "'/me/messages'");
      // The marks are those of the open document; what the scan itself found is looked at where it comes in.
      const { results } = api;
      const found = new Map<string, number>();
      const take = results.setScanned;
      results.setScanned = (scanned) => {
        for (const { uri, result } of scanned) found.set(uri.toString(), result.sites.length);
        take.call(results, scanned);
      };
      try {
        await run('scanWorkspace');
      } finally {
        results.setScanned = take;
      }
      assert.equal(found.get(at('a.ts').toString()) ?? 0, 0);
      assert.equal(found.get(at('deep/kept.local.ts').toString()), 1);
      await marksWhen(at('a.ts'), 'an end of the mark', (marked) => marked.length === 0);
      // Given up, so the file on the disk counts again.
      await closeAll();
      await marksWhen(at('a.ts'), 'the mark again', (found) => found.length === 1);
    });

    it('forgets files that are deleted or renamed', async () => {
      await write('gone.ts', unhandled);
      await write('old.ts', unhandled);
      await run('scanWorkspace');
      assert.deepEqual([marked('gone.ts'), marked('old.ts')], [1, 1]);
      await vscode.workspace.fs.delete(at('gone.ts'));
      const edit = new vscode.WorkspaceEdit();
      edit.renameFile(at('old.ts'), at('new.ts'));
      assert.ok(await vscode.workspace.applyEdit(edit));
      await marksWhen(at('gone.ts'), 'an end of the mark', (found) => found.length === 0);
      await marksWhen(at('old.ts'), 'an end of the mark', (found) => found.length === 0);
      await until(() => !/gone\.ts|old\.ts/.test(drawn(api).join()));
      assert.ok(!/gone\.ts|old\.ts/.test(drawn(api).join()), drawn(api).join());
    });

    it('takes the place of the one before', async () => {
      await write('late.ts', unhandled);
      await run('scanWorkspace');
      await write('late.ts', 'export {};\n');
      await run('scanWorkspace');
      assert.equal(marked('late.ts'), 0);
      await vscode.workspace.fs.delete(at('late.ts'));
    });

    it('can be cancelled, and keeps what was there', async () => {
      await run('scanWorkspace');
      assert.equal(marked('a.ts'), 1);
      const second = run('scanWorkspace');
      await run('cancelScan');
      await second;
      assert.equal(api.findings.scan.isRunning, false);
      assert.equal(api.findings.scan.last?.cancelled, true);
      assert.equal(marked('a.ts'), 1);
      await until(() => /cancelled/i.test(api.findings.tree.texts.message ?? ''));
      assert.match(api.findings.tree.texts.message ?? '', /cancelled/i);
      assert.match(drawn(api).join('\n'), /a\.ts/);
    });

    // In a browser there is none.
    if (typeof process !== 'undefined') {
      it('leaves no thread behind', async () => {
        // A worker is a message port to whoever counts what keeps the process alive.
        const ports = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;
        const before = ports();
        const done = run('scanWorkspace');
        await until(() => ports() > before);
        assert.ok(ports() > before, 'a thread judges');
        await done;
        assert.equal(ports(), before);
      });
    }

    it('ends in a summary, most urgent first, and a page', async () => {
      await run('scanWorkspace');
      await until(() => /a\.ts/.test(drawn(api).join()));
      const { message, badge } = api.findings.tree.texts;
      assert.match(message ?? '', /\d+ duplicates/);
      assert.ok(badge >= 3);
      await run('showScanSummary');
      const page = vscode.workspace.textDocuments.find(({ uri }) => uri.path.startsWith('/scan-summary/'));
      const text = page?.getText() ?? '';
      assert.match(text, /^# .+\n\n\*\*.*duplicates/);
      assert.ok(text.includes(`\`${scanFolder}/a.ts:5\``), text);
      assert.match(text, /files read, \d+ skipped: /);
    });
  });
}
