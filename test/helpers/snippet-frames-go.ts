/** Where each snippet of Go is used: a small file around it, with what the snippet takes for granted. */
import type { Frame } from './snippet-frames.js';

const AZCORE = 'github.com/Azure/azure-sdk-for-go/sdk/azcore';
const AZCOSMOS = 'github.com/Azure/azure-sdk-for-go/sdk/data/azcosmos';
const GRAPH = 'github.com/microsoftgraph/msgraph-sdk-go';

/** @param used names the snippet declares for what follows it */
const inFunction =
  (imports: string[], names: string, used: string[] = []) =>
  (body: string): string => {
    const lines = ['context', ...imports].sort().map((i) => `\t${i.includes(' ') ? i : `"${i}"`}`);
    const rest = [...body.split('\n'), ...used.map((u) => `_ = ${u}`)].map((l) => (l === '' ? l : `\t${l}`));
    return `package store\n\nimport (\n${lines.join('\n')}\n)\n\nfunc run(ctx context.Context, ${names}) error {\n${rest.join('\n')}\n\treturn nil\n}\n`;
  };

const CONTAINER = 'container *azcosmos.ContainerClient, partitionKey azcosmos.PartitionKey';
const CLIENT = 'client *msgraphsdk.GraphServiceClient';
const TESTS = ['errors', 'net/http'];
const SDK = [`msgraphsdk "${GRAPH}"`, `${GRAPH}/models`];

/** By prefix. */
export const GO_FRAMES: Record<string, Frame> = {
  '409-cosmos-create-or-get': {
    file: inFunction([...TESTS, AZCORE, AZCOSMOS], `${CONTAINER}, id string, item []byte`, ['stored']),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-etag-loop': {
    file: (body) =>
      `${inFunction(['encoding/json', 'fmt', 'time', ...TESTS, AZCORE, AZCOSMOS], `${CONTAINER}, id string`)(body)}
type Item struct {
	Status string
}
`,
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  },
  '409-cosmos-batch': {
    file: inFunction(['fmt', 'net/http', AZCOSMOS], `${CONTAINER}, item []byte`),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-cosmos-upsert': {
    file: inFunction([AZCOSMOS], `${CONTAINER}, item []byte`),
    operation: 'POST /dbs/{}/colls/{}/docs',
    verdict: 'idempotent upsert',
  },
  '409-cosmos-claim': {
    file: inFunction([...TESTS, AZCORE, AZCOSMOS], `${CONTAINER}, claim []byte`, ['acquired']),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-graph-create': {
    file: inFunction([...TESTS, ...SDK, `${GRAPH}/models/odataerrors`], `${CLIENT}, driveID string`),
    operation: 'POST /drives/{}/items/root/children',
  },
  '409-graph-member': {
    file: inFunction(
      [...TESTS, 'strings', ...SDK, `${GRAPH}/models/odataerrors`],
      `${CLIENT}, groupID string, memberID string`,
    ),
    operation: 'POST /groups/{}/members/$ref',
  },
  '409-graph-event-key': {
    file: inFunction(SDK, `${CLIENT}, event models.Eventable, requestID string`),
    operation: 'POST /me/events',
    verdict: 'idempotent idempotency-key',
  },
  '409-http-status': {
    file: inFunction(['bytes', 'fmt', 'net/http'], 'client *http.Client, body []byte, token string'),
    operation: 'POST /subscriptions',
  },
};
