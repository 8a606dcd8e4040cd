/** Where each snippet for Java is used: a small class around it, with what the snippet takes for granted. */
import type { Frame } from './snippet-frames.js';

const inMethod =
  (imports: string[], names: string) =>
  (body: string): string =>
    `package com.contoso;\n\n${imports.map((i) => `import ${i};\n`).join('')}
class Store {
    void run(${names}) throws Exception {
${body}
    }
}
`;

const COSMOS = ['com.azure.cosmos.*', 'com.azure.cosmos.models.*', 'java.util.*', 'java.util.concurrent.*'];
const GRAPH = [
  'com.microsoft.graph.models.*',
  'com.microsoft.graph.models.odataerrors.ODataError',
  'com.microsoft.graph.serviceclient.GraphServiceClient',
];
const DOCS = 'POST /dbs/{}/colls/{}/docs';
const stored = 'CosmosContainer container, Item item, String partitionKey';

/** By prefix. */
export const JAVA_FRAMES: Record<string, Frame> = {
  '409-cosmos-create-or-get': { file: inMethod(COSMOS, stored), operation: DOCS },
  '409-cosmos-reactive': {
    file: inMethod(
      [...COSMOS, 'reactor.core.publisher.Mono'],
      'CosmosAsyncContainer asyncContainer, Item item, String partitionKey',
    ),
    operation: DOCS,
  },
  '409-cosmos-etag-loop': {
    file: inMethod(COSMOS, 'CosmosContainer container, String id, String partitionKey'),
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  },
  '409-cosmos-check-first': { file: inMethod(COSMOS, stored), operation: DOCS },
  '409-cosmos-upsert': { file: inMethod(COSMOS, stored), operation: DOCS, verdict: 'idempotent upsert' },
  '409-cosmos-claim': {
    file: inMethod(COSMOS, 'CosmosContainer container, Item claim, String partitionKey'),
    operation: DOCS,
  },
  '409-cosmos-batch': { file: inMethod(COSMOS, stored), operation: DOCS },
  '409-cosmos-bulk': { file: inMethod(COSMOS, 'CosmosContainer container, List<Item> items'), operation: DOCS },
  '409-graph-create': {
    file: inMethod(GRAPH, 'GraphServiceClient graph, String name'),
    operation: 'POST /me/mailFolders',
  },
  '409-graph-subscription': {
    file: inMethod(GRAPH, 'GraphServiceClient graph, Subscription wanted'),
    operation: 'POST /subscriptions',
  },
  '409-graph-user': { file: inMethod(GRAPH, 'GraphServiceClient graph, User user'), operation: 'POST /users' },
  '409-graph-member': {
    file: inMethod(GRAPH, 'GraphServiceClient graph, String groupId, String memberId'),
    operation: 'POST /groups/{}/members/$ref',
  },
  '409-graph-event-key': {
    file: inMethod(GRAPH, 'GraphServiceClient graph, Event draft, String requestId'),
    operation: 'POST /me/events',
    verdict: 'idempotent idempotency-key',
  },
  '409-http-status': {
    file: inMethod(['java.net.URI', 'java.net.http.*'], 'HttpClient http, String json, String token'),
    operation: 'POST /subscriptions',
  },
  '409-back-off': {
    file: (body) =>
      `import java.time.Duration;\nimport java.util.concurrent.ThreadLocalRandom;\n\nclass Waits {\n${body}\n}\n`,
    operation: undefined,
  },
};
