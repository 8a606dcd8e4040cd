/** The programs of the proof for Java whose handler does not work. */
import { COSMOS } from '../lib/session.js';
import type { Program } from '../program.js';
import { cosmos, ORDER, ORDERS } from './cosmos.js';
import { graph } from './graph-programs.js';

const item = {
  rule: 'cosmos/item-id-exists',
  operation: 'POST /dbs/{}/colls/{}/docs',
  ends: { cosmos: 'items' },
  twin: { id: 'order-1', customer: 'ada', note: 'theirs' },
  note: 'note',
} as const satisfies Partial<Program>;

const counter = {
  rule: 'cosmos/stale-etag',
  operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  cause: 'stale',
  parents: [{ path: COSMOS, body: { id: 'order-1', customer: 'ada', count: 0 } }],
  ends: { cosmos: 'items' },
} as const satisfies Partial<Program>;

const IMPORTS = [
  'com.azure.cosmos.CosmosContainer',
  'com.azure.cosmos.CosmosException',
  'com.azure.cosmos.models.PartitionKey',
];

const MADE = `Order order = new Order();
order.setId("order-1");
order.setCustomer("ada");
order.setNote(note);
`;

/** A create whose handler tests for the conflict by `test`, in vain. */
const handled = (test: string, call = 'orders.createItem(order, new PartitionKey("ada"), null);'): string =>
  cosmos(
    IMPORTS,
    `${ORDERS}\n${ORDER}`,
    `${MADE}try {
    ${call}
    return "made";
} catch (CosmosException error) {
    if (${test}) {
        return "known";
    }
    throw error;
}`,
  );

const READ = `CosmosItemResponse<Order> read = orders.readItem("order-1", new PartitionKey("ada"), Order.class);
Order order = read.getItem();
order.setCount(order.getCount() + 1);`;

/** A conditional write whose conflict is met again after a wait, but for where `last` holds. */
const written = (last: string): string => `try {
    orders.replaceItem(order, "order-1", new PartitionKey("ada"), new CosmosItemRequestOptions().setIfMatchETag(read.getETag()));
    return null;
} catch (CosmosException error) {
    if (error.getStatusCode() != 412${last}) {
        throw error;
    }
    Thread.sleep(50 + ThreadLocalRandom.current().nextInt(500));
}`;

const deeper = (text: string): string => text.replace(/^(?=.)/gm, '    ');

const retrying = (body: string): string =>
  cosmos(
    [
      ...IMPORTS,
      'com.azure.cosmos.models.CosmosItemRequestOptions',
      'com.azure.cosmos.models.CosmosItemResponse',
      'java.util.concurrent.ThreadLocalRandom',
    ],
    `${ORDERS}\n${ORDER}`,
    body,
  );

export const brokenPrograms: readonly Program[] = [
  { ...item, title: 'wrong property', text: handled('error.getSubStatusCode() == 409') },
  { ...item, title: 'wrong status', text: handled('error.getStatusCode() == 412') },
  {
    ...item,
    title: 'batch that is not thrown',
    rule: 'cosmos/batch-conflict',
    operation: 'POST /dbs/{}/colls/{}/docs#batch',
    text: handled(
      'error.getStatusCode() == 409',
      `CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey("ada"));
    batch.createItemOperation(order);
    CosmosBatchResponse answer = orders.executeCosmosBatch(batch);
    if (answer.getStatusCode() == 403) {
        throw new IllegalStateException(answer.getErrorMessage());
    }`,
    ).replace(
      'import com.azure.cosmos.models.PartitionKey;',
      'import com.azure.cosmos.models.CosmosBatch;\nimport com.azure.cosmos.models.CosmosBatchResponse;\nimport com.azure.cosmos.models.PartitionKey;',
    ),
  },
  {
    ...counter,
    title: 'change outside its retry',
    text: retrying(
      `${READ}\nfor (int attempt = 1; attempt <= 5; attempt++) {\n${deeper(written(' || attempt == 5'))}\n}\nreturn null;`,
    ),
  },
  {
    ...counter,
    title: 'retry without an end',
    endless: true as const,
    text: retrying(`while (true) {\n${deeper(READ)}\n${deeper(written(''))}\n}`),
  },
  {
    title: 'another answer',
    rule: 'graph/user-exists',
    operation: 'POST /users',
    ends: { graph: '/users' },
    twin: { displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: 'theirs' },
    note: 'jobTitle',
    text: graph(
      ['User', 'odataerrors.ODataError'],
      `User user = new User();
user.setUserPrincipalName("ada@contoso.com");
user.setDisplayName("Ada");
user.setMailNickname("ada");
user.setJobTitle(note);
try {
    graph.users().post(user);
    return "made";
} catch (ODataError error) {
    if (error.getResponseStatusCode() == 409) {
        return "known";
    }
    throw error;
}`,
    ),
  },
].map((own) => ({ ...own, fixes: ['mend'], broken: true }));
