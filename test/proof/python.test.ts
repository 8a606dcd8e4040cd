/** The fixes for Python run with the real SDKs against the lab. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { FixId } from '../../src/analysis/findings.js';
import { type Lab, startLab } from '../../src/lab/index.js';
import { apply, openSites } from './lib/fixing.js';
import { packages } from './python/packages.js';

/** A program, the fix that is applied to its one open call, and what it prints when it is run. */
interface Row {
  title: string;
  fix: FixId;
  /** `ITEM` etc. are written in `use`. */
  program: string;
  use: string;
  prints: string;
  /** Another writer is faster once. */
  faster?: true;
}

const ORDERS = `
from azure.cosmos import CosmosClient, PartitionKey
client = CosmosClient(URL, KEY)
database = client.create_database_if_not_exists("shop")
orders = database.create_container_if_not_exists(id="orders", partition_key=PartitionKey(path="/customer"))
`;

const SYNC = `from azure.cosmos import ContainerProxy


def add(container: ContainerProxy, order):
    return container.create_item(order)
`;

const ASYNC = `from azure.cosmos.aio import ContainerProxy


async def add(container: ContainerProxy, order):
    return await container.create_item(body=order)
`;

const TWICE = `
for n in (1, 2):
    try:
        print(add(orders, {"id": "1", "customer": "a", "n": n})["n"])
    except RuntimeError as error:
        print("conflict", error)
print(orders.read_item("1", partition_key="a")["n"])
`;

const TWICE_LATER = `
import asyncio
from azure.cosmos.aio import CosmosClient as LaterClient

async def main():
    async with LaterClient(URL, KEY) as later:
        orders = later.get_database_client("shop").get_container_client("orders")
        for n in (1, 2):
            try:
                print((await add(orders, {"id": "1", "customer": "a", "n": n}))["n"])
            except RuntimeError as error:
                print("conflict", error)

asyncio.run(main())
`;

const WHAT = 'conflict Conflict: POST /dbs/{}/colls/{}/docs (cosmos/item-id-exists)';

const rows: Row[] = [
  { title: 'an item', fix: 'create-or-get', program: SYNC, use: ORDERS + TWICE, prints: '1\n1\n1' },
  { title: 'an item', fix: 'report-conflict', program: SYNC, use: ORDERS + TWICE, prints: `1\n${WHAT}\n1` },
  { title: 'an item', fix: 'upsert', program: SYNC, use: ORDERS + TWICE, prints: '1\n2\n2' },
  { title: 'an awaited item', fix: 'create-or-get', program: ASYNC, use: ORDERS + TWICE_LATER, prints: '1\n1' },
  { title: 'an awaited item', fix: 'report-conflict', program: ASYNC, use: ORDERS + TWICE_LATER, prints: `1\n${WHAT}` },
  {
    title: 'a database',
    fix: 'create-or-get',
    program: `from azure.cosmos import CosmosClient


def make(client: CosmosClient, name):
    return client.create_database(name)
`,
    use: `${ORDERS}
print(make(client, "shop").id, make(client, "other").id, make(client, "other").id)`,
    prints: 'shop other other',
  },
  {
    title: 'a counter',
    fix: 'reread-and-reapply',
    program: `from azure.core import MatchConditions
from azure.cosmos import ContainerProxy


def count(container: ContainerProxy, name):
    counter = container.read_item(name, partition_key="a")
    counter["n"] += 1
    container.replace_item(name, counter, etag=counter["_etag"], match_condition=MatchConditions.IfNotModified)
`,
    use: `${ORDERS}
orders.create_item({"id": "c", "customer": "a", "n": 1})
count(orders, "c")
print(orders.read_item("c", partition_key="a")["n"])`,
    prints: '2',
    faster: true,
  },
];

describe('Python, run with the real SDKs', function () {
  this.timeout(180_000);
  let lab: Lab | undefined;
  let path: string | undefined;

  before(async function () {
    path = packages();
    if (path === undefined) {
      console.log('      no Python with pip on this machine');
      this.skip();
    }
    lab = await startLab();
  });

  beforeEach(() => lab?.reset());
  after(() => lab?.close());

  for (const { title, fix, program, use, prints, faster } of rows)
    it(`${fix}: ${title}`, async () => {
      assert.ok(lab?.cosmosUrl);
      const sites = await openSites('store.py', program);
      assert.equal(sites.length, 1);
      const { text } = await apply('store.py', program, fix);
      const given = `URL, KEY = "${lab.cosmosUrl.replace('https:', 'http:')}", "${lab.cosmosKey}"\n`;
      // The program without the fix shows the conflict: else nothing is proven.
      if (faster) lab.fault({ on: 'PUT /dbs/{}/colls/{}/docs/{}', times: 1, otherWriter: true });
      const before = await run(`${program}\n${given}${use}`);
      assert.match(before.errors, /CosmosResourceExistsError|CosmosAccessConditionFailedError/);
      lab.reset();
      if (faster) lab.fault({ on: 'PUT /dbs/{}/colls/{}/docs/{}', times: 1, otherWriter: true });
      const after = await run(`${text}\n${given}${use}`);
      assert.equal(after.errors, '');
      assert.equal(after.output, prints);
    });

  /** Runs a program in a Python of its own. The lab is in this process, so this one must go on. */
  async function run(code: string): Promise<{ output: string; errors: string }> {
    const child = spawn('python3', ['-W', 'ignore', '-c', code], { env: { ...process.env, PYTHONPATH: path } });
    let output = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      errors += data;
    });
    await new Promise((resolve) => child.on('close', resolve));
    return { output: output.trim(), errors: errors.trim() };
  }
});
