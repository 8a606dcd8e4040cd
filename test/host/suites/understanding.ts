/** What the editor says about a call and a file: hover, language status and code lens. */
import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, eventually, fixture, lineWith, marksWhen, replaceText, show, started } from './support.js';

const subscribeCall = "client.api('/subscriptions').post(";

/** Code whose texts try to become links, images and commands in whatever is made of them. */
const hostile = `import type { Client } from '@microsoft/microsoft-graph-client';
const evil = '[click](command:workbench.action.terminal.new) https://evil.example';
export async function add(client: Client): Promise<void> {
  await client.api('/groups/www.evil.example/members/$ref').post({ evil });
  // guard409-ignore graph/subscription-duplicate: see [x](command:guard409.evil) at https://evil.example, \`x\` <b> $(zap)
  await client.api('/subscriptions').post({ changeType: evil });
}
`;

export function understanding(): void {
  describe('the hover', () => {
    afterEach(reset);

    it('says what clashes, what is answered and what helps, with trusted links of its own only', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      const [content, ...others] = await hoversAt(document, subscribeCall, 'post');
      assert.ok(content);
      assert.deepEqual(others, []);
      for (const part of [
        /\*\*Conflict not handled\\\.\*\*/,
        /^(?!.*Nothing catches the error of this call)/s,
        /Something with the same identity \\\(resource/,
        /`409` ObjectIdentifierInUse/,
        /Create or get/,
        /One list and one PATCH/,
        /never succeeds/,
        /\[Explain\]\(command:guard409\.explain\?%5B%22graph%2Fsubscription-duplicate%22%2C%7B%22uri%22%3A[^)]+subscribe\.ts%22%2C%22line%22%3A5%2C/,
      ]) {
        assert.match(content.value, part);
      }
      assert.ok(content.value.split('\n').filter((line) => line.trim() !== '').length <= 8);
      assert.ok(!content.supportHtml);
      const trusted = content.isTrusted;
      assert.ok(typeof trusted === 'object');
      const registered = new Set(await vscode.commands.getCommands(true));
      for (const command of trusted.enabledCommands) assert.ok(registered.has(command), `${command} is registered`);
      const used = [...content.value.matchAll(/\]\(command:([^?)]+)/g)].map(([, command]) => command);
      assert.deepEqual(used, trusted.enabledCommands);
    });

    it('stands on the name of the call and nowhere else', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      for (const [line, word] of [
        [subscribeCall, 'client'],
        [subscribeCall, 'subscriptions'],
        ['return subscription.id', 'subscription'],
      ] as const)
        assert.deepEqual(await hoversAt(document, line, word), []);
    });

    it('says in short that a conflict is handled, unless the setting wants marked calls alone', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { document } = editor;
      await handle(editor);
      await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
      const [content] = await hoversAt(document, subscribeCall, 'post');
      assert.match(content?.value ?? '', /\*\*Conflict handled\\\.\*\*/);
      assert.doesNotMatch(content?.value ?? '', /Remedy/);
      await set('hover', 'marked');
      assert.deepEqual(await hoversAt(document, subscribeCall, 'post'), []);
    });

    it('can be turned off', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      await set('hover', 'off');
      assert.deepEqual(await hoversAt(document, subscribeCall, 'post'), []);
    });

    it('shows text of the code as text', async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'typescript', content: hostile });
      await vscode.window.showTextDocument(document);
      await marksWhen(document.uri, 'a mark', (found) => found.length > 0);
      for (const line of ["'/groups/www", "'/subscriptions'"]) {
        const [content] = await hoversAt(document, line, 'post');
        assert.ok(content, `a hover at ${line}`);
        const own = content.value.replace(/\[[^\]]+\]\(command:guard409\.[a-z]+\?[\w%.-]*\)/gi, '');
        assert.doesNotMatch(own.replaceAll('`409`', '').replaceAll('`400`', ''), /(?<!\\)[[\]()<>!`$.:@]/);
      }
    });
  });

  describe('the language status', () => {
    afterEach(reset);

    it('counts the calls of the file in front and goes with it', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { document } = editor;
      const open = await statusWhen('409: 0 of 1 handled');
      assert.equal(open.detail, '1 call seen: 0 handled, 1 not');
      assert.equal(open.severity, vscode.LanguageStatusSeverity.Warning);
      assert.equal(open.busy, false);
      await handle(editor);
      await marksWhen(document.uri, 'an end of the mark', (found) => found.length === 0);
      const handled = await statusWhen('409: 1 of 1 handled');
      assert.equal(handled.severity, vscode.LanguageStatusSeverity.Information);
      await show(fixture('plain.ts'));
      assert.match((await statusWhen('409: no service mentioned')).detail ?? '', /nothing here speaks/);
      await closeAll();
      const api = await started();
      await eventually('no status', () => api.languageStatus() === undefined);
    });

    it('says that the file is left out or turned off, and opens what says so', async () => {
      await show(fixture('subscribe.ts'));
      await statusWhen('409: 0 of 1 handled');
      await set('enable', false);
      assert.equal((await statusWhen('409: turned off')).command?.command, 'workbench.action.openSettings');
      await set('enable', undefined);
      await statusWhen('409: 0 of 1 handled');
      const text = '{ "exclude": ["subscribe.ts"] }';
      await vscode.workspace.fs.writeFile(fixture('.guard409.jsonc'), new TextEncoder().encode(text));
      assert.equal((await statusWhen('409: left out')).detail, 'left out by .guard409.jsonc');
    });

    it('says that the file is too large, until it is not', async () => {
      const { document } = await show(fixture('subscribe.ts'));
      const content = `${document.getText()}\n//${'x'.repeat(1024 * 1024)}`;
      const large = await vscode.workspace.openTextDocument({ language: 'typescript', content });
      const editor = await vscode.window.showTextDocument(large);
      await statusWhen('409: file too large');
      const last = large.lineAt(large.lineCount - 1).range;
      assert.ok(await editor.edit((builder) => builder.delete(last)));
      await statusWhen('409: 0 of 1 handled');
      await marksWhen(large.uri, 'a mark', (found) => found.length === 1);
    });
  });

  describe('the code lens', () => {
    afterEach(reset);

    it('stands above marked calls when the setting wants it, and moves with them', async () => {
      const editor = await show(fixture('subscribe.ts'));
      const { document } = editor;
      await marksWhen(document.uri, 'a mark', (found) => found.length === 1);
      assert.deepEqual(await lenses(document), []);
      await set('codeLens', 'marked');
      const expected = () => [`${lineWith(document, subscribeCall)} 409: duplicate not handled · Explain`];
      assert.deepEqual(await lenses(document), expected());
      assert.ok(await editor.edit((builder) => builder.insert(new vscode.Position(1, 0), '\n\n// moved\n')));
      // Asked for right after the edit, it waits for the result of the new text.
      assert.deepEqual(await lenses(document), expected());
      await handle(editor);
      assert.deepEqual(await lenses(document), []);
      await set('codeLens', 'all');
      assert.deepEqual(await lenses(document), [
        `${lineWith(document, subscribeCall)} 409: duplicate handled · Explain`,
      ]);
      await set('codeLens', undefined);
      assert.deepEqual(await lenses(document), []);
    });
  });
}

async function reset(): Promise<void> {
  await closeAll();
  for (const name of ['hover', 'codeLens', 'enable']) await set(name, undefined);
  await vscode.workspace.fs.delete(fixture('.guard409.jsonc')).then(undefined, () => {});
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('guard409').update(name, value, vscode.ConfigurationTarget.Global);
}

/** Adds a handler around the one call of subscribe.ts. */
async function handle(editor: vscode.TextEditor): Promise<void> {
  await replaceText(editor, 'const subscription', 'try {\n  const subscription');
  await replaceText(
    editor,
    'return subscription.id;\n',
    `return subscription.id;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 409) return renew(client, user);
    throw error;
  }
`,
  );
}

/** The project's own hovers over a word behind the beginning of a line's text. */
async function hoversAt(document: vscode.TextDocument, line: string, word: string): Promise<vscode.MarkdownString[]> {
  const start = document.getText().indexOf(line);
  const offset = document.getText().indexOf(word, start);
  assert.ok(start >= 0 && offset >= 0, `${line} and ${word} stand in ${document.uri.path}`);
  const position = document.positionAt(offset + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .filter((content): content is vscode.MarkdownString => typeof content === 'object' && 'isTrusted' in content)
    .filter(({ value }) => value.includes('command:guard409.'));
}

/** `LINE TITLE` of the project's own lenses. */
async function lenses(document: vscode.TextDocument): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    10,
  );
  return found
    .filter(({ command }) => command?.command === 'guard409.explain')
    .map(({ range, command }) => `${range.start.line} ${command?.title}`);
}

/** Waits until the status of the file in front has a text, and returns it. */
async function statusWhen(
  text: string,
): Promise<Pick<vscode.LanguageStatusItem, 'detail' | 'severity' | 'busy' | 'command'>> {
  const api = await started();
  await eventually(
    `the status "${text}"`,
    () => api.languageStatus()?.text === text,
    () => api.languageStatus()?.text ?? 'none',
  );
  const status = api.languageStatus();
  assert.ok(status);
  return status;
}
