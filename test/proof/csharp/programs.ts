/** Small programs with the fault that are run: what they ask of which service, and by which fix they are mended. */
import type { FixId } from '../../../src/analysis/findings.js';

export interface Program {
  name: string;
  fix: FixId;
  usings: string[];
  /** Members of the class `Program`; `Act` asks the service for the same thing each time. */
  members: string;
  /** Types beside it. */
  types?: string;
  /** What it throws without the fix. */
  raw: string;
  /** What the helper does: hands out the twin, looks for it first, goes on, leaves the error, waits, reports. */
  does: 'get' | 'look' | 'go-on' | 'refuse' | 'wait' | 'report';
  /** Other things that are there already. */
  others?: number;
}

const ORDER = 'public class Order { public string Id { get; set; } public string Customer { get; set; } }';
const GRAPH = ['Microsoft.Graph', 'Microsoft.Graph.Models'];
const act = (body: string): string => `public async Task<object> Act()\n{\n${body}\n}`;
const container = 'private readonly Container container = new CosmosClient("").GetContainer("shop", "orders");\n';
const graph = 'private readonly GraphServiceClient graph = new GraphServiceClient();\n';
const item = `${container}${act(`    var order = new Order { Id = "a", Customer = "c" };
    var saved = await container.CreateItemAsync(order, new PartitionKey(order.Customer));
    return saved.Resource;`)}`;
const group = `${graph}${act(`    var group = new Group { MailNickname = "Sales", DisplayName = "Sales" };
    return await graph.Groups.PostAsync(group);`)}`;
const user = `${graph}${act(`    var user = new User { UserPrincipalName = "a@contoso.com" };
    return await graph.Users.PostAsync(user);`)}`;
const others = `${graph}${act(`    for (int i = 0; i < 3; i++) Proof.Service.Items["group x" + i] = new Group { MailNickname = "x" + i };
    var group = new Group { MailNickname = "Sales", DisplayName = "Sales" };
    return await graph.Groups.PostAsync(group);`)}`;
const principal = `${graph}${act(
  '    return await graph.ServicePrincipals.PostAsync(new ServicePrincipal { AppId = "app" });',
)}`;
const SHOP = `public class Shop : DbContext
{
    protected internal override void OnConfiguring(DbContextOptionsBuilder options)
    {
        options.UseCosmos("", "shop");
    }
}`;

export const programs: readonly Program[] = [
  {
    name: 'item',
    fix: 'create-or-get',
    usings: ['Microsoft.Azure.Cosmos'],
    members: item,
    types: ORDER,
    raw: 'CosmosException',
    does: 'get',
  },
  {
    name: 'item',
    fix: 'report-conflict',
    usings: ['Microsoft.Azure.Cosmos'],
    members: item,
    types: ORDER,
    raw: 'CosmosException',
    does: 'report',
  },
  {
    name: 'container',
    fix: 'create-or-get',
    usings: ['Microsoft.Azure.Cosmos'],
    members: `private readonly Database database = new CosmosClient("").GetDatabase("shop");
${act(`    ContainerResponse made = await database.CreateContainerAsync("orders", "/customer");
    return made.Resource;`)}`,
    raw: 'CosmosException',
    does: 'get',
  },
  {
    name: 'stream',
    fix: 'report-conflict',
    usings: ['Microsoft.Azure.Cosmos', 'System.IO'],
    members: `${container}${act(`    var stream = new MemoryStream(new byte[] { 65 });
    return await container.CreateItemStreamAsync(stream, new PartitionKey("c"));`)}`,
    raw: 'done',
    does: 'report',
  },
  {
    name: 'batch',
    fix: 'report-conflict',
    usings: ['Microsoft.Azure.Cosmos'],
    members: `${container}${act(`    var order = new Order { Id = "a", Customer = "c" };
    var batch = container.CreateTransactionalBatch(new PartitionKey("c"));
    batch.CreateItem(order);
    var answer = await batch.ExecuteAsync();
    return answer;`)}`,
    types: ORDER,
    raw: 'done',
    does: 'report',
  },
  { name: 'group', fix: 'create-or-get', usings: GRAPH, members: group, raw: 'ODataError', does: 'get' },
  { name: 'group', fix: 'report-conflict', usings: GRAPH, members: group, raw: 'ODataError', does: 'report' },
  { name: 'user', fix: 'create-or-get', usings: GRAPH, members: user, raw: 'ODataError', does: 'get' },
  { name: 'user', fix: 'report-conflict', usings: GRAPH, members: user, raw: 'ODataError', does: 'report' },
  {
    name: 'group on a later page',
    fix: 'create-or-get',
    usings: GRAPH,
    members: others,
    raw: 'ODataError',
    does: 'get',
    others: 3,
  },
  { name: 'user', fix: 'check-before-create', usings: GRAPH, members: user, raw: 'ODataError', does: 'look' },
  {
    name: 'subscription that points elsewhere',
    fix: 'create-or-get',
    usings: GRAPH,
    members: `${graph}${act(`    string url = "https://contoso.com/" + Proof.Service.Items.Count;
    var subscription = new Subscription { Resource = "/users", ChangeType = "updated", NotificationUrl = url };
    return await graph.Subscriptions.PostAsync(subscription);`)}`,
    raw: 'ODataError',
    does: 'refuse',
  },
  {
    name: 'service principal',
    fix: 'create-or-get',
    usings: GRAPH,
    members: principal,
    raw: 'ODataError',
    does: 'get',
  },
  {
    name: 'member',
    fix: 'create-or-get',
    usings: GRAPH,
    members: `${graph}${act(`    await graph.Groups["g"].Members.Ref.PostAsync(new ReferenceCreate { OdataId = "https://graph.microsoft.com/v1.0/directoryObjects/a" });
    return null;`)}`,
    raw: 'ODataError',
    does: 'go-on',
  },
  {
    name: 'subscription',
    fix: 'create-or-get',
    usings: GRAPH,
    members: `${graph}${act(`    var subscription = new Subscription { Resource = "/users", ChangeType = "updated", NotificationUrl = "https://contoso.com/hook" };
    return await graph.Subscriptions.PostAsync(subscription);`)}`,
    raw: 'ODataError',
    does: 'get',
  },
  {
    name: 'synchronization job',
    fix: 'back-off-and-retry',
    usings: [...GRAPH, 'System.Threading'],
    members: `${graph}public Task<object> Act() { return Act(CancellationToken.None); }
public async Task<object> Act(CancellationToken cancel)
{
    return await graph.ServicePrincipals["sp"].Synchronization.Jobs.PostAsync(new SynchronizationJob { TemplateId = "scim" }, null, cancel);
}`,
    raw: 'ODataError',
    does: 'wait',
  },
  {
    name: 'context',
    fix: 'report-conflict',
    usings: ['Microsoft.EntityFrameworkCore'],
    members: act('    return await new Shop().SaveChangesAsync();'),
    types: SHOP,
    raw: 'DbUpdateException of CosmosException',
    does: 'report',
  },
  {
    name: 'context, blocking',
    fix: 'report-conflict',
    usings: ['Microsoft.EntityFrameworkCore'],
    members: `private readonly Shop db = new Shop();
public async Task<object> Act()
{
    await Task.Yield();
    return Save();
}
private int Save()
{
    return db.SaveChanges();
}`,
    types: SHOP,
    raw: 'DbUpdateException of CosmosException',
    does: 'report',
  },
  {
    name: 'answer',
    fix: 'report-conflict',
    usings: ['System.Net.Http'],
    members: `private readonly HttpClient http = new HttpClient(new Proof.Handler());
${act('    return await http.PostAsync("https://graph.microsoft.com/v1.0/subscriptions", new StringContent("{}"));')}`,
    raw: 'done',
    does: 'report',
  },
];

/** The file of a program, in a namespace of its own. */
export function textOf({ usings, members, types }: Program, space: string): string {
  return `${['System', 'System.Threading.Tasks', ...usings].map((name) => `using ${name};\n`).join('')}
namespace ${space}
{
${types ? `${deeper(types, 1)}\n\n` : ''}    public class Program
    {
${deeper(members, 2)}
    }
}
`;
}

const deeper = (code: string, steps: number): string => code.replace(/^(?=.)/gm, '    '.repeat(steps));
