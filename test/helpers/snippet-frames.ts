/** Where each snippet is used: a small file around it, with what the snippet takes for granted. */

export interface Frame {
  /** File around the snippet. */
  file: (body: string) => string;
  /** Operation of the one call that must be judged; none where the snippet makes no call. */
  operation: string | undefined;
  /** Verdict and reason where the form of the call, not what is done with the error, makes it safe. */
  verdict?: string;
}

const inFunction =
  (head: string, names: string) =>
  (body: string): string =>
    `${head}\nexport async function run(${names}) {\n${body}\n}\n`;

const COSMOS = "import type { Container } from '@azure/cosmos';\nimport type { Draft, Order, Orders } from './wanted';";
const GRAPH =
  "import { Client } from '@microsoft/microsoft-graph-client';\nconst client = Client.init({ authProvider: (done) => done(null, '') });";

/** By prefix. The parameters have types; the same text without them is JavaScript. */
export const TYPESCRIPT_FRAMES: Record<string, Frame> = {
  '409-cosmos-create-or-get': {
    file: inFunction(COSMOS, 'container: Container, item: Order, partitionKey: string'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-etag-loop': {
    file: inFunction(COSMOS, 'container: Container, id: string, partitionKey: string'),
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  },
  '409-cosmos-batch': {
    file: inFunction(COSMOS, 'container: Container, item: Order, partitionKey: string'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-graph-create': {
    file: inFunction(GRAPH, 'driveId: string, name: string'),
    operation: 'POST /drives/{}/root/children',
  },
  '409-graph-create-kiota': {
    file: inFunction(
      "import type { GraphServiceClient } from '@microsoft/msgraph-sdk';\nimport '@microsoft/msgraph-sdk-users';",
      'client: GraphServiceClient, userId: string, displayName: string',
    ),
    operation: 'POST /users/{}/mailFolders',
  },
  '409-graph-subscription': {
    file: inFunction(`import type { Subscription } from './wanted';\n${GRAPH}`, 'wanted: Subscription'),
    operation: 'POST /subscriptions',
  },
  '409-graph-user': {
    file: inFunction(`import type { User } from './wanted';\n${GRAPH}`, 'user: User'),
    operation: 'POST /users',
  },
  '409-graph-group': {
    file: inFunction(`import type { Group } from './wanted';\n${GRAPH}`, 'group: Group'),
    operation: 'POST /groups',
  },
  '409-graph-member': {
    file: inFunction(GRAPH, 'groupId: string, memberId: string'),
    operation: 'POST /groups/{}/members/$ref',
  },
  '409-graph-event-key': {
    file: inFunction(GRAPH, 'draft: object, requestId: string'),
    operation: 'POST /me/events',
    verdict: 'idempotent idempotency-key',
  },
  '409-graph-batch': { file: inFunction(GRAPH, 'wanted: object'), operation: 'POST /$batch' },
  '409-cosmos-check-first': {
    file: inFunction(COSMOS, 'container: Container, item: Order, partitionKey: string'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-upsert': {
    file: inFunction(COSMOS, 'container: Container, item: Order'),
    operation: 'POST /dbs/{}/colls/{}/docs',
    verdict: 'idempotent upsert',
  },
  '409-cosmos-key': {
    file: inFunction(
      COSMOS,
      'container: Container, draft: Draft, orderNumber: string, requestId: string, partitionKey: string',
    ),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-claim': {
    file: inFunction(COSMOS, 'container: Container, lockId: string, owner: string'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-bulk': {
    file: inFunction(COSMOS, 'container: Container, items: Orders, partitionKey: string'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-retry': {
    file: inFunction(GRAPH, 'eventId: string, change: object, signal: AbortSignal'),
    operation: 'PATCH /me/events/{}',
    verdict: 'idempotent no-condition',
  },
  '409-log': { file: inFunction('', 'error: unknown'), operation: undefined },
  '409-log-pino': {
    file: inFunction("import type { Logger } from 'pino';", 'error: unknown, logger: Logger'),
    operation: undefined,
  },
  '409-fetch-status': {
    file: inFunction('', 'token: string, body: object'),
    operation: 'POST /subscriptions',
  },
  '409-back-off': { file: (body) => `export ${body.slice(body.indexOf('async function'))}\n`, operation: undefined },
};

const inMethod =
  (usings: string, names: string) =>
  (body: string): string =>
    `using System;\nusing System.Net;\nusing System.Net.Http;\nusing System.Threading;\nusing System.Threading.Tasks;\n${usings}

public class Store
{
    public async Task RunAsync(${names}, CancellationToken cancellationToken)
    {
${body}
    }
}
`;

const LISTS = 'using System.Collections.Generic;\nusing System.Linq;';
const CSHARP_COSMOS = `${LISTS}\nusing Microsoft.Azure.Cosmos;`;
const CSHARP_GRAPH = `${LISTS}\nusing Microsoft.Graph;\nusing Microsoft.Graph.Models;\nusing Microsoft.Graph.Models.ODataErrors;`;

/** By prefix. */
export const CSHARP_FRAMES: Record<string, Frame> = {
  '409-cosmos-create-or-get': {
    file: inMethod(CSHARP_COSMOS, 'Container container, Item item, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-etag-loop': {
    file: inMethod(CSHARP_COSMOS, 'Container container, string id, string partitionKey'),
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  },
  '409-cosmos-batch': {
    file: inMethod(CSHARP_COSMOS, 'Container container, Item item, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-graph-create': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, string driveId, string name'),
    operation: 'POST /drives/{}/items/root/children',
  },
  '409-graph-subscription': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, Subscription wanted'),
    operation: 'POST /subscriptions',
  },
  '409-graph-user': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, User user'),
    operation: 'POST /users',
  },
  '409-graph-group': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, Group group'),
    operation: 'POST /groups',
  },
  '409-graph-member': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, string groupId, string memberId'),
    operation: 'POST /groups/{}/members/$ref',
  },
  '409-graph-event-key': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, Event draft, string requestId'),
    operation: 'POST /me/events',
    verdict: 'idempotent idempotency-key',
  },
  '409-graph-batch': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, Subscription wanted'),
    operation: 'POST /$batch',
  },
  '409-cosmos-check-first': {
    file: inMethod(CSHARP_COSMOS, 'Container container, Item item, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-upsert': {
    file: inMethod(CSHARP_COSMOS, 'Container container, Item item, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
    verdict: 'idempotent upsert',
  },
  '409-cosmos-key': {
    file: inMethod(
      CSHARP_COSMOS,
      'Container container, Item item, string orderNumber, string requestId, string partitionKey',
    ),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-claim': {
    file: inMethod(CSHARP_COSMOS, 'Container container, Item claim, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-bulk': {
    file: inMethod(CSHARP_COSMOS, 'Container container, IEnumerable<Item> items, string partitionKey'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-retry': {
    file: inMethod(CSHARP_GRAPH, 'GraphServiceClient graphClient, string eventId, Event change'),
    operation: 'PATCH /me/events/{}',
    verdict: 'idempotent no-condition',
  },
  '409-log': {
    file: inMethod(`${CSHARP_GRAPH}\nusing Microsoft.Extensions.Logging;`, 'ODataError error, ILogger logger'),
    operation: undefined,
  },
  '409-http-status': {
    file: inMethod('', 'HttpClient http, HttpContent content'),
    operation: 'POST /subscriptions',
  },
  '409-back-off': {
    file: (body) =>
      `using System;\nusing System.Threading;\nusing System.Threading.Tasks;\n\npublic class Store\n{\n${body}\n}\n`,
    operation: undefined,
  },
};
