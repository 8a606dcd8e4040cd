/** Small C# sources with the fault, for the tests of the fixes: calls of each library in each position. */
import type { Source } from './fixes-typescript-sources.js';

/** A call to a service. `CALL` hands out a task, unless the library blocks. */
export interface CSharpService {
  name: string;
  usings: string[];
  /** Members of the class around the call. */
  fields: string;
  call: string;
  /** A member of what the call hands out. */
  part: string;
  /** Types beside the class. */
  types?: string;
}

const ORDER = `public class Order
{
    public string Id { get; set; }
    public string Customer { get; set; }
}`;

export const COSMOS: CSharpService = {
  name: 'Cosmos DB',
  usings: ['Microsoft.Azure.Cosmos'],
  fields: 'private readonly Container container = new CosmosClient("").GetContainer("shop", "orders");',
  call: 'container.CreateItemAsync(order, new PartitionKey(order.Customer))',
  part: 'Resource',
};

export const GRAPH: CSharpService = {
  name: 'Graph',
  usings: ['Microsoft.Graph', 'Microsoft.Graph.Models'],
  fields: 'private readonly GraphServiceClient graph = new GraphServiceClient(new System.Net.Http.HttpClient());',
  call: 'graph.Groups.PostAsync(new Group { DisplayName = order.Customer, MailNickname = order.Id })',
  part: 'Id',
};

export const HTTP: CSharpService = {
  name: 'HttpClient',
  usings: ['System.Net.Http'],
  fields: 'private readonly HttpClient http = new HttpClient();',
  call: 'http.PostAsync("https://graph.microsoft.com/v1.0/groups", new StringContent(order.Id))',
  part: 'StatusCode',
};

const SHOP = `public class Shop : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        options.UseCosmos("", "shop");
    }
}`;

export const EF: CSharpService = {
  name: 'EF Core',
  usings: ['Microsoft.EntityFrameworkCore'],
  fields: 'private readonly Shop db = new Shop();',
  call: 'db.SaveChangesAsync()',
  part: 'ToString()',
  types: SHOP,
};

export const EF_BLOCKING: CSharpService = { ...EF, name: 'EF Core, blocking', call: 'db.SaveChanges()' };

/** Code around a call that hands out a task. */
const POSITIONS: Readonly<Record<string, string>> = {
  assigned: `public async Task Save(Order order)
{
    var saved = await CALL;
    Console.WriteLine(saved.PART);
}`,
  'assigned to a name that is there': `public async Task Save(Order order)
{
    object saved = null;
    saved = await CALL;
    Console.WriteLine(saved);
}`,
  returned: `public async Task<object> Save(Order order)
{
    return await CALL;
}`,
  'returned without await': `public Task Save(Order order)
{
    return CALL;
}`,
  awaited: `public async Task Save(Order order)
{
    await CALL;
    Console.WriteLine("saved");
}`,
  'awaited with ConfigureAwait': `public async Task Save(Order order)
{
    await CALL.ConfigureAwait(false);
}`,
  'awaited in brackets': `public async Task<object> Save(Order order)
{
    return (await CALL).PART;
}`,
  'an expression body': `public Task Save(Order order) => CALL;`,
  'an awaited expression body': `public async Task<object> Save(Order order) => (await CALL).PART;`,
  'an argument': `public async Task Save(Order order)
{
    Console.WriteLine((await CALL).PART);
}`,
  'an argument as a task': `public Task Save(Order order)
{
    return Task.WhenAny(CALL, Task.Delay(1000));
}`,
  'one of Task.WhenAll': `public async Task Save(Order order)
{
    await Task.WhenAll(CALL, Task.Delay(1));
}`,
  'in a list of tasks': `public async Task SaveAll(List<Order> orders)
{
    var tasks = new List<Task>();
    foreach (var order in orders)
    {
        tasks.Add(CALL);
    }
    await Task.WhenAll(tasks);
}`,
  'in a lambda': `public async Task SaveAll(List<Order> orders)
{
    await Task.WhenAll(orders.Select(order => CALL));
}`,
  'in an async lambda': `public async Task SaveAll(List<Order> orders)
{
    await Task.WhenAll(orders.Select(async order => (await CALL).PART));
}`,
  'in foreach': `public async Task SaveAll(IEnumerable<Order> orders)
{
    foreach (Order order in orders)
    {
        await CALL;
    }
}`,
  'in foreach without braces': `public async Task SaveAll(IEnumerable<Order> orders)
{
    foreach (Order order in orders)
        await CALL;
}`,
  'in using': `public async Task Save(Order order)
{
    using (var stream = new MemoryStream())
    {
        await CALL;
        stream.Flush();
    }
}`,
  'waited for by Result': `public object Save(Order order)
{
    return CALL.Result.PART;
}`,
  'waited for by Wait': `public void Save(Order order)
{
    CALL.Wait();
}`,
  'waited for by GetAwaiter': `public object Save(Order order)
{
    return CALL.GetAwaiter().GetResult();
}`,
  'in a static method with a field of its own': `public static async Task Save(Order order, Orders orders)
{
    await orders.Keep(order);
}

private async Task Keep(Order order)
{
    await CALL;
}`,
  'fire and forget': `public async Task Save(Order order)
{
    CALL;
    await Task.Delay(1);
}`,
  'in a try that tells nothing apart': `public async Task Save(Order order)
{
    try
    {
        await CALL;
    }
    finally
    {
        Console.WriteLine("done");
    }
}`,
  'in a conditional expression': `public async Task<object> Save(Order order, bool dry)
{
    return dry ? (object)null : await CALL;
}`,
};

/** Code around a call that blocks. */
const BLOCKING: Readonly<Record<string, string>> = {
  'a statement': `public void Save(Order order)
{
    CALL;
}`,
  assigned: `public void Save(Order order)
{
    int saved = CALL;
    Console.WriteLine(saved);
}`,
  returned: `public int Save(Order order)
{
    return CALL;
}`,
  'an expression body': `public int Save(Order order) => CALL;`,
  'a void expression body': `public void Save(Order order) => CALL;`,
  'in a lambda': `public void SaveAll(List<Order> orders)
{
    orders.ForEach(order => CALL);
}`,
  'in foreach': `public void SaveAll(List<Order> orders)
{
    foreach (var order in orders)
        CALL;
}`,
};

/** A file with a class around some members. */
export function fileOf(service: CSharpService, members: string): string {
  const usings = ['System', 'System.Collections.Generic', 'System.IO', 'System.Linq', 'System.Threading.Tasks'];
  const body = [service.fields, members].map((piece) => deeper(piece, 2)).join('\n\n');
  const types = [ORDER, ...(service.types ? [service.types] : [])].map((type) => `${deeper(type, 1)}\n\n`).join('');
  return `${[...usings, ...service.usings].map((name) => `using ${name};\n`).join('')}
namespace Shopping
{
${types}    public class Orders
    {
${body}
    }
}
`;
}

function deeper(code: string, steps: number): string {
  return code.replace(/^(?=.)/gm, '    '.repeat(steps));
}

const filled = (code: string, service: CSharpService): string =>
  code.replace(/CALL/g, () => service.call).replace(/PART/g, () => service.part);

const sourcesOf = (service: CSharpService, positions: Readonly<Record<string, string>>): Source[] =>
  Object.entries(positions).map(([title, code]) => ({
    title: `${service.name}, ${title}`,
    file: 'Orders.cs',
    text: fileOf(service, filled(code, service)),
  }));

/** Every position of every library. */
export const csharpPositions: readonly Source[] = [
  ...[COSMOS, GRAPH, HTTP, EF].flatMap((service) => sourcesOf(service, POSITIONS)),
  ...sourcesOf(EF_BLOCKING, BLOCKING),
];

/** The plainest one. */
export const plainCSharp: Source = {
  title: 'plain',
  file: 'Orders.cs',
  text: fileOf(COSMOS, filled(POSITIONS['awaited'] ?? '', COSMOS)),
};
