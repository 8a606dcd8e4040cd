/**
 * Whatever is done to a document, what is said of it then is what a fresh reading of its text says. The edits are random and
 * go through the editor's own events; GUARD409_SEED repeats a run. Needs Node.
 */
import * as assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { Engine } from '../../../src/analysis/engine.js';
import { DEFAULT_CONFIG } from '../../../src/analysis/engine-config.js';
import { Grammars } from '../../../src/analysis/languages/grammars.js';
import { languageOf } from '../../../src/analysis/languages/index.js';
import type { Guard409Api } from '../../../src/extension/extension.js';
import { engineFile } from '../../../src/extension/selection.js';
import { isMarked, toRange } from '../../../src/extension/to-diagnostic.js';
import { offersFor } from '../../../src/phrasing/fix.js';
import { burst, randomFrom, type Subject, subjects } from './random-edits.js';
import { closeAll, eventually, marks, marksWhen, started } from './support.js';

/** Bursts of edits in each document, and the time after which no more are begun: a busy machine does fewer. */
const bursts = 30;
const enoughMs = 18_000;

/** The part of all bursts after which the text must be whole code, so that it can be compared. */
const comparedPart = 0.5;

/** Reading and judging are not cut short here, however busy the machine is. */
const budgetMs = 60_000;

/** What the editor does by itself with a text that changes: it takes longer than the edits. */
const extras = [
  'editor.semanticHighlighting.enabled',
  'editor.stickyScroll.enabled',
  'editor.minimap.enabled',
  'editor.folding',
  'editor.bracketPairColorization.enabled',
  'editor.selectionHighlight',
  'editor.quickSuggestions',
  'breadcrumbs.enabled',
  'typescript.validate.enable',
];

/** @param value false, or undefined for what they are otherwise */
async function turnOff(value: false | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration();
  for (const name of extras) await settings.update(name, value, vscode.ConfigurationTarget.Global);
}

/** An engine that shares nothing with the extension's. */
function freshEngine(): { engine: Engine; isWhole(file: string, text: string): boolean } {
  const extension = vscode.extensions.getExtension('guard409.guard409');
  assert.ok(extension);
  const folder = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'grammars');
  const grammars = new Grammars(async (name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
  const engine = new Engine({
    grammars,
    config: { ...DEFAULT_CONFIG, root: '' },
    teach: true,
    offers: offersFor,
    budgetMs,
  });
  // Of broken code the parser may keep another part when it reads it from the start.
  const isWhole = (file: string, text: string) =>
    languageOf(file)?.read(text, { grammars, limitMs: budgetMs }).model.damaged.length === 0;
  return { engine, isWhole };
}

export function incremental(): void {
  describe('any edits', () => {
    let api: Guard409Api;
    before(async () => {
      api = await started();
      await turnOff(false);
    });
    after(async () => {
      await closeAll();
      await turnOff(undefined);
    });

    it('end in what a fresh reading says', async function () {
      this.timeout(90_000);
      const seed = Number(process.env['GUARD409_SEED'] ?? Date.now() % 1_000_000);
      const title = this.test?.title ?? '';
      const note = (text: string) => {
        if (this.test) this.test.title = `${title} (seed ${seed}${text})`;
      };
      note('');
      const random = randomFrom(seed);
      const { engine, isWhole } = freshEngine();
      const open: { document: vscode.TextDocument; subject: Subject; column: vscode.ViewColumn }[] = [];
      for (const [index, subject] of subjects.entries()) {
        const { language, text: content } = subject;
        const document = await vscode.workspace.openTextDocument({ language, content });
        open.push({ document, subject, column: index === 0 ? vscode.ViewColumn.One : vscode.ViewColumn.Two });
      }
      // Grammars and the editor's own support of a language begin with the first of its documents.
      for (const { document, column } of open) {
        await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
        await marksWhen(document.uri, 'marks', (found) => found.length > 0);
        await engine.analyse(engineFile(document) ?? '', document.getText(), () => undefined);
      }
      const begun = Date.now();
      let all = 0;
      let compared = 0;
      for (let round = 0; round < bursts && Date.now() - begun < enoughMs; round++) {
        const done: string[] = [];
        for (const { document, subject, column } of open) {
          const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
          done.push(`${subject.language}: ${(await burst(editor, subject, random)).join(', ')}`);
        }
        for (const { document, subject } of open) {
          all++;
          const where = `seed ${seed}, burst ${round}, ${subject.language}; ${done.join('; ')}`;
          await eventually(`a result (${where})`, () => api.results.current(document) !== undefined);
          const now = api.results.current(document);
          const file = engineFile(document) ?? '';
          const text = document.getText();
          const fresh = await engine.analyse(file, text, () => undefined);
          assert.equal(document.getText(), text);
          if (now?.skipped === 'timeout' || !isWhole(file, text)) continue;
          assert.deepEqual(now, fresh, where);
          const shown = marks(document.uri).map(({ range }) => JSON.stringify(range));
          assert.deepEqual(
            shown,
            fresh.sites.filter(isMarked).map((site) => JSON.stringify(toRange(site))),
            where,
          );
          compared++;
        }
      }
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      note(`: ${all} bursts in ${seconds} s, ${compared} of them compared`);
      assert.ok(compared >= Math.max(1, all * comparedPart), `seed ${seed}: ${compared} whole texts of ${all}`);
    });
  });
}
