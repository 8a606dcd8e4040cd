/** What must hold for any text: the engine never throws, its positions lie in the text, and edits change nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../src/analysis/document.js';
import { Engine, type ReadNeighbour } from '../../src/analysis/engine.js';
import type { FileResult } from '../../src/analysis/findings.js';
import { Grammars, type TextEdit } from '../../src/analysis/languages/grammars.js';
import { languageOf, languages } from '../../src/analysis/languages/index.js';
import { readGrammar } from '../helpers/grammars.js';
import { splice } from '../helpers/read-source.js';
import { filesUnder, textOf } from '../helpers/repository.js';

interface Source {
  file: string;
  text: string;
}

/** Real code of every language, with sites in it. */
const sources: Source[] = ['examples', 'test/fixtures', 'test/host/workspace']
  .flatMap((folder) => filesUnder(folder, (p) => languageOf(p) !== undefined))
  .map((file) => ({ file, text: textOf(file) }));
const byPath = new Map(sources.map((s) => [s.file, s.text]));
const read: ReadNeighbour = (path) => byPath.get(path);

const grammars = new Grammars(readGrammar);
/** Time decides nothing here, however busy the machine is. */
const engine = new Engine({ grammars, budgetMs: 60_000 });

/** Pieces that change what a text means: brackets, quotes, comments, handlers, line ends, halves of characters. */
const PIECES = [
  '',
  '}',
  '{',
  '(',
  ')',
  "'",
  '"',
  '`',
  '${',
  '/*',
  '*/',
  '//',
  '\r\n',
  '\r',
  '\n\n',
  '\0',
  '😀',
  '\ud83d',
  '\udc00',
  '\ufeff',
  ' try {',
  '} catch (e) {',
  ' when (',
  ' await ',
  ' return ',
  'if (e.code === 409) ',
  'throw;',
  '...',
  '=>',
  '?.',
  'class A extends A {',
  'const a = a;',
  'export * from "./x";',
  '/* note */',
  '\n// note 😀\n',
  '\r\n\r\n',
  ' ',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
/** Where, as a share of the text; how much goes; what comes. */
const cut = fc.record({ at: fc.nat(9999), length: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(400)), piece });
const source = fc.constantFrom(...sources);

function apply(text: string, c: { at: number; length: number; piece: string }): string {
  const start = Math.floor((c.at / 10_000) * (text.length + 1));
  return text.slice(0, start) + c.piece + text.slice(Math.min(text.length, start + c.length));
}

/** What is wrong with a result: failures of the engine, and positions outside the texts they speak of. */
function faults(result: FileResult, textAt: (file: string) => string | undefined): string[] {
  const out = result.problems.filter((p) => /analysis failed/.test(p.message)).map((p) => p.message);
  const inside = (what: string, file: string, line: number, column: number): void => {
    const lines = textAt(file)?.split(/\r\n|\r|\n/);
    const length = lines?.[line - 1]?.length;
    if (length === undefined || column < 1 || column > length + 1) out.push(`${what} ${file}:${line}:${column}`);
  };
  for (const s of result.sites) {
    inside('site begins', s.file, s.line, s.column);
    inside('site ends', s.file, s.endLine, s.endColumn);
    if (s.endLine < s.line || (s.endLine === s.line && s.endColumn < s.column)) out.push(`site is reversed ${s.line}`);
    for (const t of s.trail) {
      inside('step begins', t.file, t.line, t.column);
      inside('step ends', t.file, t.endLine, t.endColumn);
    }
  }
  for (const p of result.problems)
    if (p.line !== undefined && p.column !== undefined) inside('problem', p.file, p.line, p.column);
  return out;
}

async function check(file: string, text: string, neighbours: ReadNeighbour = read): Promise<FileResult> {
  const result = await engine.analyse(file, text, neighbours);
  assert.deepEqual(
    faults(result, (f) => (f === file ? text : byPath.get(f))),
    [],
  );
  return result;
}

before(() => grammars.ensure(languages.flatMap((l) => l.grammars)));

describe('the engine, for any text', function () {
  this.timeout(120_000);

  it('has code to begin with', async () => {
    let sites = 0;
    for (const s of sources) sites += (await check(s.file, s.text)).sites.length;
    assert.ok(sites > 40, `${sites} sites`);
    assert.deepEqual(
      [...new Set(sources.map((s) => languageOf(s.file)?.id))].sort(),
      languages.map((l) => l.id).sort(),
    );
  });

  it('takes random text', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...languages.flatMap((l) => l.extensions)),
        fc.array(
          fc.oneof(
            piece,
            fc.string({ unit: 'binary' }),
            fc.constantFrom(
              ' container.items.create(x) ',
              ' client.api("/groups").post(x) ',
              ' CreateItemAsync(',
              'using Microsoft.Azure.Cosmos;\n',
              'import { CosmosClient } from "@azure/cosmos";\n',
              ' fetch("https://graph.microsoft.com/v1.0/groups", { method: "POST" })',
            ),
          ),
          { maxLength: 30 },
        ),
        async (extension, parts) => {
          await check(`a${extension}`, parts.join(''));
        },
      ),
      { numRuns: 300 },
    ));

  it('takes code that was cut and spliced', () =>
    fc.assert(
      fc.asyncProperty(source, fc.array(cut, { minLength: 1, maxLength: 8 }), async (s, cuts) => {
        await check(s.file, cuts.reduce(apply, s.text));
      }),
      { numRuns: 300 },
    ));

  it('takes code that ends anywhere', () =>
    fc.assert(
      fc.asyncProperty(source, fc.nat(9999), async (s, at) => {
        await check(s.file, s.text.slice(0, Math.floor((at / 10_000) * s.text.length)));
      }),
      { numRuns: 150 },
    ));

  it('takes code of one language under the name of another', () =>
    fc.assert(
      fc.asyncProperty(source, fc.constantFrom(...languages.flatMap((l) => l.extensions)), async (s, extension) => {
        await check(`other${extension}`, s.text);
      }),
      { numRuns: 100 },
    ));

  it('says the same twice', () =>
    fc.assert(
      fc.asyncProperty(source, fc.array(cut, { maxLength: 3 }), async (s, cuts) => {
        const text = cuts.reduce(apply, s.text);
        assert.deepEqual(await check(s.file, text), await check(s.file, text));
      }),
      { numRuns: 100 },
    ));

  it('is not harmed by neighbours that are missing, broken, late, cyclic or refused', () =>
    fc.assert(
      fc.asyncProperty(
        source,
        fc.constantFrom('missing', 'refused', 'thrown', 'itself', 'late', 'broken', 'empty'),
        fc.array(cut, { minLength: 1, maxLength: 4 }),
        async (s, kind, cuts) => {
          const broken = cuts.reduce(apply, s.text);
          const neighbours: Record<typeof kind, ReadNeighbour> = {
            missing: () => undefined,
            refused: () => Promise.reject(new Error('refused')),
            thrown: () => {
              throw new Error('thrown');
            },
            itself: () => s.text,
            late: (path) => new Promise((resolve) => setTimeout(() => resolve(byPath.get(path)), 1)),
            broken: () => broken,
            empty: () => '',
          };
          const result = await engine.analyse(s.file, s.text, neighbours[kind]);
          assert.deepEqual(
            result.problems.filter((p) => /analysis failed/.test(p.message)),
            [],
          );
          if (kind === 'late') assert.deepEqual(result, await engine.analyse(s.file, s.text, read));
        },
      ),
      { numRuns: 200 },
    ));
});

/** True if the parser reads all of a text. */
function isWhole(file: string, text: string): boolean {
  return languageOf(file)?.read(text, { grammars, limitMs: 60_000 }).model.damaged.length === 0;
}

interface Step {
  cuts: { at: number; length: number; piece: string }[];
  undo: boolean;
}

describe('an open document', function () {
  this.timeout(120_000);

  const step: fc.Arbitrary<Step> = fc.record({
    cuts: fc.array(cut, { minLength: 1, maxLength: 4 }),
    undo: fc.boolean(),
  });

  it('says after any edits what a fresh reading says', async () => {
    let compared = 0;
    // How many texts stay whole is chance: more are drawn until enough were compared.
    for (let round = 0; round < 8 && compared <= 100; round++) await compareSome();
    assert.ok(compared > 100, `${compared} whole texts`);

    async function compareSome(): Promise<void> {
      await fc.assert(
        fc.asyncProperty(
          source,
          fc.boolean(),
          fc.array(step, { minLength: 1, maxLength: 5 }),
          async (s, crlf, steps) => {
            let text = crlf ? s.text.replace(/\r?\n/g, '\r\n') : s.text;
            const document = new Document(engine, read);
            document.open(s.file, text);
            await document.result();
            const same = async (): Promise<void> => {
              const now = await document.result();
              assert.deepEqual(
                faults(now, (f) => (f === s.file ? text : byPath.get(f))),
                [],
              );
              // Of broken code the parser may keep another part when it reads it from the start.
              if (isWhole(s.file, text)) {
                assert.deepEqual(now, await engine.analyse(s.file, text, read));
                compared++;
              }
            };
            try {
              for (const { cuts, undo } of steps) {
                const before = text;
                const edits: TextEdit[] = [];
                for (const c of cuts) {
                  const start = Math.floor((c.at / 10_000) * (text.length + 1));
                  const next = splice(text, start, Math.min(text.length, start + c.length), c.piece);
                  edits.push(next.edit);
                  text = next.text;
                }
                document.change(edits, text);
                await same();
                if (!undo) continue;
                const back = splice(text, 0, text.length, before);
                text = back.text;
                document.change([back.edit], text);
                await same();
              }
            } finally {
              document.dispose();
            }
          },
        ),
        { numRuns: 150 },
      );
    }
  });

  it('answers for the text that was asked for, though edits come while neighbours are read', () =>
    fc.assert(
      fc.asyncProperty(source, fc.array(cut, { minLength: 1, maxLength: 4 }), async (s, cuts) => {
        const late: ReadNeighbour = (path) => new Promise((resolve) => setTimeout(() => resolve(byPath.get(path)), 1));
        const document = new Document(engine, late);
        document.open(s.file, s.text);
        const texts = [s.text];
        const results = [document.result()];
        let text = s.text;
        for (const c of cuts) {
          const start = Math.floor((c.at / 10_000) * (text.length + 1));
          const next = splice(text, start, Math.min(text.length, start + c.length), c.piece);
          text = next.text;
          document.change([next.edit], text);
          texts.push(text);
          await Promise.resolve();
          results.push(document.result());
        }
        const all = await Promise.all(results);
        document.dispose();
        // A result may belong to a later text than the one it was asked for, never to a mixture.
        all.forEach((result, i) => {
          const fits = texts
            .slice(i)
            .some((t) => faults(result, (f) => (f === s.file ? t : byPath.get(f))).length === 0);
          assert.ok(fits, `result ${i}`);
        });
        if (isWhole(s.file, text)) assert.deepEqual(all.at(-1), await engine.analyse(s.file, text, read));
      }),
      { numRuns: 60 },
    ));

  const BIG: Record<string, { file: string; head: string; method: (n: number) => string; tail: string }> = {
    'a class of methods': {
      file: 'big.ts',
      head: "import { Container } from '@azure/cosmos';\nexport class Store {\n  constructor(private readonly container: Container) {}\n",
      method: (n) => `  async add${n}(item: { id: string }) {\n    await this.container.items.create(item);\n  }\n\n`,
      tail: '}\n',
    },
    'functions one after the other': {
      file: 'big.js',
      head: "const { CosmosClient } = require('@azure/cosmos');\nconst container = new CosmosClient('').database('d').container('c');\n",
      method: (n) => `async function add${n}(item) {\n  await container.items.create(item);\n}\n\n`,
      tail: '',
    },
    'a type in a namespace': {
      file: 'Big.cs',
      head: 'using Microsoft.Azure.Cosmos;\nnamespace A\n{\nclass Store\n{\n    private readonly Container container;\n',
      method: (n) =>
        `    public async Task Add${n}(Item item)\n    {\n        await container.CreateItemAsync(item);\n    }\n`,
      tail: '}\n}\n',
    },
  };

  for (const [title, big] of Object.entries(BIG))
    it(`lowers for a keystroke what it touched: ${title}`, async () => {
      const one = big.method(0).split('\n').length - 1;
      const count = Math.ceil(2000 / one);
      let text = big.head + Array.from({ length: count }, (_, n) => big.method(n)).join('') + big.tail;
      assert.ok(text.split('\n').length >= 2000);
      const document = new Document(engine, read);
      document.open(big.file, text);
      const first = await document.result();
      assert.equal(first.sites.length, count);
      assert.ok(document.units.lowered >= count);
      const at = text.indexOf('(item);', Math.floor(text.length / 2)) + '(item'.length;
      for (const key of ['2', '3']) {
        const next = splice(text, at, at, key);
        text = next.text;
        document.change([next.edit], text);
        const result = await document.result();
        assert.equal(result.sites.length, count);
        assert.equal(document.units.lowered, 1);
        assert.ok(document.units.reused >= count - 1);
      }
      document.dispose();
    });
});
