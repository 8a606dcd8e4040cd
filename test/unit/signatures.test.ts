/** The lists of SDK signatures are whole, and what stands in for the SDKs is made from them alone. */
import assert from 'node:assert/strict';
import { parametersOf, unknownIn } from '../../scripts/signatures/list.js';
import { declarationsIn } from '../../scripts/signatures/source.js';
import { wanted } from '../../scripts/signatures/wanted.js';
import { filesUnder, textOf } from '../helpers/repository.js';
import { compile } from '../proof/csharp/compile.js';
import { readSignatures, signatureNames, stubSources } from '../proof/csharp/sdk/index.js';
import { partsOf } from '../proof/csharp/sdk/parts.js';

const lists = signatureNames.map((name) => ({ name, list: readSignatures(name) }));
const lastOf = (name: string): string => name.replace(/<.*/, '').split('.').at(-1) ?? '';
const listed = new Set(lists.flatMap(({ list }) => list.types.map(({ name }) => lastOf(name))));

describe('the lists of SDK signatures', () => {
  it('are those that are looked up, each with where it was read', () => {
    assert.deepEqual(wanted.map((row) => row.file).sort(), [...signatureNames].sort());
    assert.deepEqual(
      filesUnder('test/data/signatures', () => true).sort(),
      signatureNames.map((name) => `test/data/signatures/${name}.json`).sort(),
    );
    for (const { name, list } of lists) {
      const row = wanted.find((one) => one.file === name);
      assert.ok(row);
      assert.deepEqual(
        [list.package, list.version, list.repository, list.commit],
        [row.package, row.version, row.repository, row.commit],
      );
      assert.match(list.commit, /^[0-9a-f]{40}$/);
    }
  });

  for (const { name, list } of lists)
    describe(name, () => {
      it('has every type and member that is looked up, and none twice', () => {
        const row = wanted.find((one) => one.file === name);
        for (const [source, types] of Object.entries(row?.sources ?? {}))
          for (const [type, members] of Object.entries(types)) {
            const found = list.types.find((one) => one.name === type);
            assert.ok(found, type);
            assert.ok(found.source.split(' ').includes(source), type);
            const names = new Set(found.members.flatMap((one) => [one.name, `${one.name}()`]));
            const missing = members.split(' ').filter((one) => !/^(?:|\*|new|operator)$/.test(one) && !names.has(one));
            assert.deepEqual(missing, [], type);
          }
        const all = list.types.flatMap((type) => type.members.map(({ signature }) => `${type.name}: ${signature}`));
        assert.equal(new Set(all).size, all.length);
        assert.equal(new Set(list.types.map((type) => type.name)).size, list.types.length);
      });

      it('mentions no type that is in no list', () => {
        for (const type of list.types)
          for (const { signature } of type.members)
            assert.deepEqual(unknownIn(signature, listed, parametersOf(type.name)), [], `${type.name}: ${signature}`);
      });

      it('has signatures of one form', () => {
        for (const type of list.types.filter(({ head }) => !/\benum\b/.test(head)))
          for (const member of type.members) {
            const { kind, type: gives, rest } = partsOf(member);
            const text = `${type.name}: ${member.signature}`;
            assert.ok(/\binterface\b/.test(type.head) || /^(?:public|protected)\b/.test(member.signature), text);
            assert.equal(gives === '', kind === 'constructor' || kind === 'operator', text);
            assert.ok(
              kind === 'operator' || kind === 'indexer' || kind === 'constructor' || rest.startsWith(member.name),
              text,
            );
          }
      });
    });
});

describe('what stands in for the SDKs', function () {
  this.timeout(60_000);

  it('has no type of theirs but those of the lists', () => {
    const own = filesUnder('test/proof/csharp/sdk/runtime', (path) => path.endsWith('.cs'));
    assert.ok(own.length > 4);
    for (const path of own) {
      const spaces = [...textOf(path).matchAll(/^namespace (.*)$/gm)].map(([, space]) => space);
      assert.deepEqual(spaces, ['Guard409.Stubs'], path);
    }
    for (const generation of ['newer', 'older'] as const)
      for (const [file, text] of stubSources(generation)) {
        const list = lists.find(({ name }) => file === `${name}.cs`)?.list;
        if (!list) continue;
        const declared = declarationsIn(text, false).filter(({ head }) => head.startsWith('public'));
        assert.deepEqual(
          declared.map(({ name }) => name).sort(),
          list.types.map(({ name }) => name.replace(/<.*/, '')).sort(),
        );
      }
  });

  it('shows what the lists say and nothing else', () => {
    for (const [file, text] of stubSources('newer')) {
      const list = lists.find(({ name }) => file === `${name}.cs`)?.list;
      for (const type of list?.types.filter(({ head }) => /\b(?:class|struct)\b/.test(head)) ?? []) {
        const found = declarationsIn(text, false).filter(({ name }) => name === type.name.replace(/<.*/, ''));
        const shown = found.flatMap(({ members }) => members.map(({ name }) => name));
        const said = new Set(
          list?.types
            .flatMap((one) => (lastOf(one.name) === lastOf(type.name) ? one.members : []))
            .map((one) => one.name),
        );
        // What the SDK makes by itself when it is made is made in a constructor here.
        assert.deepEqual(
          shown.filter((name) => !said.has(name) && name !== 'new'),
          [],
          type.name,
        );
      }
    }
  });

  it('compiles, and what is in no list does not', async () => {
    const program = (call: string): Map<string, string> =>
      new Map([['A.cs', `public class A { public object F(Microsoft.Azure.Cosmos.Container c) { return ${call}; } }`]]);
    assert.deepEqual((await compile(program('c.Id'))).errors, []);
    assert.match((await compile(program('c.DeleteContainerAsync()'))).errors.join('\n'), /DeleteContainerAsync/);
    assert.deepEqual((await compile(program('c.Id'), { older: true })).errors, []);
  });
});

describe('signatures in sources of C#', () => {
  const source = `
namespace Contoso.Shop;
/// <summary>A { brace.</summary>
[Obsolete("really; {")]
public partial class Orders<T> : Base<T>, IDisposable where T : class
{
    private int hidden = 1;
    public const int Most = 20;
#if NET8_0_OR_GREATER
    public Task<T?> NewAsync(string? name = default) => null;
#else
    public async Task<T> GetAsync<TKey>(TKey key, [Marked] string name = default, int? count = null) where TKey : notnull
    {
        if (key == null) { return default; } // }
        return null;
    }
#endif
    public string? Name { get; private set; } = "a;b";
    public int Count => 1;
    public string this[int index] { get { return ""; } set { } }
    public Orders(string name) : base(name) { }
    public enum Kind { One, Two = 2 }
}`;

  it('are read in one form', () => {
    const found = declarationsIn(source, true);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['Contoso.Shop.Orders', 'Contoso.Shop.Orders.Kind'],
    );
    assert.deepEqual(
      found[0]?.members.map(({ name, signature }) => [name, signature]),
      [
        ['Most', 'public const int Most = 20'],
        ['GetAsync', 'public Task<T> GetAsync<TKey>(TKey key, string name = default(string), int? count = null)'],
        ['Name', 'public string Name { get; }'],
        ['Count', 'public int Count { get; }'],
        ['this', 'public string this[int index] { get; set; }'],
        ['new', 'public Orders(string name)'],
      ],
    );
    assert.deepEqual(
      found[1]?.members.map(({ signature }) => signature),
      ['One', 'Two = 2'],
    );
  });
});
