/** The programs of the proof for Java: what they do in Java, and the fixes that are offered there. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { programs as others } from '../programs/index.js';
import { brokenPrograms } from './broken-programs.js';
import { cosmos, ORDER, ORDERS } from './cosmos.js';
import { file } from './file.js';
import { graphTexts } from './graph-programs.js';

/** A request that is sent to Graph by the platform's own client. */
const http = (path: string, fields: string): string =>
  file(
    [
      'java.net.URI',
      'java.net.http.HttpClient',
      'java.net.http.HttpRequest',
      'java.net.http.HttpResponse',
      'java.net.http.HttpResponse.BodyHandlers',
    ],
    'private static final HttpClient client = HttpClient.newHttpClient();',
    `String body = "{${fields.replaceAll('"', '\\"')}}".replace("NOTE", note);
HttpRequest request = HttpRequest.newBuilder(URI.create("https://graph.microsoft.com/v1.0/${path}"))
    .header("Content-Type", "application/json")
    .POST(HttpRequest.BodyPublishers.ofString(body))
    .build();
HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
return proof.Answer.of(answer);`,
  );

/** By the title of the program in TypeScript. */
const texts: Readonly<Record<string, Pick<Program, 'text' | 'fixes'> & Partial<Program>>> = {
  ...graphTexts,
  item: {
    fixes: ['create-or-get', 'report-conflict', 'upsert'],
    text: cosmos(
      ['com.azure.cosmos.CosmosContainer', 'com.azure.cosmos.models.PartitionKey'],
      `${ORDERS}\n${ORDER}`,
      `Order order = new Order();
order.setId("order-1");
order.setCustomer("ada");
order.setNote(note);
return orders.createItem(order, new PartitionKey(order.getCustomer()), null).getItem();`,
    ),
  },
  container: {
    fixes: ['create-or-get', 'report-conflict'],
    text: cosmos(
      ['com.azure.cosmos.CosmosDatabase', 'java.util.Map'],
      'private final CosmosDatabase database = client.getDatabase("shop");',
      `String id = database.createContainer("invoices", "/customer").getProperties().getId();
return Map.of("id", id);`,
    ),
  },
  database: {
    fixes: ['create-or-get', 'report-conflict'],
    text: cosmos(
      ['java.util.Map'],
      '',
      `String id = client.createDatabase("archive").getProperties().getId();
return Map.of("id", id);`,
    ),
  },
  'item with its tag': {
    fixes: ['reread-and-reapply', 'report-conflict'],
    text: cosmos(
      [
        'com.azure.cosmos.CosmosContainer',
        'com.azure.cosmos.models.CosmosItemRequestOptions',
        'com.azure.cosmos.models.CosmosItemResponse',
        'com.azure.cosmos.models.PartitionKey',
      ],
      `${ORDERS}\n${ORDER}`,
      `CosmosItemResponse<Order> read = orders.readItem("order-1", new PartitionKey("ada"), Order.class);
Order order = read.getItem();
order.setCount(order.getCount() + 1);
CosmosItemRequestOptions options = new CosmosItemRequestOptions().setIfMatchETag(read.getETag());
orders.replaceItem(order, "order-1", new PartitionKey("ada"), options);
return null;`,
    ),
  },
  'service principal by fetch': {
    fixes: ['report-conflict'],
    text: http('servicePrincipals', '"appId": "11111111-2222-3333-4444-555555555555", "notes": "NOTE"'),
  },
  'user by fetch': {
    fixes: ['report-conflict'],
    text: http(
      'users',
      '"displayName": "Ada", "userPrincipalName": "ada@contoso.com", "mailNickname": "ada", "jobTitle": "NOTE"',
    ),
  },
};

export const javaPrograms: readonly Program[] = [
  ...others.flatMap((program) => {
    const own = program.broken ? undefined : texts[program.title];
    return own ? [{ ...program, ...own }] : [];
  }),
  ...brokenPrograms,
];

/** Logging can be added to any call that throws. */
export const javaCells: readonly { program: Program; fix: FixId }[] = javaPrograms.flatMap((program) =>
  [...program.fixes, ...(program.answers || program.broken ? [] : ['instrument' as const])].map((fix) => ({
    program,
    fix,
  })),
);
