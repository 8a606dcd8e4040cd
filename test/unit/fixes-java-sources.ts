/** Small Java sources with the fault, for the tests of the fixes: calls of each library in each position. */

/** A library with one call that can conflict. */
export interface JavaService {
  name: string;
  imports: string[];
  /** Members of the class around the call. */
  fields: string;
  call: string;
  /** What of the answer is used. */
  part?: string;
  /** What the method declares. */
  throws?: string;
  /** Cures that are offered, `report-conflict` beside them always. */
  cures: string[];
}

export const SERVICES: JavaService[] = [
  {
    name: 'Cosmos',
    imports: ['com.azure.cosmos.CosmosContainer', 'com.azure.cosmos.models.PartitionKey'],
    fields: 'private CosmosContainer container;',
    call: 'container.createItem(order, new PartitionKey(order.getTenant()), null)',
    part: 'getETag()',
    cures: ['create-or-get', 'upsert'],
  },
  {
    name: 'Definition',
    imports: ['com.azure.cosmos.CosmosDatabase'],
    fields: 'private CosmosDatabase database;',
    call: 'database.createContainer("orders", "/tenant")',
    part: 'getProperties()',
    cures: ['create-or-get'],
  },
  {
    name: 'Legacy',
    imports: [
      'com.microsoft.azure.documentdb.Document',
      'com.microsoft.azure.documentdb.DocumentClient',
      'com.microsoft.azure.documentdb.DocumentClientException',
    ],
    fields: 'private DocumentClient client; private Document document;',
    call: 'client.createDocument("/dbs/shop/colls/orders", document, null, true)',
    part: 'getActivityId()',
    throws: 'DocumentClientException',
    cures: ['upsert'],
  },
  {
    name: 'Graph',
    imports: ['com.microsoft.graph.models.Subscription', 'com.microsoft.graph.serviceclient.GraphServiceClient'],
    fields: 'private GraphServiceClient graph; private Subscription wanted;',
    call: 'graph.subscriptions().post(wanted)',
    part: 'getId()',
    cures: [],
  },
  {
    name: 'Users',
    imports: ['com.microsoft.graph.models.User', 'com.microsoft.graph.serviceclient.GraphServiceClient'],
    fields: 'private GraphServiceClient graph; private User user;',
    call: 'graph.users().post(user)',
    part: 'getId()',
    cures: ['create-or-get', 'check-before-create'],
  },
  {
    name: 'Rest',
    imports: ['org.springframework.web.client.RestTemplate'],
    fields: 'private RestTemplate rest;',
    call: 'rest.postForEntity("https://graph.microsoft.com/v1.0/subscriptions", order, String.class)',
    part: 'getBody()',
    cures: [],
  },
  {
    name: 'Platform',
    imports: [
      'java.io.IOException',
      'java.net.URI',
      'java.net.http.HttpClient',
      'java.net.http.HttpRequest',
      'java.net.http.HttpRequest.BodyPublishers',
      'java.net.http.HttpResponse.BodyHandlers',
    ],
    fields: `private HttpClient http;
    private final HttpRequest request = HttpRequest.newBuilder(URI.create("https://graph.microsoft.com/v1.0/subscriptions"))
        .POST(BodyPublishers.noBody()).build();`,
    call: 'http.send(request, BodyHandlers.ofString())',
    part: 'body()',
    throws: 'IOException, InterruptedException',
    cures: [],
  },
];

/** Calls that give their result later. */
export const LATER: JavaService[] = [
  {
    name: 'Reactive',
    imports: ['com.azure.cosmos.CosmosAsyncContainer', 'com.azure.cosmos.models.PartitionKey'],
    fields: 'private CosmosAsyncContainer container;',
    call: 'container.createItem(order, new PartitionKey(order.getTenant()), null)',
    cures: ['create-or-get', 'upsert'],
  },
  {
    name: 'Batch',
    imports: [
      'com.azure.cosmos.CosmosAsyncContainer',
      'com.azure.cosmos.models.CosmosBatch',
      'com.azure.cosmos.models.PartitionKey',
    ],
    fields: `private CosmosAsyncContainer container;
    private CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey("a"));
    { batch.createItemOperation("x"); }`,
    call: 'container.executeCosmosBatch(batch)',
    cures: [],
  },
];

/** A read, a change and a conditional write. */
export const REREAD = `com.azure.cosmos.models.CosmosItemResponse<Order> read =
            container.readItem("1", new PartitionKey("a"), Order.class);
        Order current = read.getItem();
        current.setTenant("b");
        com.azure.cosmos.models.CosmosItemRequestOptions options =
            new com.azure.cosmos.models.CosmosItemRequestOptions().setIfMatchETag(read.getETag());
        container.replaceItem(current, "1", new PartitionKey("a"), options);`;

/** Where a call stands: statements of a method that is given an order. */
const POSITIONS: Record<string, string> = {
  alone: 'CALL;',
  assigned: 'var answer = CALL;\n        System.out.println(answer);',
  'a part of it': 'Object part = CALL.PART;\n        System.out.println(part);',
  argued: 'System.out.println(CALL);',
  'in a branch': 'if (order != null) CALL;',
  'in a handler that wraps':
    'try {\n            CALL;\n        } catch (RuntimeException e) {\n            throw new IllegalArgumentException("failed", e);\n        }',
};

/** One source for each library and position. */
export const javaSources = SERVICES.flatMap((service) =>
  Object.entries(POSITIONS).map(([position, body]) => ({
    title: `${service.name}, ${position}`,
    service,
    position,
    text: fileOf(service, body),
  })),
);

/** A file of one class whose method has the statements. */
export function fileOf(service: JavaService, body: string): string {
  const filled = body.replace('CALL', () => service.call).replace('PART', service.part ?? 'toString()');
  return `package shop;

${service.imports.map((i) => `import ${i};\n`).join('')}
public class Store {
    ${service.fields}

    void save(Order order)${service.throws ? ` throws ${service.throws}` : ''} {
        ${filled}
    }

    static class Order {
        private String id;
        private String tenant;

        public String getId() {
            return id;
        }

        public String getTenant() {
            return tenant;
        }

        public void setTenant(String tenant) {
            this.tenant = tenant;
        }
    }
}
`;
}
