/** The pages about decoded errors, about portal and API and about coverage. */
import assert from 'node:assert/strict';
import { coverage, omissions } from '../../src/catalog/coverage.js';
import { scenarioById, scenarios } from '../../src/catalog/index.js';
import { decode } from '../../src/decode/decode.js';
import { comparePage } from '../../src/explain/pages/compare.js';
import { coveragePage } from '../../src/explain/pages/coverage.js';
import { decodedPage } from '../../src/explain/pages/decoded.js';
import { site } from './cli-helpers.js';

const link = (rule: string) => `../${rule}.md`;
const body =
  'POST https://graph.microsoft.com/v1.0/me/drive/root/children 409 {"error":{"code":"nameAlreadyExists","message":"<img src=x onerror=y> [a](command:b) for anna@contoso.com"}}';

describe('the page of a decoded error', () => {
  it('says which conflict, why, what else, and which calls', () => {
    const page = decodedPage(
      decode(body),
      [{ place: 'src/a_b.ts:3', link: '/src/a_b.ts#L3', operation: 'POST /me/drive/root/children', handled: false }],
      link,
    );
    assert.match(page, /^# File or folder name already in the folder\n/);
    assert.match(page, /\(\.\.\/graph\/drive-name-exists\.md\) · Confidence: 9\d %/);
    assert.match(page, /Why: .*nameAlreadyExists/);
    assert.match(page, /\[src\\\/a\\_b\\\.ts\\:3\]\(\/src\/a_b\.ts#L3\).*conflict not handled/);
    const vague = decodedPage(decode('nameAlreadyExists 409 graph.microsoft.com'), [], link);
    assert.match(vague, /## What else it could be\n\n- \[/);
  });

  it('shows the text, and lets nothing in it act', () => {
    const page = decodedPage(decode(body), [], link);
    assert.doesNotMatch(page, /anna@/);
    const [, inside = ''] = /\n```+text\n([\s\S]*?)\n```+\n/.exec(page) ?? [];
    assert.ok(inside.includes('onerror'));
    assert.ok(!page.replace(inside, '').includes('onerror'));
    const ticks = decodedPage(decode(`${body}\n\`\`\`\`\` error`), [], link);
    assert.match(ticks, /\n``````text\n/);
  });

  it('says so where nothing is known', () => {
    const page = decodedPage(decode('hello'), [], link);
    assert.match(page, /^# No known conflict/);
    assert.doesNotMatch(page, /Calls that could/);
  });
});

describe('portal and API', () => {
  it('stand side by side, for one and for all', () => {
    for (const scenario of scenarios) {
      const rows = comparePage(scenario, link)
        .split('\n')
        .filter((l) => l.startsWith('|'));
      assert.equal(rows.length, 4, scenario.id);
      for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length, 5, row);
    }
    const all = comparePage(undefined, link);
    assert.equal(all.split('\n').filter((l) => l.startsWith('|')).length, scenarios.length + 2);
    const first = scenarioById('cosmos/item-id-exists');
    assert.ok(first && all.includes('Data Explorer shows the refusal'));
  });
});

describe('conflict coverage', () => {
  it('counts the catalog and the calls of the workspace', () => {
    const page = coveragePage([
      site({ service: 'graph', cause: 'duplicate' }),
      site({ service: 'graph', cause: 'duplicate', severity: 'none', verdict: 'handled' }),
      site({ service: 'cosmos', cause: 'concurrency' }),
    ]);
    const records = Object.keys(coverage).length;
    assert.ok(page.includes(`${records - omissions().length} of ${records} records`));
    assert.match(page, /\| Microsoft Graph \| 2 \/ 1 \/ 1 \| – \| – \|/);
    assert.match(page, /\| Azure Cosmos DB \| – \| 1 \/ 0 \/ 1 \| – \|/);
    for (const { record } of omissions()) assert.ok(page.replaceAll('\\', '').includes(record), record);
  });

  it('says where there are no calls', () => {
    assert.match(coveragePage([]), /None is known\. Scan the workspace/);
  });
});
