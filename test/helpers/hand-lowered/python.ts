/** Python: one exception type means one status; answers of HTTP clients become errors only when asked to. */
import {
  arg,
  attempt,
  call,
  declare,
  declareType,
  define,
  fn,
  give,
  handler,
  lit,
  lower,
  member,
  op,
  param,
  raise,
  rec,
  ref,
  run,
  self,
  text,
  type,
  using,
  wait,
  when,
} from '../hand-lowered.js';
import type { Draft } from './fixture.js';

const errors = (name: string) => using('azure.cosmos.exceptions', 'named', { [name]: name });

export const drafts: Draft[] = [
  {
    name: 'python-container-is-there',
    language: 'python',
    kind: 'handled',
    shapeOf: 'AzureCosmosDB/travel-multi-agent-workshop 02_completed/python/data/seed_data.py:498',
    source: `from azure.cosmos import DatabaseProxy
from azure.cosmos.exceptions import CosmosResourceExistsError


def ensure(database: DatabaseProxy, name, key):
    try:
        made = database.create_container(
            id=name,
            partition_key=key,
        )
        print("made the container")
        return made
    except CosmosResourceExistsError:
        print("the container was there")
        return database.get_container_client(name)
`,
    model: (source) =>
      lower(
        source,
        'python',
        [using('azure.cosmos', 'named', { DatabaseProxy: 'DatabaseProxy' }), errors('CosmosResourceExistsError')],
        [
          define(
            fn(
              'ensure',
              [param('database', type('DatabaseProxy')), param('name'), param('key')],
              [
                attempt(
                  [
                    declare(
                      ref('made'),
                      call(
                        member(ref('database'), 'create_container'),
                        arg(ref('name'), 'id'),
                        arg(ref('key'), 'partition_key'),
                      ),
                    ),
                    run(call(ref('print'), lit('made the container'))),
                    give(ref('made')),
                  ],
                  handler('except', [type('CosmosResourceExistsError')], undefined, [
                    run(call(ref('print'), lit('the container was there'))),
                    give(call(member(ref('database'), 'get_container_client'), ref('name'))),
                  ]),
                ),
              ],
            ),
          ),
        ],
      ),
    sites: [
      { line: 7, operation: 'POST /dbs/{}/colls', verdict: 'handled', reason: 'told-apart', certainty: 'certain' },
    ],
  },
  {
    name: 'python-failure-only-logged',
    language: 'python',
    kind: 'unhandled',
    shapeOf: 'microsoft/AzureTRE api_app/services/aad_authentication.py:284',
    source: `import requests

GRAPH = "https://graph.microsoft.com"


class Directory:
    def add_member(self, user_id, group_id):
        url = f"{GRAPH}/v1.0/groups/{group_id}/members/$ref"
        body = {"@odata.id": f"{GRAPH}/v1.0/users/{user_id}"}

        return self._ask(url, "POST", body)

    def _ask(self, url, verb, body=None):
        response = requests.request(method=verb, url=url, json=body)
        if response.status_code == 200:
            return response.json()
        logger.error("the directory refused")
        return {}
`,
    model: (source) =>
      lower(
        source,
        'python',
        [using('requests', 'namespace', { requests: '*' })],
        [
          declare(ref('GRAPH'), lit('https://graph.microsoft.com')),
          declareType('Directory', {}, [
            fn(
              'add_member',
              [param('user_id'), param('group_id')],
              [
                declare(ref('url'), text(ref('GRAPH'), '/v1.0/groups/', ref('group_id'), '/members/$ref')),
                declare(ref('body'), rec({ '@odata.id': text(ref('GRAPH'), '/v1.0/users/', ref('user_id')) })),
                give(call(member(self('self'), '_ask'), ref('url'), lit('POST'), ref('body'))),
              ],
              { kind: 'method' },
            ),
            fn(
              '_ask',
              [param('url'), param('verb'), param('body')],
              [
                declare(
                  ref('response'),
                  call(
                    member(ref('requests'), 'request'),
                    arg(ref('verb'), 'method'),
                    arg(ref('url'), 'url'),
                    arg(ref('body'), 'json'),
                  ),
                ),
                when(op('eq', member(ref('response'), 'status_code'), lit(200)), [
                  give(call(member(ref('response'), 'json'))),
                ]),
                run(call(member(ref('logger'), 'error'), lit('the directory refused'))),
                give(rec({})),
              ],
              { kind: 'method' },
            ),
          ]),
        ],
      ),
    sites: [
      {
        line: 11,
        operation: 'POST /groups/{}/members/$ref',
        verdict: 'unhandled',
        reason: 'not-told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'python-upsert-by-name-alone',
    language: 'python',
    kind: 'trap',
    shapeOf:
      'microsoft/semantic-kernel python/semantic_kernel/connectors/memory_stores/azure_cosmosdb_no_sql/azure_cosmosdb_no_sql_memory_store.py:104',
    source: `from azure.cosmos.aio import ContainerProxy


class Memory:
    container: ContainerProxy

    async def upsert(self, record):
        item = {"id": record.key, "text": record.text}
        try:
            await self.container.create_item(item)
        except Exception:
            pass
        return record.key
`,
    model: (source) =>
      lower(
        source,
        'python',
        [using('azure.cosmos.aio', 'named', { ContainerProxy: 'ContainerProxy' })],
        [
          declareType('Memory', { container: type('ContainerProxy') }, [
            fn(
              'upsert',
              [param('record')],
              [
                declare(ref('item'), rec({ id: member(ref('record'), 'key'), text: member(ref('record'), 'text') })),
                attempt(
                  [run(wait(call(member(self('self'), 'container', 'create_item'), ref('item'))))],
                  handler('except', [type('Exception')], undefined, []),
                ),
                give(member(ref('record'), 'key')),
              ],
              { kind: 'method', isAsync: true },
            ),
          ]),
        ],
      ),
    sites: [
      {
        line: 10,
        operation: 'POST /dbs/{}/colls/{}/docs',
        verdict: 'unhandled',
        reason: 'swallowed',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'python-condition-by-keyword',
    language: 'python',
    kind: 'handled',
    shapeOf: 'backpaper0/sandbox azure/python-cosmosdb-example/update_item_optimistic.py:60',
    source: `from azure.cosmos.aio import ContainerProxy
from azure.cosmos.exceptions import CosmosAccessConditionFailedError


async def take(container: ContainerProxy, name, etag, changes):
    guard = {"etag": etag, "match_condition": MatchConditions.IfNotModified}
    try:
        await container.patch_item(item=name, partition_key=name, patch_operations=changes, **guard)
    except CosmosAccessConditionFailedError:
        print("changed by somebody else")
        return False
    return True
`,
    model: (source) =>
      lower(
        source,
        'python',
        [
          using('azure.cosmos.aio', 'named', { ContainerProxy: 'ContainerProxy' }),
          errors('CosmosAccessConditionFailedError'),
        ],
        [
          define(
            fn(
              'take',
              [param('container', type('ContainerProxy')), param('name'), param('etag'), param('changes')],
              [
                declare(
                  ref('guard'),
                  rec({ etag: ref('etag'), match_condition: member(ref('MatchConditions'), 'IfNotModified') }),
                ),
                attempt(
                  [
                    run(
                      wait(
                        call(
                          member(ref('container'), 'patch_item'),
                          arg(ref('name'), 'item'),
                          arg(ref('name'), 'partition_key'),
                          arg(ref('changes'), 'patch_operations'),
                          arg(ref('guard'), undefined, true),
                        ),
                      ),
                    ),
                  ],
                  handler('except', [type('CosmosAccessConditionFailedError')], undefined, [
                    run(call(ref('print'), lit('changed by somebody else'))),
                    give(lit(false, 'False')),
                  ]),
                ),
                give(lit(true, 'True')),
              ],
              { isAsync: true },
            ),
          ),
        ],
      ),
    sites: [
      {
        line: 8,
        operation: 'PATCH /dbs/{}/colls/{}/docs/{}',
        verdict: 'handled',
        reason: 'told-apart',
        certainty: 'certain',
      },
    ],
  },
  {
    name: 'python-answer-turned-into-an-error',
    language: 'python',
    kind: 'trap',
    shapeOf: 'O365/python-o365 O365/subscriptions.py:163',
    source: `import requests


def watch(target, headers):
    body = {"changeType": "updated", "notificationUrl": target, "resource": "users"}
    response = requests.post("https://graph.microsoft.com/v1.0/subscriptions", json=body, headers=headers)
    try:
        response.raise_for_status()
    except requests.HTTPError as refused:
        if refused.response.status_code == 409:
            return None
        raise
    return response.json()
`,
    model: (source) =>
      lower(
        source,
        'python',
        [using('requests', 'namespace', { requests: '*' })],
        [
          define(
            fn(
              'watch',
              [param('target'), param('headers')],
              [
                declare(
                  ref('body'),
                  rec({ changeType: lit('updated'), notificationUrl: ref('target'), resource: lit('users') }),
                ),
                declare(
                  ref('response'),
                  call(
                    member(ref('requests'), 'post'),
                    lit('https://graph.microsoft.com/v1.0/subscriptions'),
                    arg(ref('body'), 'json'),
                    arg(ref('headers'), 'headers'),
                  ),
                ),
                attempt(
                  [run(call(member(ref('response'), 'raise_for_status')))],
                  handler('except', [type('requests.HTTPError')], 'refused', [
                    when(op('eq', member(ref('refused'), 'response', 'status_code'), lit(409)), [
                      give(lit(null, 'None')),
                    ]),
                    raise('raise'),
                  ]),
                ),
                give(call(member(ref('response'), 'json'))),
              ],
            ),
          ),
        ],
      ),
    sites: [
      { line: 6, operation: 'POST /subscriptions', verdict: 'handled', reason: 'told-apart', certainty: 'certain' },
    ],
  },
];
