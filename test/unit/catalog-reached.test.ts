/** Every marked Graph and Bookings operation is recognised in code, and leads to its scenario. */
import assert from 'node:assert/strict';
import { readGrammar } from '../../scripts/lib/engine.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { scenarios } from '../../src/catalog/index.js';
import { operationsOf } from '../../src/catalog/operation.js';

const engine = new Engine({ grammars: new Grammars(readGrammar), budgetMs: 60_000 });
/** What a request can be made to carry here. */
const CARRIED = new Set([undefined, 'if-match', 'body-property']);

describe('marked operations', () => {
  for (const scenario of scenarios) {
    const rows = operationsOf(scenario).filter(
      ({ row, operation }) => row.marks && CARRIED.has(row.needs) && operation.segments[0] !== 'dbs',
    );
    if (rows.length === 0) continue;
    it(`of ${scenario.id} are recognised`, async () => {
      const calls = rows.map(({ row, operation }, n) => {
        const path = operation.segments.map((s) => s.replaceAll('{}', `\${id${n}}`)).join('/');
        const header = row.needs === 'if-match' ? ".header('If-Match', etag)" : '';
        const body = row.needs === 'body-property' ? `{ '${row.properties?.[0]}': value }` : 'body';
        const send = operation.method === 'DELETE' ? 'delete()' : `${operation.method.toLowerCase()}(${body})`;
        return `  await client.api(\`/${path}\`)${header}.${send};\n`;
      });
      const text = `import { Client } from '@microsoft/microsoft-graph-client';\nexport async function all(client: Client) {\n${calls.join('')}}\n`;
      const { sites, problems } = await engine.analyse('all.ts', text, () => undefined);
      assert.deepEqual(problems, []);
      const wrong = calls.filter((_, n) => {
        const site = sites.find((s) => s.line === n + 3);
        return site?.verdict !== 'unhandled' || ![site.rule, ...site.also].includes(scenario.id);
      });
      assert.deepEqual(wrong, []);
    });
  }
});
