/** Java with handlers that do not work, and what the mend makes of the lines it changes. */

export interface Broken {
  /** What is wrong, and where. */
  title: string;
  reason: string;
  text: string;
  /** Pieces of the text after the mend; none where it is not offered. */
  after: string[];
}

/** A class with statements in a method that is given an order. */
function inMethod(imports: string, fields: string, body: string, throwing = ''): string {
  return `package shop;

${imports
  .trim()
  .split(/\s+/)
  .map((name) => `import ${name};\n`)
  .join('')}
public class Store {
    ${fields}

    boolean save(Order order)${throwing} {
${body
  .trim()
  .split('\n')
  .map((line) => `        ${line}\n`)
  .join('')}    }

    static class Order {
        private String id;
        private String tenant;
        private int count;

        public String getId() {
            return id;
        }

        public String getTenant() {
            return tenant;
        }

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }
    }
}
`;
}

const COSMOS = `com.azure.cosmos.CosmosContainer com.azure.cosmos.CosmosException
com.azure.cosmos.models.CosmosItemRequestOptions com.azure.cosmos.models.CosmosItemResponse
com.azure.cosmos.models.PartitionKey`;
const CONTAINER = 'private CosmosContainer container;';
const GRAPH = `com.microsoft.graph.models.User com.microsoft.graph.models.TeamsAppInstallation
com.microsoft.graph.models.odataerrors.ODataError com.microsoft.graph.serviceclient.GraphServiceClient`;
const CLIENT = 'private GraphServiceClient graph; private User user; private TeamsAppInstallation app;';
const LATER = `com.azure.cosmos.CosmosAsyncContainer com.azure.cosmos.CosmosException com.azure.cosmos.models.PartitionKey`;

/** A call in a block, and its handler. */
const tried = (call: string, handler: string): string => `try {\n    ${call}\n    return true;\n} ${handler}`;

const create = 'container.createItem(order);';
const replace =
  'container.replaceItem(order, order.getId(), new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(order.getTenant()));';

const answering = (type: string, test: string): string =>
  `catch (${type} e) {\n    if (${test}) {\n        return false;\n    }\n    throw e;\n}`;

export const BROKEN: Broken[] = [
  {
    title: 'a property that holds something else',
    reason: 'wrong-property',
    text: inMethod(COSMOS, CONTAINER, tried(create, answering('CosmosException', 'e.getSubStatusCode() == 409'))),
    after: ['if (e.getStatusCode() == 409)'],
  },
  {
    title: 'the status of another conflict',
    reason: 'wrong-status',
    text: inMethod(COSMOS, CONTAINER, tried(replace, answering('CosmosException', 'e.getStatusCode() == 409'))),
    after: ['if (e.getStatusCode() == 412)'],
  },
  {
    title: 'the status of another conflict by its name',
    reason: 'wrong-status',
    text: inMethod(
      `${COSMOS} java.net.HttpURLConnection`,
      CONTAINER,
      tried(create, answering('CosmosException', 'HttpURLConnection.HTTP_PRECON_FAILED == e.getStatusCode()')),
    ),
    after: ['if (HttpURLConnection.HTTP_CONFLICT == e.getStatusCode())'],
  },
  {
    title: 'the type that stands for another status',
    reason: 'wrong-status',
    text: inMethod(
      `${COSMOS} com.azure.cosmos.implementation.ConflictException`,
      CONTAINER,
      tried(replace, 'catch (ConflictException e) {\n    return false;\n}'),
    ),
    after: ['catch (com.azure.cosmos.implementation.PreconditionFailedException e) {'],
  },
  {
    title: 'only one of the answers',
    reason: 'partial-answers',
    text: inMethod(
      GRAPH,
      CLIENT,
      tried('graph.users().post(user);', answering('ODataError', 'e.getResponseStatusCode() == 409')),
    ),
    after: ['if ((e.getResponseStatusCode() == 409 || (e.getResponseStatusCode() == 400 && '],
  },
  {
    title: 'the error of another library, told apart',
    reason: 'wrong-type',
    text: inMethod(
      `${GRAPH} org.springframework.web.client.HttpClientErrorException`,
      CLIENT,
      tried(
        'graph.teams().byTeamId("t").installedApps().post(app);',
        answering('HttpClientErrorException', 'e.getStatusCode().value() == 409'),
      ),
    ),
    after: ['catch (ODataError e) {', 'if (e.getResponseStatusCode() == 409) {'],
  },
  {
    title: 'the error of another library, by its words',
    reason: 'wrong-type',
    text: inMethod(
      `${COSMOS} com.azure.core.exception.ResourceExistsException`,
      CONTAINER,
      tried(create, answering('ResourceExistsException', 'e.getMessage().contains("Conflict")')),
    ),
    after: [
      'catch (CosmosException e) {\n            if (e.getStatusCode() != 409) {\n                throw e;\n            }\n            if (e.getMessage()',
    ],
  },
  {
    title: 'an error that has to be declared',
    reason: 'wrong-type',
    text: inMethod(
      `${COSMOS} com.microsoft.azure.documentdb.DocumentClient com.microsoft.azure.documentdb.DocumentClientException`,
      `${CONTAINER} private DocumentClient old;`,
      tried(
        `old.readDocument("/dbs/a/colls/b/docs/c", null);\n    ${create}`,
        answering('DocumentClientException', 'e.getStatusCode() == 409').replace('throw e', 'return true'),
      ),
    ),
    after: [],
  },
  {
    title: 'what waits and wraps',
    reason: 'wrong-type',
    text: inMethod(
      LATER,
      'private CosmosAsyncContainer container;',
      tried('container.createItem(order).toFuture().get();', answering('CosmosException', 'e.getStatusCode() == 409')),
      ' throws Exception',
    ),
    after: ['container.createItem(order).block();'],
  },
  {
    title: 'a call nobody waits for',
    reason: 'not-awaited',
    text: inMethod(
      LATER,
      'private CosmosAsyncContainer container;',
      tried('container.createItem(order);', answering('CosmosException', 'e.getStatusCode() == 409')),
    ),
    after: ['container.createItem(order).block();'],
  },
  {
    title: 'a retry without an end',
    reason: 'retry-uncapped',
    text: inMethod(
      COSMOS,
      CONTAINER,
      `while (true) {
    CosmosItemResponse<Order> read = container.readItem("1", new PartitionKey("a"), Order.class);
    Order current = read.getItem();
    current.setCount(current.getCount() + 1);
    try {
        container.replaceItem(current, "1", new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(read.getETag()));
        return true;
    } catch (CosmosException e) {
        if (e.getStatusCode() != 412) {
            throw e;
        }
    }
}`,
    ),
    after: ['for (int attempt = 1; ; attempt++) {', 'if ((attempt >= 5 || e.getStatusCode() != 412)) {'],
  },
  {
    title: 'a retry without an end, by its type',
    reason: 'retry-uncapped',
    text: inMethod(
      `${COSMOS} com.azure.cosmos.implementation.PreconditionFailedException`,
      CONTAINER,
      `while (true) {
    CosmosItemResponse<Order> read = container.readItem("1", new PartitionKey("a"), Order.class);
    Order current = read.getItem();
    current.setCount(current.getCount() + 1);
    try {
        container.replaceItem(current, "1", new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(read.getETag()));
        return true;
    } catch (PreconditionFailedException e) {
        System.out.println("again");
    }
}`,
    ),
    after: ['if (attempt >= 5) {\n                    throw e;\n                }\n                System.out'],
  },
  {
    title: 'content from outside its loop',
    reason: 'retry-cannot-help',
    text: inMethod(
      COSMOS,
      CONTAINER,
      `CosmosItemResponse<Order> read = container.readItem("1", new PartitionKey("a"), Order.class);
Order current = read.getItem();
current.setCount(current.getCount() + 1);
for (int attempt = 1; attempt <= 5; attempt++) {
    try {
        container.replaceItem(current, "1", new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(read.getETag()));
        return true;
    } catch (CosmosException e) {
        if (e.getStatusCode() != 412 || attempt == 5) {
            throw e;
        }
    }
}
return false;`,
    ),
    after: ['        for (int attempt = 1; attempt <= 5; attempt++) {\n            CosmosItemResponse<Order> read = '],
  },
  {
    title: 'a handler around a batch, which throws nothing',
    reason: 'never-thrown',
    text: inMethod(
      `${COSMOS} com.azure.cosmos.models.CosmosBatch`,
      CONTAINER,
      `CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey(order.getTenant()));
batch.createItemOperation(order);
${tried('container.executeCosmosBatch(batch);', answering('CosmosException', 'e.getStatusCode() == 409'))}`,
    ),
    after: ['throwBatchConflict(() -> container.executeCosmosBatch(batch));'],
  },
];
