/** C# programs that create in Azure Cosmos DB, and others whose failures are no errors. */
import { COSMOS } from '../lib/session.js';
import type { Program } from '../program.js';
import { COSMOS_FIELDS, cosmosProgram, ORDER, programOf } from './text.js';

const ADA = '{ id = "order-1", customer = "ada", note = note }';

/** By the title of the program in the other languages. */
export const cosmosTexts: Readonly<Record<string, Partial<Program> & { text: string }>> = {
  item: {
    text: cosmosProgram(
      'orders',
      `var order = new Order ${ADA};
var saved = await orders.CreateItemAsync(order, new PartitionKey(order.customer));
return saved.Resource;`,
      ORDER,
    ),
  },
  container: {
    text: cosmosProgram(
      'database',
      `ContainerResponse made = await database.CreateContainerAsync("invoices", "/customer");
return new { id = made.Container.Id };`,
    ),
  },
  database: {
    text: cosmosProgram(
      'client',
      `DatabaseResponse made = await client.CreateDatabaseAsync("archive");
return new { id = made.Database.Id };`,
    ),
  },
  'user of a database': {
    text: cosmosProgram(
      'database',
      `UserResponse made = await database.CreateUserAsync("ada");
return new { id = made.User.Id };`,
    ),
  },
  'stored procedure': {
    text: cosmosProgram(
      'orders',
      `var script = new StoredProcedureProperties("sum", note);
StoredProcedureResponse made = await orders.Scripts.CreateStoredProcedureAsync(script);
return made.Resource;`,
    ).replace('using Microsoft.Azure.Cosmos;', 'using Microsoft.Azure.Cosmos;\nusing Microsoft.Azure.Cosmos.Scripts;'),
  },
  'item with its tag': {
    text: cosmosProgram(
      'orders',
      `var read = await orders.ReadItemAsync<Order>("order-1", new PartitionKey("ada"));
Order order = read.Resource;
order.count += 1;
await orders.ReplaceItemAsync(order, order.id, new PartitionKey(order.customer), new ItemRequestOptions { IfMatchEtag = read.ETag });
return null;`,
      ORDER,
    ),
  },
};

const item = {
  rule: 'cosmos/item-id-exists',
  operation: 'POST /dbs/{}/colls/{}/docs',
  ends: { cosmos: 'items' },
  twin: { id: 'order-1', customer: 'ada', note: 'theirs' },
  note: 'note',
} as const satisfies Partial<Program>;

const context = (save: string): string =>
  programOf(
    ['Microsoft.EntityFrameworkCore'],
    `private readonly string customer = "ada";`,
    `using (var db = new Shop())
{
    db.Add(new Order { id = "order-1", customer = customer, note = note });
    ${save}
}
return null;`,
    `${ORDER}

public class Shop : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        options.UseCosmos(Environment.GetEnvironmentVariable("COSMOS_URL"), Environment.GetEnvironmentVariable("COSMOS_KEY"), "shop");
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultContainer("orders");
    }
}`,
  );

/** What the other languages have no program for. */
export const ownPrograms: readonly Program[] = [
  {
    ...item,
    title: 'item as a stream',
    fixes: ['report-conflict', 'upsert'],
    silent: true,
    answers: true,
    text: programOf(
      ['System.IO', 'System.Text', 'Microsoft.Azure.Cosmos'],
      COSMOS_FIELDS.orders,
      `string json = "{\\"id\\":\\"order-1\\",\\"customer\\":\\"ada\\",\\"note\\":\\"" + note + "\\"}";
var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
return await orders.CreateItemStreamAsync(stream, new PartitionKey("ada"));`,
    ),
  },
  {
    ...item,
    title: 'batch',
    rule: 'cosmos/batch-conflict',
    operation: 'POST /dbs/{}/colls/{}/docs#batch',
    fixes: ['report-conflict'],
    silent: true,
    answers: true,
    text: cosmosProgram(
      'orders',
      `var batch = orders.CreateTransactionalBatch(new PartitionKey("ada"));
batch.CreateItem(new Order ${ADA});
return await batch.ExecuteAsync();`,
      ORDER,
    ),
  },
  {
    ...item,
    title: 'context of EF Core',
    fixes: ['report-conflict'],
    silent: true,
    text: context('await db.SaveChangesAsync();'),
  },
  {
    ...item,
    title: 'context of EF Core, blocking',
    fixes: ['report-conflict'],
    silent: true,
    text: context('await Task.Yield();\n    db.SaveChanges();'),
  },
  {
    title: 'subscription by HttpClient',
    rule: 'graph/subscription-duplicate',
    operation: 'POST /subscriptions',
    fixes: ['report-conflict'],
    ends: { graph: '/subscriptions' },
    silent: true,
    answers: true,
    text: programOf(
      ['System.Net.Http', 'System.Text'],
      'private readonly HttpClient http = new HttpClient(new Proof.ToLab());',
      `string json = "{\\"resource\\":\\"me/messages\\",\\"changeType\\":\\"created\\",\\"notificationUrl\\":\\"https://example.com/notify\\",\\"expirationDateTime\\":\\"2031-01-01T00:00:00Z\\",\\"clientState\\":\\"" + note + "\\"}";
return await http.PostAsync("https://graph.microsoft.com/v1.0/subscriptions", new StringContent(json, Encoding.UTF8, "application/json"));`,
    ),
  },
];

const handled = (when: string, call = 'await orders.CreateItemAsync', type = 'CosmosException'): string =>
  cosmosProgram(
    'orders',
    `try
{
    ${call}(new Order ${ADA}, new PartitionKey("ada"));
    return "made";
}
catch (${type} error) when (${when})
{
    return "known";
}`,
    ORDER,
  );

/** A retry whose read and change stand before its loop. */
const retrying = (tag: string, before = ''): string =>
  cosmosProgram(
    'orders',
    `var read = await orders.ReadItemAsync<Order>("order-1", new PartitionKey("ada"));
Order order = read.Resource;
order.count += 1;
for (int attempt = 1; attempt <= 5; attempt++)
{${before}
    try
    {
        await orders.ReplaceItemAsync(order, order.id, new PartitionKey(order.customer), new ItemRequestOptions { IfMatchEtag = ${tag}.ETag });
        return null;
    }
    catch (CosmosException error) when (error.StatusCode == HttpStatusCode.PreconditionFailed && attempt < 5)
    {
        await Task.Delay(50 + new Random(Guid.NewGuid().GetHashCode()).Next(100) * attempt);
    }
}
return null;`,
    ORDER,
  );

const counter = {
  rule: 'cosmos/stale-etag',
  operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  cause: 'stale',
  parents: [{ path: COSMOS, body: { id: 'order-1', customer: 'ada', count: 0 } }],
  ends: { cosmos: 'items' },
} as const satisfies Partial<Program>;

/** Handlers that do not work. */
export const brokenCosmosPrograms: readonly Program[] = [
  { title: 'wrong status', text: handled('error.StatusCode == HttpStatusCode.PreconditionFailed') },
  { title: 'wrong property', text: handled('error.SubStatusCode == 409') },
  { title: 'not awaited', text: handled('error.StatusCode == HttpStatusCode.Conflict', 'orders.CreateItemAsync') },
  {
    title: 'wrong type',
    text: handled('error.Message.Contains("409")', undefined, 'System.Net.Http.HttpRequestException'),
  },
  {
    title: 'the same again',
    text: cosmosProgram(
      'orders',
      `try
{
    for (int attempt = 1; attempt <= 3; attempt++)
    {
        try
        {
            await orders.CreateItemAsync(new Order ${ADA}, new PartitionKey("ada"));
            return "made";
        }
        catch (CosmosException error) when (error.StatusCode == HttpStatusCode.Conflict)
        {
            await Task.Delay(100 * attempt);
        }
    }
    throw new TimeoutException();
}
catch (InvalidOperationException error) when (error.InnerException != null)
{
    return "known";
}`,
      ORDER,
    ),
  },
  {
    title: 'stream that is not thrown',
    text: handled('error.StatusCode == HttpStatusCode.Conflict', 'await orders.CreateItemStreamAsync')
      .replace(/new Order \{.*?\}(?=,)/, 'Json(note)')
      .replace(
        /(?=public async Task<object> Run)/,
        `private static Stream Json(string note)
        {
            return new MemoryStream(Encoding.UTF8.GetBytes("{\\"id\\":\\"order-1\\",\\"customer\\":\\"ada\\",\\"note\\":\\"" + note + "\\"}"));
        }

        `,
      )
      .replace('using System.Net;', 'using System.IO;\nusing System.Net;\nusing System.Text;'),
  },
  {
    title: 'batch that is not thrown',
    rule: 'cosmos/batch-conflict',
    operation: 'POST /dbs/{}/colls/{}/docs#batch',
    text: cosmosProgram(
      'orders',
      `try
{
    var batch = orders.CreateTransactionalBatch(new PartitionKey("ada"));
    batch.CreateItem(new Order ${ADA});
    TransactionalBatchResponse answer = await batch.ExecuteAsync();
    if (answer.StatusCode == HttpStatusCode.Forbidden) throw new CosmosException("Forbidden", answer.StatusCode, 0, answer.ActivityId, 0);
    return "made";
}
catch (CosmosException error) when (error.StatusCode == HttpStatusCode.Conflict)
{
    return "known";
}`,
      ORDER,
    ),
  },
  {
    ...counter,
    title: 'retry without an end',
    endless: true as const,
    text: cosmosProgram(
      'orders',
      `while (true)
{
    var read = await orders.ReadItemAsync<Order>("order-1", new PartitionKey("ada"));
    Order order = read.Resource;
    order.count += 1;
    try
    {
        await orders.ReplaceItemAsync(order, order.id, new PartitionKey(order.customer), new ItemRequestOptions { IfMatchEtag = read.ETag });
        return null;
    }
    catch (CosmosException error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
    {
        await Task.Delay(50 + new Random(Guid.NewGuid().GetHashCode()).Next(500));
    }
}`,
      ORDER,
    ),
  },
  { ...counter, title: 'change outside its retry', text: retrying('read') },
  {
    ...counter,
    title: 'content older than its tag',
    text: retrying('now', '\n    var now = await orders.ReadItemAsync<Order>("order-1", new PartitionKey("ada"));'),
  },
].map((own) => ({ ...item, ...own, fixes: ['mend'], broken: true }));
