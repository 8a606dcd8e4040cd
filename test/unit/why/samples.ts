/** Small pieces of code with a place to ask at (`▮`), and what the answer must say. */

export interface Sample {
  title: string;
  file: string;
  text: string;
  /** `outcome`, or `outcome missing`. */
  expect: string;
  /** Must stand in the title. */
  says?: RegExp;
  /** Must each stand in a row, as `id: text`. */
  rows?: RegExp[];
}

const GRAPH = "import { Client } from '@microsoft/microsoft-graph-client';\n";
const COSMOS = "import { Container, CosmosClient } from '@azure/cosmos';\n";
const ts = (title: string, text: string, expect: string, says?: RegExp, rows: RegExp[] = []): Sample => ({
  title,
  file: 'src/sample.ts',
  text,
  expect,
  ...(says ? { says } : {}),
  rows,
});

export const typescript: Sample[] = [
  ts(
    'a marked call, asked at its name',
    `${GRAPH}export async function f(client: Client) {\n  await client.api('/subscriptions').po▮st({ a: 1 });\n}`,
    'marked',
    /^Marked as a warning: Nothing catches/,
    [
      /^operation: POST \/subscriptions \(@microsoft/,
      /^evidence: Certain: import @microsoft/,
      /^scenario: .*graph\/subscription-duplicate/,
      /^remedy: /,
      /^answers: 409/,
      /^severity: the verdict alone makes it a warning/,
    ],
  ),
  ts(
    'a marked call, asked in its arguments',
    `${GRAPH}export async function f(client: Client) {\n  await client.api('/subscriptions').post({ a: 1▮ });\n}`,
    'marked',
  ),
  ts(
    'a marked call, asked in a step of its chain',
    `${GRAPH}export async function f(client: Client) {\n  await client.a▮pi('/subscriptions').post({ a: 1 });\n}`,
    'marked',
  ),
  ts(
    'a marked call, asked at the start of its line',
    `${GRAPH}export async function f(client: Client) {\n▮  await client.api('/subscriptions').post({ a: 1 });\n}`,
    'marked',
  ),
  ts(
    'a caught error, asked at the handler',
    `${GRAPH}export async function f(client: Client) {\n  try { await client.api('/subscriptions').post({ a: 1 }); }\n  catch▮ (e) { console.log(e); }\n}`,
    'marked',
    /^Marked/,
    [/^trail: /],
  ),
  ts(
    'a handled call',
    `${COSMOS}export async function f(c: Container) {\n  try { await c.items.cre▮ate({ id: 'a' }); }\n  catch (e: any) { if (e.code === 409) return; throw e; }\n}`,
    'quiet',
    /^Not marked: The conflict is told apart/,
    [/^trail: /, /^reason: .*\(handled: told-apart\)/],
  ),
  ts(
    'a fresh id, with the place where it is made',
    `import { randomUUID } from 'node:crypto';\n${COSMOS}export async function f(c: Container) {\n  await c.items.cre▮ate({ id: randomUUID() });\n}`,
    'quiet',
    /^Not marked: The id is made anew/,
    [/^reason: .*fresh-id.* @src\/sample.ts:4/],
  ),
  ts(
    'an upsert',
    `${COSMOS}export async function f(c: Container) {\n  await c.items.ups▮ert({ id: 'a' });\n}`,
    'quiet',
    /upsert creates or replaces/,
  ),
  ts(
    'a call that a comment covers',
    `${GRAPH}export async function f(client: Client) {\n  // guard409-ignore graph/subscription-duplicate: made once by the installer\n  await client.api('/subscriptions').po▮st({ a: 1 });\n}`,
    'quiet',
    /a comment accepts/,
    [/^ignored: .*made once by the installer/],
  ),
  ts(
    'a call known by likely evidence',
    `export async function f(http: any, id: string) {\n  await http.po▮st(\`/v1.0/groups/\${id}/members/$ref\`, { '@odata.id': id });\n}`,
    'marked',
    /^Marked as information/,
    [/^evidence: Likely: versioned path/, /^severity: .*only likely/],
  ),
  ts(
    'a read of the item',
    `${COSMOS}export async function f(c: Container) {\n  await c.items.create({ id: 'a' });\n  await c.item('a').re▮ad();\n}`,
    'call not-prone',
    /"read" is no call of @azure\/cosmos that can conflict; here these are: .*replace/,
    [/^evidence: @azure\/cosmos/],
  ),
  ts(
    'a query, asked in its chain',
    `${COSMOS}export async function f(c: Container) {\n  await c.items.create({ id: 'a' });\n  await c.items.que▮ry('select').fetchAll();\n}`,
    'call not-prone',
  ),
  ts(
    'a get of Graph',
    `${GRAPH}export async function f(client: Client) {\n  await client.api('/subscriptions').post({});\n  await client.api('/me').ge▮t();\n}`,
    'call not-prone',
    /"get" is no call of .* that can conflict.*post/,
  ),
  ts(
    'a step that only makes a request',
    `${GRAPH}export async function f(client: Client) {\n  await client.api('/subscriptions').post({});\n  const r = client.a▮pi('/me');\n}`,
    'call not-a-write',
    /only leads to something else/,
  ),
  ts(
    'an operation without a known conflict',
    `${GRAPH}export async function f(client: Client) {\n  await client.api('/me/sendMail').po▮st({ message: {} });\n}`,
    'call no-conflict-known',
    /POST \/me\/sendMail, and the catalog knows no conflict/,
  ),
  ts(
    'a URL from nowhere',
    `${GRAPH}export async function f(client: Client, url: string) {\n  await client.api(url).po▮st({ message: {} });\n}`,
    'call unknown-url',
    /URL of the request is not known; it is all in "url"/,
  ),
  ts(
    'a URL of another host',
    `${GRAPH}export async function f(client: Client) {\n  await fe▮tch('https://example.com/groups', { method: 'POST' });\n  await client.api('/subscriptions').post({});\n}`,
    'call other-host',
    /goes to example\.com/,
  ),
  ts(
    'a fetch without a verb',
    `${GRAPH}export async function f(client: Client) {\n  await fe▮tch('https://graph.microsoft.com/v1.0/groups');\n  await client.api('/subscriptions').post({});\n}`,
    'call unknown-verb',
    /verb of the request is not known/,
    [/^missing: https:\/\/graph\.microsoft\.com\/v1\.0\/groups/],
  ),
  ts(
    'a fetch that reads',
    `${GRAPH}export async function f(client: Client) {\n  await fe▮tch('https://graph.microsoft.com/v1.0/groups', { method: 'GET' });\n  await client.api('/subscriptions').post({});\n}`,
    'call not-a-write',
    /GET reads/,
  ),
  ts(
    'a path that other services have too',
    `import axios from 'axios';\n${GRAPH}export async function f(client: Client) {\n  await axios.po▮st('/groups', { a: 1 });\n  await client.api('/subscriptions').post({});\n}`,
    'call weak-evidence',
    /nothing says that it goes to Microsoft Graph/,
    [/^help: .*httpClients/],
  ),
  ts(
    'a receiver from an unknown library',
    `${COSMOS}import { store } from 'other-store';\nexport async function f(c: Container) {\n  await store.ups▮ert({ id: 'a' });\n  await c.items.create({ id: 'a' });\n}`,
    'call unknown-receiver',
    /"upsert" is a call of .*@azure\/cosmos.*"store" could not be traced/,
    [/^source: "store" is imported from "other-store", which is no known client library @src\/sample.ts:2/, /^help: /],
  ),
  ts(
    'a receiver from a file that is not there',
    `${COSMOS}import { store } from './store.js';\nexport async function f(c: Container) {\n  await store.ups▮ert({ id: 'a' });\n  await c.items.create({ id: 'a' });\n}`,
    'call unknown-receiver',
    undefined,
    [/^source: "store" is imported from "\.\/store\.js", which was not found/],
  ),
  ts(
    'a parameter without a type',
    `${COSMOS}export async function f(c: Container, store) {\n  await store.ups▮ert({ id: 'a' });\n  await c.items.create({ id: 'a' });\n}`,
    'call unknown-receiver',
    undefined,
    [/^source: "store" is a parameter without a type/],
  ),
  ts(
    'a parameter of a type of the project',
    `${COSMOS}class Store { upsert(x: unknown) {} }\nexport async function f(c: Container, store: Other) {\n  await store.ups▮ert({ id: 'a' });\n  await c.items.create({ id: 'a' });\n}`,
    'call unknown-receiver',
    undefined,
    [/^source: "store" is a parameter of type Other /, /^source: Other is no type of a known client/],
  ),
  ts(
    'a field whose value is made elsewhere',
    `${COSMOS}class A { private store = makeStore();\n  async f(c: Container) {\n  await this.store.ups▮ert({ id: 'a' });\n  await c.items.create({ id: 'a' });\n} }`,
    'call unknown-receiver',
    undefined,
    [
      /^source: "this\.store" is given the value makeStore\(\)/,
      /^source: "makeStore\(\)" is the result of a call/,
      /^source: "makeStore" is declared nowhere/,
    ],
  ),
  ts(
    'a function of the project with a site inside',
    `${COSMOS}const c: Container = new CosmosClient('').database('d').container('c');\nasync function save(item) {\n  await c.items.create(item);\n}\nexport const g = () => sa▮ve({ id: 'a' });`,
    'call own-function',
    /judged inside it/,
    [/^source: save @src\/sample.ts:3/, /^source: POST \/dbs\/\{\}\/colls\/\{\}\/docs @src\/sample.ts:4/],
  ),
  ts(
    'a batch of reads',
    `${COSMOS}export async function f(c: Container, item: { id: string }) {\n  await c.items.ba▮tch([{ operationType: 'Read', id: 'a' }], 'k');\n  await c.items.create(item);\n}`,
    'call harmless-batch',
  ),
  ts(
    'a construction',
    `${COSMOS}const client = new Cos▮mosClient('');\nexport const f = () => client.database('d').container('c').items.create({ id: 'a' });`,
    'call not-a-write',
    /makes an object/,
  ),
  ts(
    'a place without a call',
    `${COSMOS}▮\nexport const f = (c: Container) => c.items.create({ id: 'a' });`,
    'nowhere no-call',
    /Nothing is called here/,
    [/^source: POST .*: unhandled @src\/sample.ts:3/],
  ),
  ts(
    'a place that cannot be read',
    `${COSMOS}export const f = (c: Container) => c.items.create({ id: 'a' });\nconst x = ] ▮} ) ((;`,
    'nowhere damaged',
    /could not be read/,
  ),
  ts(
    'a file that mentions nothing',
    `export const f = (c) => c.items.cre▮ate({ id: 'a' });`,
    'file no-service',
    /nothing in the file speaks of/,
    [/^missing: "create" counts in a file that mentions one of: .*@azure\/cosmos/],
  ),
  ts(
    'a file with an import alone',
    `${COSMOS}export const f = (c: Container) => c.items.re▮ad();`,
    'file no-service',
    /none of its calls that write/,
    [/^missing: the file mentions @azure\/cosmos by "@azure\/cosmos", but none of its calls that write: .*\.create/],
  ),
  ts(
    'a file with a URL alone',
    `export const f = () => fet▮ch('https://graph.microsoft.com/v1.0/me');`,
    'file no-service',
    undefined,
    [/^missing: a URL or path of a service stands in the file, but no verb/],
  ),
  {
    title: 'a request in a file of requests',
    file: 'src/requests.http',
    text: 'PO▮ST https://graph.microsoft.com/v1.0/subscriptions\n\n{ "resource": "/me" }\n',
    expect: 'marked',
    says: /^Marked as information: A file of requests cannot answer a conflict/,
    rows: [
      /^severity: the verdict alone makes it a warning; the file only says what is sent, which makes it information/,
    ],
  },
  { title: 'a file of another kind', file: 'notes.txt', text: 'a▮b', expect: 'file unknown-language', rows: [/\.ts/] },
  {
    title: 'a mark in a folder of tests',
    file: 'test/sample.ts',
    text: `${GRAPH}export const f = (client: Client) => client.api('/subscriptions').po▮st({});`,
    expect: 'marked',
    says: /^Marked as information/,
    rows: [/^severity: .*the file is a test/],
  },
];

const CS =
  'using Microsoft.Azure.Cosmos;\nclass A {\n  private readonly Container container;\n  async Task F(Item item, Uri url) {\n';
const cs = (title: string, body: string, expect: string, says?: RegExp, rows: RegExp[] = []): Sample => ({
  title,
  file: 'src/Sample.cs',
  text: `${CS}${body}\n  }\n}`,
  expect,
  ...(says ? { says } : {}),
  rows,
});

export const csharp: Sample[] = [
  cs('a marked call', '    await container.Create▮ItemAsync(item);', 'marked', /^Marked as a warning/, [
    /^operation: POST \/dbs\/\{\}\/colls\/\{\}\/docs/,
    /^evidence: Certain: using Microsoft\.Azure\.Cosmos/,
  ]),
  cs(
    'a handled call',
    '    try { await container.CreateItemAsync(item); }\n    catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) {▮ }',
    'quiet',
    /told apart/,
    [/^trail: /],
  ),
  cs('an upsert', '    await container.Upsert▮ItemAsync(item);', 'quiet', /upsert/),
  cs(
    'a replace without a condition',
    '    await container.Replace▮ItemAsync(item, "a");',
    'quiet',
    /carries no condition/,
  ),
  cs(
    'a read',
    '    await container.CreateItemAsync(item);\n    await container.Read▮ItemAsync<Item>("a", key);',
    'call not-prone',
    /"ReadItemAsync" is no call/,
  ),
  cs(
    'an unknown receiver',
    '    await container.CreateItemAsync(item);\n    IRepository repository = Make();\n    await repository.Create▮ItemAsync(item);',
    'call unknown-receiver',
    /"CreateItemAsync" is a call of/,
    [/^source: "repository" has the type IRepository /, /^source: IRepository is no type of a known client/],
  ),
  {
    title: 'a dependency of a type of this project',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Azure.Cosmos;\nclass Repo { public Task CreateItemAsync(object o) => null; }\nclass A {\n  async Task F(Repo repo, Container c) {\n    await repo.Create▮ItemAsync(1);\n    await c.CreateItemAsync(1);\n  }\n}',
    expect: 'call own-function',
    rows: [/^source: CreateItemAsync @src\/Sample.cs:2/],
  },
  {
    title: 'a read of the Graph client',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Graph;\nclass A {\n  async Task F(GraphServiceClient graph) {\n    await graph.Users.Get▮Async();\n    await graph.Groups.PostAsync(new Group());\n  }\n}',
    expect: 'call not-a-write',
    says: /"GetAsync" reads \/users/,
  },
  {
    title: 'an operation of the Graph client without a known conflict',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Graph;\nclass A {\n  async Task F(GraphServiceClient graph) {\n    await graph.Me.SendMail.Post▮Async(body);\n  }\n}',
    expect: 'call no-conflict-known',
    says: /POST \/me\/sendMail/i,
  },
  {
    title: 'an expectation of a test',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Azure.Cosmos;\nclass A {\n  void F(Mock<Container> mock) {\n    mock.Setup(c => c.Create▮ItemAsync(It.IsAny<Item>()));\n  }\n}',
    expect: 'call expectation',
  },
  {
    title: 'a request to another host',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Graph;\nclass A {\n  async Task F(HttpClient http, GraphServiceClient graph) {\n    await http.Post▮Async("https://example.com/v1.0/groups", null);\n    await graph.Groups.PostAsync(new Group());\n  }\n}',
    expect: 'call other-host',
    says: /example\.com/,
  },
  {
    title: 'a step of a batch after the first',
    file: 'src/Sample.cs',
    text: 'using Microsoft.Azure.Cosmos;\nclass A {\n  async Task F(Container c, Item a, Item b) {\n    var batch = c.CreateTransactionalBatch(key);\n    batch.CreateItem(a);\n    batch.Create▮Item(b);\n    await batch.ExecuteAsync();\n  }\n}',
    expect: 'call reported-elsewhere',
    says: /only the first/,
    rows: [/^source: .*CreateItem\(a\) @src\/Sample.cs:5/],
  },
  {
    title: 'a file that mentions nothing',
    file: 'src/Sample.cs',
    text: 'class A { Task F(Container c) => c.Create▮ItemAsync(1); }',
    expect: 'file no-service',
  },
];
