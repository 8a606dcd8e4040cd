/** Fixes in Python: each that is offered in the fixtures proves, keeps the file readable, and is Python that runs. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixingEngine, readBelow } from '../../scripts/lib/engine.js';
import type { FixId, Site } from '../../src/analysis/findings.js';
import { computeFix } from '../../src/phrasing/fixer.js';
import { root } from '../helpers/repository.js';

const folder = join(root, 'test/fixtures');
const engine = fixingEngine();
const read = (path: string): Promise<string | undefined> => readBelow(folder, path);

const files = readdirSync(join(folder, 'python'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.py') && !file.includes('notebooks'))
  .map((file) => `python/${file.replaceAll('\\', '/')}`)
  .sort();

/** Every fix that is offered in a text, with the text after it. */
async function fixed(file: string, text: string): Promise<{ site: Site; fix: FixId; text: string; cured: boolean }[]> {
  const { sites } = await engine.analyse(file, text, read);
  const out: { site: Site; fix: FixId; text: string; cured: boolean }[] = [];
  for (const site of sites)
    for (const offer of site.offers ?? []) {
      const done = await computeFix(engine, file, text, read, site, offer.fix);
      assert.ok(done, `${file}:${site.line} ${offer.fix}`);
      out.push({ site, fix: offer.fix, text: done.text, cured: !offer.cures || done.cured });
    }
  return out;
}

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Runs a program; what it prints. */
const run = (program: string): string =>
  execFileSync('python3', ['-c', program], { encoding: 'utf8', stdio: 'pipe' }).trim();

describe('fixes in Python', () => {
  it('prove, each that is offered in the fixtures', async function () {
    this.timeout(240_000);
    const left: string[] = [];
    const texts: string[] = [];
    const kinds = new Set<FixId>();
    for (const file of files)
      for (const { site, fix, text, cured } of await fixed(file, readFileSync(join(folder, file), 'utf8'))) {
        kinds.add(fix);
        texts.push(text);
        if (!cured) left.push(`${file}:${site.line} ${fix}`);
      }
    assert.deepEqual(left, []);
    for (const kind of [
      'create-or-get',
      'check-before-create',
      'report-conflict',
      'instrument',
      'mend',
      'upsert',
      'reread-and-reapply',
      'back-off-and-retry',
    ] as const)
      assert.ok(kinds.has(kind), kind);
    if (!hasPython) return;
    const check = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    const result = spawnSync('python3', ['-c', check], { input: JSON.stringify(texts), encoding: 'utf8' });
    assert.equal(result.stderr, '');
  });

  it('stand behind the imports, and add those they need', async () => {
    const text = [
      '"""Orders."""',
      'from __future__ import annotations',
      '',
      'from azure.cosmos import ContainerProxy',
      '',
      '',
      'def add(container: ContainerProxy, order):',
      '    return container.create_item(order)',
      '',
    ].join('\n');
    const [report] = (await fixed('python/orders.py', text)).filter((one) => one.fix === 'report-conflict');
    assert.ok(report);
    assert.ok(
      report.text.startsWith(
        [
          '"""Orders."""',
          'from __future__ import annotations',
          '',
          'from azure.cosmos import ContainerProxy',
          'from azure.cosmos.exceptions import CosmosHttpResponseError',
          '',
          '',
          'def report_conflict(call, what):',
        ].join('\n'),
      ),
      report.text,
    );
  });

  it('do not hand over what opens a context', async () => {
    const text = [
      'import aiohttp',
      '',
      '',
      'async def watch(session: aiohttp.ClientSession, body):',
      '    async with session.post("https://graph.microsoft.com/v1.0/subscriptions", json=body) as response:',
      '        return await response.json()',
      '',
    ].join('\n');
    assert.deepEqual(await fixed('python/watch.py', text), []);
  });

  it('do what they say when they are run', async function () {
    if (!hasPython) this.skip();
    const stub = [
      'import sys, types',
      'class CosmosHttpResponseError(Exception):',
      '    def __init__(self, status_code):',
      '        super().__init__(str(status_code))',
      '        self.status_code = status_code',
      'class Container:',
      '    def __init__(self): self.items, self.asked = {}, []',
      '    def read(self): return {"partitionKey": {"paths": ["/customer"]}}',
      '    def create_item(self, body):',
      '        self.asked.append("create")',
      '        if body["id"] in self.items: raise CosmosHttpResponseError(409)',
      '        if body["id"] == "broken": raise CosmosHttpResponseError(503)',
      '        self.items[body["id"]] = body',
      '        return body',
      '    def upsert_item(self, body):',
      '        self.items[body["id"]] = body',
      '        return body',
      '    def read_item(self, item, partition_key):',
      '        self.asked.append(("read", item, partition_key))',
      '        return self.items[item]',
      'azure, cosmos, errors = (types.ModuleType(n) for n in ("azure", "azure.cosmos", "azure.cosmos.exceptions"))',
      'cosmos.ContainerProxy, errors.CosmosHttpResponseError = Container, CosmosHttpResponseError',
      'sys.modules.update({"azure": azure, "azure.cosmos": cosmos, "azure.cosmos.exceptions": errors})',
    ].join('\n');
    const text = [
      'from azure.cosmos import ContainerProxy',
      '',
      'def add(container: ContainerProxy, order):',
      '    return container.create_item(order)',
      '',
    ].join('\n');
    const uses = [
      'c = Container()',
      'print(add(c, {"id": "1", "customer": "a", "n": 1})["n"])',
      'try: print(add(c, {"id": "1", "customer": "a", "n": 2})["n"])',
      'except Exception as e: print(type(e).__name__, e, type(e.__cause__).__name__)',
      'try: add(c, {"id": "broken", "customer": "a"})',
      'except Exception as e: print(type(e).__name__, e)',
      'print(len(c.items), c.items["1"]["n"])',
    ].join('\n');
    const said: Partial<Record<FixId, string>> = {};
    for (const one of await fixed('python/orders.py', text)) said[one.fix] = run(`${stub}\n${one.text}\n${uses}`);
    const what = 'Conflict: POST /dbs/{}/colls/{}/docs (cosmos/item-id-exists)';
    assert.deepEqual(said, {
      'create-or-get': '1\n1\nCosmosHttpResponseError 503\n1 1',
      'report-conflict': `1\nRuntimeError ${what} CosmosHttpResponseError\nCosmosHttpResponseError 503\n1 1`,
      instrument: '1\nCosmosHttpResponseError 409 NoneType\nCosmosHttpResponseError 503\n1 1',
      upsert: '1\n2\n2 2',
    });
  });
});
