/** The documents on the scenarios: fresh, whole, and every link in them leads somewhere. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { ERROR_TEXTS } from '../../scripts/lib/error-texts.js';
import { INDEX, PAGES, scenarioDocuments } from '../../scripts/lib/scenario-pages.js';
import { omissions } from '../../src/catalog/coverage.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import { scenariosMarkdown } from '../../src/catalog/markdown.js';
import { filesUnder, textOf } from '../helpers/repository.js';

const documents = scenarioDocuments();
const pageOf = (id: string): string => documents.get(`${PAGES}/${id}.md`) ?? '';

function assertTables(text: string): void {
  const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (line.startsWith('|') && lines[i - 1]?.startsWith('|'))
      assert.equal(cells(line), cells(lines[i - 1] ?? ''), line);
  }
}

describe('the catalog as one document', () => {
  const text = scenariosMarkdown();

  it('has a section for each scenario and a row for each omission', () => {
    for (const s of scenarios) assert.ok(text.includes(`\n### ${s.id}\n`), s.id);
    for (const { record } of omissions()) assert.ok(text.includes(`| \`${record}\` |`), record);
  });

  it('has tables whose rows have as many cells as their head', () => assertTables(text));
});

describe('docs/scenarios', () => {
  it('are fresh: run npx tsx scripts/generate-scenarios.ts', () => {
    for (const [path, text] of documents) assert.ok(textOf(path) === text, `${path} is out of date`);
  });

  it('are a page for each scenario, and no other', () => {
    const found = filesUnder(PAGES, () => true).sort();
    assert.deepEqual(found, scenarios.map((s) => `${PAGES}/${s.id}.md`).sort());
  });

  it('have links that lead to a document', () => {
    for (const [path, text] of documents)
      for (const [, target = ''] of text.matchAll(/\]\(([^)\s]+\.md)\)/g))
        assert.ok(documents.has(posix.join(posix.dirname(path), target)), `${path}: ${target}`);
    for (const s of scenarios) {
      assert.ok(documents.get(INDEX)?.includes(`](scenarios/${s.id}.md)`), s.id);
      assert.ok(pageOf(s.id).includes('](../../scenarios.md)'), s.id);
    }
  });

  it('have tables whose rows have as many cells as their head', () => {
    for (const text of documents.values()) assertTables(text);
  });

  it('begin with the error, then say what clashes, what the portal does, what helps and from where it is known', () => {
    for (const s of scenarios) {
      const text = pageOf(s.id);
      const first = s.answers.length > 0 ? /^HTTP \d{3}/m : /^\*\*No error is sent/m;
      const marks = [first, /^## What clashes$/m, /^## Portal against API$/m, /^## What helps/m, /^## Sources$/m];
      const places = marks.map((mark) => text.search(mark));
      assert.ok(!places.includes(-1), s.id);
      assert.deepEqual(
        [...places].sort((a, b) => a - b),
        places,
        s.id,
      );
      for (const part of [s.summary, s.portal, s.api, ...s.sources]) assert.ok(text.includes(part), `${s.id}: ${part}`);
    }
  });

  it('show every status the catalog knows, above or in the table of answers', () => {
    for (const s of scenarios)
      for (const { status } of s.answers)
        assert.match(pageOf(s.id), new RegExp(`^(?:HTTP|\\|) ${status}\\b`, 'm'), s.id);
  });

  it('quote errors that are answers of the catalog', () => {
    for (const [id, texts] of Object.entries(ERROR_TEXTS))
      for (const { status, code, message, details = [], inner } of texts) {
        const said = [code, inner, ...details];
        const fits = scenarioById(id)?.answers.some(
          (a) =>
            a.status === status &&
            (code === undefined || a.codes.length === 0 || a.codes.some((each) => said.includes(each))) &&
            (a.texts === undefined || a.texts.some((t) => message.toLowerCase().includes(t.toLowerCase()))),
        );
        assert.ok(fits, `${id}: ${status} ${code} ${message}`);
      }
  });

  it('name related scenarios on the pages of those that answer one call', () => {
    assert.match(pageOf('cosmos/item-id-exists'), /^- \[cosmos\/unique-key-taken\]\(.*also about `POST \/dbs/m);
  });
});
