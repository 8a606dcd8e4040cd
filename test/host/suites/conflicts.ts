/** Decoding errors, explaining here, comparing, coverage, decisions and the tools for agents. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { stub, unstubAll } from './actions.js';
import { closeAll, fixture, lineWith, marksWhen, pause, show } from './support.js';

const patienceMs = 10_000;
const duplicate =
  'POST https://graph.microsoft.com/v1.0/subscriptions\nHTTP/1.1 409 Conflict\n\n{"error":{"code":"ObjectIdentifierInUse","message":"Subscription Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 already exists for the requested combination of anna@contoso.com"}}';

/** Waits until a page of a folder is shown and says something; returns all of it. */
async function pageWith(folder: string, pattern: RegExp): Promise<string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputCustom && input.uri.path.startsWith(folder) ? input.uri : undefined;
    const text = uri ? (await vscode.workspace.openTextDocument(uri)).getText() : 'no page';
    if (pattern.test(text)) return text;
    if (Date.now() > until) assert.fail(`${pattern} is not in\n${text}`);
    await pause(50);
  }
}

/** Collects what is said by messages, each answered with nothing. */
function messages(): string[] {
  const shown: string[] = [];
  stub(vscode.window, 'showInformationMessage', async (text: string) => {
    shown.push(text);
    return undefined;
  });
  return shown;
}

/** Answers the editor's questions in order: the pick by a part of its label, the text as it is; `undefined` dismisses. */
function answers(picks: (string | string[] | undefined)[], texts: (string | undefined)[] = []): string[] {
  const asked: string[] = [];
  stub(
    vscode.window,
    'showQuickPick',
    async (items: readonly (vscode.QuickPickItem | string)[], options?: vscode.QuickPickOptions) => {
      asked.push(options?.placeHolder ?? '');
      const wanted = picks.shift();
      const labelled = (item: vscode.QuickPickItem | string) => (typeof item === 'string' ? item : item.label);
      if (wanted === undefined) return undefined;
      if (Array.isArray(wanted)) return items.filter((item) => wanted.some((w) => labelled(item).includes(w)));
      const found = items.find((item) => labelled(item).includes(wanted));
      assert.ok(found, `${wanted} in ${items.map(labelled).join(' | ')}`);
      return found;
    },
  );
  stub(vscode.window, 'showInputBox', async (options?: vscode.InputBoxOptions) => {
    asked.push(options?.title ?? '');
    const text = texts.shift();
    return text === '' ? options?.value : text;
  });
  return asked;
}

const decisions = () => fixture('docs/decisions');
const decoder = new TextDecoder();

async function filesIn(folder: vscode.Uri): Promise<string[]> {
  return (
    await vscode.workspace.fs.readDirectory(folder).then(
      (all) => all,
      () => [],
    )
  )
    .map(([name]) => name)
    .sort();
}

async function textIn(folder: vscode.Uri, name: string): Promise<string> {
  return decoder.decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
}

export function conflicts(): void {
  describe('conflicts', () => {
    afterEach(async () => {
      unstubAll();
      await closeAll();
      await vscode.workspace.fs.delete(fixture('docs'), { recursive: true }).then(undefined, () => {});
    });

    describe('decode an error', () => {
      it('shows the scenario, the calls that could have sent it and no tenant data', async () => {
        const subscribe = fixture('subscribe.ts');
        await show(subscribe);
        await marksWhen(subscribe, 'a mark', (found) => found.length > 0);
        const found = await vscode.commands.executeCommand<{ rule: string; confidence: number }[]>(
          'guard409.decodeError',
          duplicate,
        );
        assert.equal(found[0]?.rule, 'graph/subscription-duplicate');
        assert.ok(found[0].confidence >= 0.9);
        const page = await pageWith('/decoded/', /ObjectIdentifierInUse/);
        assert.match(page, /\]\(\.\.\/explain\/-\/graph\/subscription-duplicate\.409\)/);
        assert.match(page, /subscribe\\\.ts\\:\d+\]\(\/subscribe\.ts#L\d+\)/);
        assert.doesNotMatch(page, /anna@|3f2504e0/);
      });

      it('takes the clipboard', async () => {
        await vscode.env.clipboard.writeText(duplicate);
        answers(['Clipboard']);
        await vscode.commands.executeCommand('guard409.decodeError');
        await pageWith('/decoded/', /ObjectIdentifierInUse/);
      });

      it('takes the selection', async () => {
        const document = await vscode.workspace.openTextDocument({ content: `before\n${duplicate}\nafter` });
        const editor = await vscode.window.showTextDocument(document);
        editor.selection = new vscode.Selection(1, 0, document.lineCount - 2, 400);
        answers(['Selection']);
        await vscode.commands.executeCommand('guard409.decodeError');
        await pageWith('/decoded/', /ObjectIdentifierInUse/);
      });

      it('says so where there is no such conflict', async () => {
        const found = await vscode.commands.executeCommand('guard409.decodeError', 'npm ERR! code E409 409 Conflict');
        assert.deepEqual(found, []);
        await pageWith('/decoded/', /^# No known conflict/);
      });
    });

    it('explains the conflict at the cursor', async () => {
      const editor = await show(fixture('Orders.cs'));
      await marksWhen(editor.document.uri, 'a mark', (found) => found.length > 0);
      const line = lineWith(editor.document, 'CreateItemAsync(');
      editor.selection = new vscode.Selection(line, 0, line, 0);
      const shown: unknown[] = [];
      const { executeCommand } = vscode.commands;
      stub(vscode.commands, 'executeCommand', async (command: string, ...args: unknown[]) => {
        if (command !== 'guard409.explain') return executeCommand(command, ...args);
        shown.push(args[0]);
        return undefined;
      });
      await vscode.commands.executeCommand('guard409.explainAtCursor');
      assert.deepEqual(shown, ['cosmos/item-id-exists']);
      const said = messages();
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('guard409.explainAtCursor');
      assert.equal(said.length, 1);
    });

    it('compares portal and API, for one conflict and for all', async () => {
      await vscode.commands.executeCommand('guard409.comparePortal', 'cosmos/item-id-exists');
      await pageWith('/compare/', /Data Explorer shows the refusal/);
      answers(['All conflicts']);
      await vscode.commands.executeCommand('guard409.comparePortal');
      const page = await pageWith('/compare/all', /\| Conflict \| Portal \| API \|/);
      assert.ok(page.split('\n').length > 60);
    });

    it('shows what is covered', async () => {
      const subscribe = fixture('subscribe.ts');
      await show(subscribe);
      await marksWhen(subscribe, 'a mark', (found) => found.length > 0);
      await vscode.commands.executeCommand('guard409.showCoverage');
      const page = await pageWith('/coverage/', /## Calls in this workspace/);
      assert.match(page, /\d+ of 149 records/);
      assert.match(page, /\| Microsoft Graph \| \d+ \/ \d+ \/ \d+ \|/);
    });

    describe('a decision', () => {
      it('is written as a record and an entry for the calendar', async () => {
        answers(
          ['Turned on again', ['permissions report', 'Search the audit log']],
          ['', 'The report is clean.', '2027-01-31'],
        );
        await vscode.commands.executeCommand('guard409.recordDecision');
        const [entry = '', record = '', ...more] = await filesIn(decisions());
        assert.deepEqual(more, []);
        assert.match(record, /^\d{4}-\d\d-\d\d-microsoft-365-copilot-chat-on\.md$/);
        assert.equal(entry, record.replace(/md$/, 'ics'));
        const text = await textIn(decisions(), record);
        assert.match(text, /Copilot Chat: turned on again/);
        assert.equal(text.match(/- \[x\]/g)?.length, 2);
        assert.match(await textIn(decisions(), entry), /\r\nDTSTART;VALUE=DATE:20270131\r\n/);
        assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(record));
      });

      it('shows an earlier record first and overwrites none', async () => {
        answers(['Turned off', []], ['', 'Oversharing was found.', '']);
        await vscode.commands.executeCommand('guard409.recordDecision');
        const before = await filesIn(decisions());
        const [, record = ''] = before;
        const text = await textIn(decisions(), record);
        await closeAll();

        answers(['Keep to the existing'], ['MICROSOFT 365 copilot chat']);
        await vscode.commands.executeCommand('guard409.recordDecision');
        assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith(record));
        assert.deepEqual(await filesIn(decisions()), before);

        answers(['Write a new record', 'Turned off', []], ['', 'Looked at again.', '']);
        await vscode.commands.executeCommand('guard409.recordDecision');
        assert.equal((await filesIn(decisions())).length, 4);
        assert.equal(await textIn(decisions(), record), text);
      });

      it('is not written where a question is dismissed', async () => {
        for (const [picks, texts] of [
          [[], [undefined]],
          [[undefined], ['']],
          [['Turned off', undefined], ['']],
          [
            ['Turned off', []],
            ['', undefined],
          ],
          [
            ['Turned off', []],
            ['', 'why', undefined],
          ],
          [
            ['Turned off', []],
            ['', 'why', 'tomorrow'],
          ],
        ] as [(string | string[] | undefined)[], (string | undefined)[]][]) {
          answers(picks, texts);
          await vscode.commands.executeCommand('guard409.recordDecision');
          unstubAll();
        }
        assert.deepEqual(await filesIn(decisions()), []);
      });

      it('is not written in a workspace that is not trusted', async () => {
        stub(vscode.workspace, 'isTrusted', false);
        const said = messages();
        await vscode.commands.executeCommand('guard409.recordDecision');
        assert.deepEqual(said, ['Records are written in trusted workspaces only.']);
        assert.deepEqual(await filesIn(decisions()), []);
      });
    });

    it('answers agents', async () => {
      const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('guard409_'));
      assert.deepEqual(names.sort(), ['guard409_decode', 'guard409_explain', 'guard409_unhandled']);
      const ask = async (name: string, input: object): Promise<string> => {
        const options = { input, toolInvocationToken: undefined };
        const { content } = await vscode.lm.invokeTool(name, options);
        return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
      };
      const decoded = await ask('guard409_decode', { text: duplicate });
      assert.equal(JSON.parse(decoded).matches[0].rule, 'graph/subscription-duplicate');
      assert.doesNotMatch(decoded, /anna@|3f2504e0/);
      assert.equal(JSON.parse(await ask('guard409_explain', { rule: 'cosmos/stale-etag' })).rule, 'cosmos/stale-etag');
      const subscribe = fixture('subscribe.ts');
      await show(subscribe);
      await marksWhen(subscribe, 'a mark', (found) => found.length > 0);
      const { calls } = JSON.parse(await ask('guard409_unhandled', { rule: 'graph/subscription-duplicate' }));
      assert.ok(calls.length > 0 && calls.every((call: { file: string }) => call.file === 'subscribe.ts'));
    });
  });
}
