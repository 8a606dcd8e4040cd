import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { csharp } from '../../../src/analysis/languages/csharp.js';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { checkRanges, checkTree, editOf } from '../../helpers/any-text.js';
import { loadGrammars } from '../../helpers/grammars.js';

const SEED = `using System;
using static A.B;
namespace N.M
{
#if INTERNAL
    public
#else
    internal
#endif
    sealed class Store(Container c, ILogger log) : Base(c), IStore
    {
        private const string Url = $"https://graph.microsoft.com/v1.0/{Path}";
        public int Count { get; set; } = 3;
        public string Name { get { return name ?? "x"; } }
        public Store() : this(null, out var z) { }
        public async Task<T> Add<T>(T item, CancellationToken ct = default)
        {
            try
            {
                var r = await c?.CreateItemAsync(item, new PartitionKey("a"), cancellationToken: ct).ConfigureAwait(false);
                return (a && b?.c() == true) ? r.Resource : items[0, 1]!;
            }
            catch (CosmosException e) when (e.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.OK) { throw; }
            catch { log.Info("x" + @"y""z" + 'c'); }
            switch (x) { case Foo { A.B: > 3 } f when f.X: break; case 1: case 2: return y; default: goto case 1; }
            var q = from i in xs where i.A == 1 select new { i.A, B = 2 };
            foreach (var (k, v) in map) { (var m, n) = t; list = [1, ..k]; w = s switch { 1 => 2, _ => throw e }; }
#if DEBUG
            Trace();
#endif
            Func<int, Task> g = async (int p) => { await using var s = F(); };
            string raw = $$"""
               a {{b}}
               """;
        }
        enum E { A = 1, B }
    }
}
`;

/** The same without directives that must be shaped first, so that edits reach the parser as edits. */
const PLAIN = SEED.replace(/#if INTERNAL[\s\S]*?#endif\n/, '');

const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '$"',
  '@"',
  '"""',
  '?.',
  ';',
  '=>',
  '#if X\n',
  '\n#endif\n',
  'is ',
  'case ',
  'class Q ',
  '/*',
  '//',
  '[',
  ']',
  ',',
  'await ',
  'f(out var x)',
  '\u{1F600}',
  '\r\n',
  'x = 1;',
  '?',
  ':',
  'switch',
];

let grammars: Grammars;

const splice = fc.record({
  at: fc.nat(SEED.length),
  remove: fc.nat(40),
  insert: fc.constantFrom(...PIECES),
});

describe('C# on any text', () => {
  before(async () => {
    grammars = await loadGrammars(...csharp.grammars);
  });

  const read = (text: string) => csharp.read(text, { grammars, limitMs: 20_000 }).model;

  it('never throws, and ranges nest, after random splices', () => {
    fc.assert(
      fc.property(fc.array(splice, { maxLength: 4 }), (splices) => {
        let text = SEED;
        for (const s of splices)
          text = editOf(text, Math.min(s.at, text.length), Math.min(s.at + s.remove, text.length), s.insert).after;
        const model = read(text);
        checkRanges({ top: model.top, imports: model.imports }, 0, text.length);
        checkTree(model);
      }),
      { numRuns: 250 },
    );
  });

  it('never throws on a text cut short', () => {
    for (let end = 0; end < SEED.length; end += 7) {
      const model = read(SEED.slice(0, end));
      checkRanges({ top: model.top, imports: model.imports }, 0, end);
    }
  });

  it('reads edits as it reads the whole text, wherever that is sound', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.constantFrom(SEED, PLAIN), fc.array(splice, { minLength: 1, maxLength: 3 }), (seed, splices) => {
        let text = seed;
        let state = csharp.read(text, { grammars, limitMs: 20_000, keep: true }).state;
        for (const s of splices) {
          if (!state) throw new Error('no state kept');
          const { after, edit } = editOf(
            text,
            Math.min(s.at, text.length),
            Math.min(s.at + s.remove, text.length),
            s.insert,
          );
          const result = csharp.read(after, {
            grammars,
            limitMs: 20_000,
            keep: true,
            previous: { state, edits: [edit] },
          });
          text = after;
          state = result.state;
          const fresh = read(text);
          // In broken code the parser's repairs may depend on what it saw before.
          if (fresh.damaged.length === 0 && result.model.damaged.length === 0) {
            compared++;
            deepEqual(result.model, fresh);
          }
        }
        // Undone, the text is sound again and must read as at first.
        if (!state) throw new Error('no state kept');
        const { after, edit } = editOf(text, 0, text.length, seed);
        const last = csharp.read(after, { grammars, limitMs: 20_000, previous: { state, edits: [edit] } });
        deepEqual(last.model, read(seed));
      }),
      { numRuns: 100 },
    );
    ok(compared > 0);
  });

  it('lowers only the member a keystroke touched', () => {
    const members = Array.from(
      { length: 400 },
      (_, i) => `  public async Task M${i}(int a)\n  {\n    await c.Do(a, "${i}");\n    if (a == ${i}) return;\n  }`,
    ).join('\n');
    const text = `using X;\nclass Big\n{\n${members}\n}\n`;
    const first = csharp.read(text, { grammars, limitMs: 20_000, keep: true });
    if (!first.state) throw new Error('no state kept');
    equal(first.state.units.lowered, 401);
    const at = text.indexOf('"200"') + 1;
    const { after, edit } = editOf(text, at, at, 'y');
    const second = csharp.read(after, {
      grammars,
      limitMs: 20_000,
      keep: true,
      previous: { state: first.state, edits: [edit] },
    });
    equal(second.state?.units.lowered, 1);
    equal(second.state?.units.reused, 400);
    deepEqual(second.model, read(after));
  });

  it('survives code nested deeper than any stack', () => {
    for (const text of [
      `x = ${'('.repeat(5000)}1${')'.repeat(5000)};`,
      `x = ${'1 + '.repeat(5000)}"a";`,
      `${'if (a) { '.repeat(3000)}${'}'.repeat(3000)}`,
      `x = ${'f('.repeat(3000)}`,
      `x = a${'?.b()'.repeat(3000)};`,
      `x = ${'('.repeat(5000)}a?.b${')'.repeat(5000)};`,
      `x = ${'!'.repeat(3000)}a?.b;`,
      `${'class A { '.repeat(1500)}`,
    ]) {
      const model = read(text);
      checkRanges(model.top, 0, text.length);
    }
  });
});
