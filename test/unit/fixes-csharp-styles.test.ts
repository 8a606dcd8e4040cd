/** Fixes of C# files follow their style, stand where they can be seen, and take no name that is in use. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { standsInCSharp } from '../proof/csharp/doubts.js';
import { type Applied, apply, applyAll, openSites } from '../proof/lib/fixing.js';
import { COSMOS, fileOf, GRAPH, plainCSharp } from './fixes-csharp-sources.js';

const { file, text: base } = plainCSharp;
const kr = base.replace(/\n +\{$/gm, ' {').replace(/^namespace Shopping\n\{/m, 'namespace Shopping {');

const styles: { title: string; text: string; wrong: RegExp; right: RegExp }[] = [
  { title: 'four spaces', text: base, wrong: /^(?: {4})* {1,3}\S/m, right: /^ {8}private static/m },
  {
    title: 'two spaces',
    text: base.replace(/^( {4})+/gm, (s) => s.slice(s.length / 2)),
    wrong: /\t/,
    right: /^ {4}private static/m,
  },
  {
    title: 'tabs',
    text: base.replace(/^( {4})+/gm, (s) => '\t'.repeat(s.length / 4)),
    wrong: /^\t* +\S/m,
    right: /^\t\tprivate static/m,
  },
  { title: 'carriage returns', text: base.replace(/\n/g, '\r\n'), wrong: /(?<!\r)\n/, right: /\{\r\n/ },
  { title: 'line feeds', text: base, wrong: /\r/, right: /\{\n/ },
  { title: 'braces on lines of their own', text: base, wrong: /\S.*\{$/m, right: /^ +\{$/m },
  { title: 'braces behind their lines', text: kr, wrong: /^\s*\{\s*$/m, right: /\) \{$/m },
];

/** All that has to compile, each in a namespace of its own. */
const results = new Map<string, string>();
const toCompile = (text: string): void => {
  const name = `Result${results.size}`;
  results.set(`${name}.cs`, text.replace('namespace Shopping', `namespace ${name}`));
};

const insertedIn = ({ edits }: Applied): string => edits.find((edit) => edit.start === edit.end)?.text ?? '';
const declared = (text: string): string[] =>
  [...text.matchAll(/static (?:async )?[\w.<>]+ (\w+)(?:<[^(]*>)?\(/g)].map(([, name = '']) => name);

describe('the fixes for C#, by style', () => {
  for (const { title, text, wrong, right } of styles)
    for (const fix of ['create-or-get', 'report-conflict'] as const)
      it(`${title}: ${fix}`, async () => {
        const applied = await apply(file, text, fix);
        await standsInCSharp(file, text, applied);
        const code = insertedIn(applied)
          .replace(/\/\/.*/g, '')
          .replace(/ +$/gm, '');
        assert.doesNotMatch(code, wrong);
        assert.match(code, right);
      });

  it('is a local function behind top-level statements, before the types', async () => {
    const text = `using Microsoft.Azure.Cosmos;

var container = new CosmosClient("").GetContainer("shop", "orders");
var order = new Order { Id = "a", Customer = "c" };
await container.CreateItemAsync(order, new PartitionKey(order.Customer));

public class Order
{
    public string Id { get; set; }
    public string Customer { get; set; }
}
`;
    for (const fix of ['create-or-get', 'report-conflict'] as const) {
      const applied = await apply('Program.cs', text, fix);
      await standsInCSharp('Program.cs', text, applied);
      assert.ok(applied.text.indexOf('static async') < applied.text.indexOf('public class Order'));
      assert.doesNotMatch(applied.text, /private static|<summary>/);
    }
  });
});

describe('the helpers of the fixes for C#', () => {
  const second = base.replace(
    /\n {4}\}\n\}\n$/,
    `

        public Task Keep(Order order) => container.CreateItemAsync(order, new PartitionKey(order.Customer));
    }
}
`,
  );

  it('are shared by two calls of a class', async () => {
    for (const [fix, name] of [
      ['create-or-get', 'CreateOrGetItemAsync'],
      ['report-conflict', 'ReportConflictAsync'],
    ] as const) {
      const text = await applyAll(file, second, fix);
      assert.deepEqual(declared(text), [name]);
      toCompile(text);
    }
  });

  it('are one for each class: a private method of another cannot be called', async () => {
    const other = base.slice(base.indexOf('    public class Orders')).replace('Orders', 'Archive');
    const text = await applyAll(file, `${base.replace(/\}\n$/, '')}\n${other}`, 'create-or-get');
    assert.deepEqual(declared(text), ['CreateOrGetItemAsync', 'CreateOrGetItemAsync']);
    toCompile(text);
  });

  for (const [title, member] of [
    ['a method', 'public void CreateOrGetItemAsync() { }'],
    ['a field', 'private readonly int CreateOrGetItemAsync = 1;'],
    ['a nested type', 'private class CreateOrGetItemAsync { }'],
  ] as const)
    it(`take another name where ${title} has theirs`, async () => {
      const text = fileOf(
        { ...COSMOS, fields: `${COSMOS.fields}\n${member}` },
        'public Task Save(Order order) => container.CreateItemAsync(order, new PartitionKey(order.Customer));',
      );
      const applied = await apply(file, text, 'create-or-get');
      await standsInCSharp(file, text, applied);
      assert.match(applied.text, /=> CreateOrGetItemAsync2\(/);
      toCompile(applied.text);
    });

  it('name types in full where the file means something else by the short name', async () => {
    const text = fileOf(
      { ...COSMOS, fields: 'private readonly Database shop = null;', types: 'public class Func { }' },
      'public Task Save(string id) => shop.CreateContainerAsync(id, "/id");',
    );
    const applied = await apply(file, text, 'create-or-get');
    assert.match(applied.text, /System\.Func<Task<TAnswer>> read/);
    toCompile(applied.text);
  });

  it('are named by the file where the class goes on in others', async () => {
    const text = base.replace('public class Orders', 'public sealed partial class Orders');
    const own = await apply('src/Orders.Save.cs', text, 'create-or-get');
    await standsInCSharp('src/Orders.Save.cs', text, own);
    const other = await apply('src/Orders.Keep.cs', text.replace('Save(', 'Keep('), 'create-or-get');
    assert.match(own.text, /await CreateOrGetItemInOrdersSaveAsync\(/);
    const part = other.text
      .replace(/public class Order\n[\s\S]*?\n {4}\}\n/, '')
      .replace(/ +private readonly Container.*\n/, '');
    results.set('Part1.cs', own.text.replace('namespace Shopping', 'namespace Parts'));
    results.set('Part2.cs', part.replace('namespace Shopping', 'namespace Parts'));
  });

  it('stand in a class without a line of its own', async () => {
    const text =
      'using System.Threading.Tasks;\nusing Microsoft.Azure.Cosmos;\npublic class A { public Task F(Container c, string id) => c.CreateItemAsync(new { id }, new PartitionKey(id)); }\n';
    const applied = await apply('A.cs', text, 'create-or-get');
    await standsInCSharp('A.cs', text, applied);
    toCompile(applied.text);
  });
});

describe('what the fixes for C# ask first', () => {
  const around = (handler: string): string =>
    fileOf(
      COSMOS,
      `public async Task Save(Order order)
{
    try
    {
        await container.CreateItemAsync(order, new PartitionKey(order.Customer));
    }
    ${handler}
    {
        Console.WriteLine("failed");
        throw;
    }
}`,
    );
  const report = async (text: string) =>
    (await openSites(file, text))[0]?.offers?.find((offer) => offer.fix === 'report-conflict');

  it('where a handler would not see the error of its own any more', async () => {
    assert.equal((await report(around('catch (CosmosException)')))?.safe, false);
    assert.equal((await report(around('catch (Exception)')))?.safe, true);
    assert.equal((await report(around('catch')))?.safe, true);
    assert.equal((await report(base))?.safe, true);
  });
});

describe('what the fixes for C# refuse', () => {
  const save = (call: string, parameters = 'Order order'): string =>
    fileOf(COSMOS, `public async Task Save(${parameters})\n{\n    await ${call};\n}`);
  const refusals: [string, string, string, string][] = [
    [
      'a partition key that is not given',
      save('container.CreateItemAsync(order)'),
      'create-or-get',
      'identity-unknown',
    ],
    [
      'a partition key that is computed',
      save('container.CreateItemAsync(order, KeyOf(order))'),
      'create-or-get',
      'identity-unknown',
    ],
    [
      'an item whose type is not seen',
      save('container.CreateItemAsync(item, new PartitionKey("a"))', 'Item item'),
      'create-or-get',
      'identity-unknown',
    ],
    [
      'an item that is made on the spot',
      save('container.CreateItemAsync(Make(), new PartitionKey("a"))'),
      'create-or-get',
      'identity-unknown',
    ],
    [
      'a lock',
      save('container.CreateItemAsync(lease, new PartitionKey("a"))', 'Order lease'),
      'create-or-get',
      'claim',
    ],
    [
      'a reference parameter in a function',
      fileOf(GRAPH, 'public Task Save(ref User user) => graph.Users.PostAsync(user);'),
      'create-or-get',
      'not-written',
    ],
  ];
  for (const [title, text, fix, why] of refusals)
    it(`${title}: ${why}`, async () => {
      const [site] = await openSites(file, text);
      assert.ok(site, text);
      assert.deepEqual(
        site.offers?.filter((offer) => offer.fix === fix),
        [],
      );
      assert.equal(site.refused?.find((one) => one.fix === fix)?.why, why, JSON.stringify(site.refused));
    });

  it('never calls an upsert safe, and says that it overwrites', async () => {
    const [site] = await openSites(file, base);
    const upsert = site?.offers?.find((offer) => offer.fix === 'upsert');
    assert.equal(upsert?.safe, false);
    assert.match(upsert?.title ?? '', /overwrites/);
    const applied = await apply(file, base, 'upsert');
    assert.equal(applied.text, base.replace('CreateItemAsync', 'UpsertItemAsync'));
    toCompile(applied.text);
  });

  it('reads the id where JSON names it', async () => {
    for (const [member, source] of [
      ['[JsonProperty("id")] public string Key { get; set; }', 'item.Key'],
      ['[JsonPropertyName("id")] public Guid Key { get; set; }', 'item.Key.ToString()'],
      ['[JsonProperty(PropertyName = "id")] public string Key { get; set; } public int Id { get; set; }', 'item.Key'],
      ['public string id { get; set; }', 'item.id'],
    ] as const) {
      const text = fileOf(
        { ...COSMOS, types: `public class Item { ${member} }` },
        'public Task Save(Item item) => container.CreateItemAsync(item, new PartitionKey("a"));',
      );
      const { text: fixed } = await apply(file, text, 'create-or-get');
      assert.ok(fixed.includes(`, container, ${source}, new PartitionKey("a"))`), fixed);
    }
  });
});

describe('what the fixes for C# have made', () => {
  it('compiles as C# 7', async function () {
    this.timeout(60_000);
    assert.ok(results.size >= 8);
    assert.deepEqual((await compile(results)).errors, []);
  });
});
