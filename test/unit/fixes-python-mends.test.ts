/** Python: handlers that do not work are mended by the smallest edit, and the forms in which requests are written twice. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { isOpen } from '../../src/analysis/engine.js';
import type { FixId } from '../../src/analysis/findings.js';
import { computeFix } from '../../src/phrasing/fixer.js';

const engine = fixingEngine();
const alone = () => undefined;
const fixedTexts: string[] = [];

async function fixed(text: string, fix: FixId): Promise<string> {
  const { sites } = await engine.analyse('run.py', text, alone);
  const site = sites.find(isOpen);
  assert.ok(site, 'the call is not marked');
  const out = await computeFix(engine, 'run.py', text, alone, site, fix);
  assert.ok(out, `${fix} is not offered: ${JSON.stringify({ offers: site.offers, refused: site.refused })}`);
  assert.ok(out.cured || fix === 'instrument', out.text);
  fixedTexts.push(out.text);
  return out.text;
}

async function refusal(text: string, fix: FixId): Promise<string | undefined> {
  const { sites } = await engine.analyse('run.py', text, alone);
  return sites.find(isOpen)?.refused?.find((one) => one.fix === fix)?.why;
}

const COSMOS = 'from azure.cosmos import ContainerProxy, exceptions\n';
const GRAPH = `from msgraph import GraphServiceClient
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
`;

/** Reason, the lines before and what they become. */
const mends: [reason: string, before: string, after: string[]][] = [
  [
    'not-awaited',
    `from azure.cosmos.aio import ContainerProxy
from azure.cosmos.exceptions import CosmosResourceExistsError

async def add(container: ContainerProxy, order):
    try:
        container.create_item(order)
    except CosmosResourceExistsError:
        return None
`,
    ['        await container.create_item(order)'],
  ],
  [
    'wrong-property',
    `${GRAPH}
async def watch(client: GraphServiceClient, body):
    try:
        return await client.subscriptions.post(body)
    except ODataError as error:
        if error.status_code == 409:
            return None
        raise
`,
    ['        if error.response_status_code == 409:'],
  ],
  [
    'partial-answers',
    `${GRAPH}
async def add(client: GraphServiceClient, user):
    try:
        return await client.users.post(user)
    except ODataError as error:
        if error.response_status_code == 409:
            return None
        raise
`,
    [
      '(error.response_status_code == 409 or (error.response_status_code == 400 and ("ObjectConflict" in str(error.error)',
    ],
  ],
  [
    'wrong-type',
    `${COSMOS}
def book(container: ContainerProxy, trip):
    try:
        container.execute_item_batch([("create", (trip,))], partition_key=trip["id"])
    except exceptions.CosmosResourceExistsError:
        return False
    return True
`,
    [
      'from azure.cosmos.exceptions import CosmosBatchOperationError',
      '    except CosmosBatchOperationError as error:\n        if ',
      '            raise\n        return False',
    ],
  ],
  [
    'wrong-status',
    `from azure.core import MatchConditions
${COSMOS}
def take(container: ContainerProxy, item):
    try:
        container.replace_item(item["id"], item, etag=item["_etag"], match_condition=MatchConditions.IfNotModified)
    except exceptions.CosmosResourceExistsError:
        return False
    return True
`,
    ['    except exceptions.CosmosAccessConditionFailedError:'],
  ],
  [
    'retry-uncapped',
    `from azure.core import MatchConditions
from azure.cosmos import ContainerProxy
from azure.cosmos.exceptions import CosmosAccessConditionFailedError

def give(container: ContainerProxy, name):
    found = container.read_item(name, partition_key="a")
    return found

def take(container: ContainerProxy, name):
    while True:
        item = container.read_item(name, partition_key="a")
        item["count"] -= 1
        try:
            return container.replace_item(name, item, etag=item["_etag"], match_condition=MatchConditions.IfNotModified)
        except CosmosAccessConditionFailedError:
            continue
`,
    [
      'import itertools\n',
      '    for attempt in itertools.count(1):',
      '            if attempt >= 5:\n                raise\n            continue',
    ],
  ],
  [
    'never-thrown',
    `import requests

def watch(headers, body):
    try:
        response = requests.post("https://graph.microsoft.com/v1.0/subscriptions", json=body, headers=headers)
    except requests.HTTPError as refused:
        if refused.response.status_code == 409:
            return None
        raise
    return response.json()
`,
    ['headers=headers)\n        response.raise_for_status()\n    except'],
  ],
  [
    'ignored-option',
    `import requests

def session(headers, drive, name):
    return requests.post(
        f"https://graph.microsoft.com/v1.0/drives/{drive}/root:/{name}:/createUploadSession",
        json={"@microsoft.graph.conflictBehavior": "rename"},
        headers=headers,
    )
`,
    ['json={"item": {"@microsoft.graph.conflictBehavior": "rename"}},'],
  ],
];

/** How the request and the read of what is there are written. */
const reads: [title: string, before: string, after: string][] = [
  [
    'a URL of parts, headers that are made',
    `import requests

def add(token, base, upn):
    return requests.post(f"{base}/v1.0/users", json={"userPrincipalName": upn}, headers=make_headers(token), timeout=9)

BASE = "https://graph.microsoft.com"
add("t", BASE, "a@b.c")
`,
    'lambda: requests.get(f"{base}/v1.0/users/{urllib.parse.quote(upn)}", headers=make_headers(token), timeout=9))',
  ],
  [
    'a body of a name, in a client that is awaited',
    `import httpx

async def add(client: httpx.AsyncClient, user):
    return (await client.post("https://graph.microsoft.com/v1.0/users", json=user)).json()
`,
    '(await create_or_read(client.post("https://graph.microsoft.com/v1.0/users", json=user), lambda: client.get("https://graph.microsoft.com/v1.0/users/" + urllib.parse.quote(user["userPrincipalName"]))))',
  ],
  [
    'texts that hold the other quotes stay as they are',
    `import requests

def add(upn):
    return requests.post('https://graph.microsoft.com/v1.0/users', json={'userPrincipalName': upn}, headers={'x': 'a"b"c', 'y': "it's"})
`,
    "lambda: requests.get(f'https://graph.microsoft.com/v1.0/users/{urllib.parse.quote(upn)}', headers={'x': 'a\"b\"c', 'y': \"it's\"}))",
  ],
  [
    'a body that is written as text',
    `import json
import requests

def add(headers, app_id):
    return requests.post("https://graph.microsoft.com/v1.0/servicePrincipals", data=json.dumps({"appId": app_id}), headers=headers)
`,
    `lambda: requests.get("https://graph.microsoft.com/v1.0/servicePrincipals(appId='" + urllib.parse.quote(app_id.replace("'", "''")) + "')", headers=headers))`,
  ],
  [
    'a request builder, and the model it is given',
    `from msgraph import GraphServiceClient
from msgraph.generated.models.service_principal import ServicePrincipal

async def add(client: GraphServiceClient, app_id):
    return await client.service_principals.post(ServicePrincipal(app_id=app_id))
`,
    'lambda: client.service_principals_with_app_id(app_id).get())',
  ],
];

describe('fixes in Python, in detail', () => {
  for (const [reason, before, after] of mends)
    it(`mend: ${reason}`, async () => {
      const { sites } = await engine.analyse('run.py', before, alone);
      assert.equal(sites.find(isOpen)?.reason, reason);
      const text = await fixed(before, 'mend');
      for (const piece of after) assert.ok(text.includes(piece), text);
    });

  for (const [title, before, after] of reads)
    it(`read what is there: ${title}`, async () => {
      const text = await fixed(before, 'create-or-get');
      assert.ok(text.includes(after), text);
    });

  it('hand on no answer of 200 where the code wants 201', async () => {
    const text = `import requests

def add(headers, upn):
    answer = requests.post("https://graph.microsoft.com/v1.0/users", json={"userPrincipalName": upn}, headers=headers)
    if answer.status_code != 201:
        raise RuntimeError("not made")
`;
    assert.equal(await refusal(text, 'create-or-get'), 'not-written');
  });

  it('log by what the file logs with', async () => {
    const call = (head: string): string => `${head}from azure.cosmos import ContainerProxy

def add(container: ContainerProxy, order):
    return container.create_item(order)
`;
    const rows: [string, RegExp][] = [
      ['import logging\n\nlogger = logging.getLogger(__name__)\n', /log\.warning\(.409 conflict: %s., fields\)/],
      ['import structlog\n\nlogger = structlog.get_logger()\n', /log\.warning\(.409 conflict., \*\*fields\)/],
      ['from loguru import logger\n', /log\.warning\(.409 conflict: \{\}., fields\)/],
      ['', /logging\.getLogger\(__name__\)\.warning/],
    ];
    for (const [head, line] of rows) {
      const text = await fixed(call(head), 'instrument');
      assert.match(text, line);
      assert.match(text, head === '' ? /^import logging$/m : /create_item\(order\), logger, .POST/);
    }
  });

  it('wait with tenacity where the file does, and not where a decorator does already', async () => {
    const text = (decorator: string): string => `from msgraph import GraphServiceClient
from tenacity import retry, stop_after_attempt

${decorator}async def add(client: GraphServiceClient, policy):
    return await client.identity_governance.entitlement_management.assignment_policies.post(policy)
`;
    assert.match(await fixed(text(''), 'back-off-and-retry'), /AsyncRetrying\(retry=retry_if_exception\(is_conflict\)/);
    assert.equal(await refusal(text('@retry(stop=stop_after_attempt(3))\n'), 'back-off-and-retry'), 'already-retried');
  });

  it('are Python', function () {
    if (spawnSync('python3', ['--version']).status !== 0) this.skip();
    const check = 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)';
    const result = spawnSync('python3', ['-c', check], { input: JSON.stringify(fixedTexts), encoding: 'utf8' });
    assert.equal(result.stderr, '');
  });
});
