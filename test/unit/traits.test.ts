/** What a request carries that changes the answer of its operation. */
import assert from 'node:assert/strict';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { readGrammar } from '../helpers/grammars.js';

const engine = new Engine({ grammars: new Grammars(readGrammar), budgetMs: 60_000 });

const GRAPH =
  "import { Client } from '@microsoft/microsoft-graph-client';\nexport async function f(c: Client, x: any, etag: string) {\n";
const COSMOS =
  "import { Container } from '@azure/cosmos';\nexport async function f(c: Container, x: any, etag: string) {\n";

/** Title, statement, and `verdict reason` of the one site in it (`none` for no site). */
type Row = [title: string, source: string, expected: string];

function table(head: string, rows: Row[]): void {
  for (const [title, source, expected] of rows)
    it(title, async () => {
      const { sites } = await engine.analyse('src/a.ts', `${head}${source}\n}\n`, () => undefined);
      assert.equal(sites.map((s) => `${s.verdict} ${s.reason}`).join(', ') || 'none', expected);
    });
}

describe('an item of Cosmos', () => {
  table(COSMOS, [
    ['with an id of the caller', 'await c.items.create({ id: x.id });', 'unhandled no-handler'],
    ['with an id made in place', 'await c.items.create({ id: crypto.randomUUID() });', 'idempotent fresh-id'],
    ['with an id the SDK makes', 'await c.items.create({ name: x.name });', 'idempotent fresh-id'],
    ['whose id may come with what is spread in', 'await c.items.create({ ...x });', 'unhandled no-handler'],
    [
      'whose id is set a line above',
      'const y: any = {}; y.id = crypto.randomUUID(); await c.items.create(y);',
      'idempotent fresh-id',
    ],
    ['that is upserted', 'await c.items.upsert(x);', 'idempotent upsert'],
    ['replaced without a condition', 'await c.item(x.id).replace(x);', 'idempotent no-condition'],
    [
      'replaced with a condition',
      "await c.item(x.id).replace(x, { accessCondition: { type: 'IfMatch', condition: etag } });",
      'unhandled no-handler',
    ],
    [
      'replaced with options built above',
      "const o = { accessCondition: { type: 'IfMatch', condition: etag } }; await c.item(x.id).replace(x, o);",
      'unhandled no-handler',
    ],
    [
      'replaced with options that are not passed',
      "const o = { accessCondition: { type: 'IfMatch', condition: etag } }; await c.item(x.id).replace(x); use(o);",
      'idempotent no-condition',
    ],
  ]);
});

describe('a request to Graph', () => {
  table(GRAPH, [
    [
      'to create a folder that fails where the name is taken',
      "await c.api('/me/drive/root/children').post({ name: 'a', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' });",
      'unhandled no-handler',
    ],
    [
      'to create a folder under another name',
      "await c.api('/me/drive/root/children').post({ name: 'a', folder: {}, '@microsoft.graph.conflictBehavior': 'rename' });",
      'idempotent conflict-behavior',
    ],
    [
      'with the behavior in a name',
      "const KEY = '@microsoft.graph.conflictBehavior'; await c.api('/me/drive/root/children').post({ name: 'a', folder: {}, [KEY]: 'rename' });",
      'idempotent conflict-behavior',
    ],
    [
      'with the behavior set later',
      "const b: any = { name: 'a', folder: {} }; b['@microsoft.graph.conflictBehavior'] = 'rename'; await c.api('/me/drive/root/children').post(b);",
      'idempotent conflict-behavior',
    ],
    [
      'with the behavior in the item of an upload session',
      "await c.api('/me/drive/root:/a.txt:/createUploadSession').post({ item: { '@microsoft.graph.conflictBehavior': 'replace' } });",
      'idempotent conflict-behavior',
    ],
    [
      'to create an event with a key that stays',
      "await c.api('/me/events').post({ subject: 'a', transactionId: x.id });",
      'idempotent idempotency-key',
    ],
  ]);
});
