import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Grammars } from '../../../src/analysis/languages/grammars.js';
import { javascript, tsx, typescript } from '../../../src/analysis/languages/typescript.js';
import { loadGrammars } from '../../helpers/grammars.js';
import { LiveDocument, rangeFaults, readOnce } from '../../helpers/read-source.js';

const SAMPLE = `
import { CosmosClient, type Container as C } from '@azure/cosmos';
const fs = require('fs'), { a, b: { c = 1 }, ...rest } = load\`x\${fs}\`;
export namespace N { export enum E { A, B = 'b' } interface I extends J<K> { m(x: X): Y; f?: string }
  @Mark({ x: 1 }) export class Inner { @In() y = class { z() {} }; } }
export default abstract class Store<T> extends Base<T> implements I {
  static #count = 0;
  private readonly url = \`https://\${host}/v1.0/\` + 'users';
  constructor(private readonly items: C, @Inject(Log) public log?: Log) { super(); }
  get name(): string { return this.items.id }
  /* one */
  async create(item: T, { retry = 3, ...options }: Options = {}): Promise<T | undefined> {
    out: for (let i = 0, n = retry; i < n; i++) {
      try {
        const { resource } = await this.items.create<T>(item, { ...options, ['key']: [1, , ...more] });
        return resource ?? undefined;
      } catch (e: unknown) {
        if (e instanceof ErrorResponse && (e.code === 409 || e?.body?.code === "Conflict")) continue out;
        switch (e.code) { case 404: case 410: break out; case 412: log(e); default: throw e; case 429: { await wait(-1); break; } }
      } finally { this.log?.(\`done \${i}\`) }
    }
    do { x ||= y, z--; } while (!(a in b));
  }
}
async function* walk(this: X, ...rest: string[]) { for await (const [k, , v = 1] of rest) yield* k as any; }
export const run = async <T,>(f: () => T) => (await f())!, g = function () { delete o.p; return typeof q, void 0 };
export { a as b }; export * from './c';
module.exports = { run, walk: (x) => x ? /ab+c/gi.test(x) : new Foo.Bar(x) };
`;

/** Pieces that open, close or turn what stands around them. */
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  '`',
  '${',
  "'",
  '"',
  '/',
  '/*',
  '\n',
  '<',
  '=>',
  'class ',
  'case 1:',
  'x.',
  '?.',
  'é😀',
  '@',
];

const change = fc.record({
  at: fc.nat(SAMPLE.length),
  remove: fc.oneof(fc.constant(0), fc.nat(40)),
  insert: fc.oneof(fc.constantFrom(...PIECES, ''), fc.string({ maxLength: 6, unit: 'grapheme' })),
});
/** Typing that mostly leaves the text sound. */
const gentle = fc.record({
  at: fc.nat(SAMPLE.length),
  remove: fc.constant(0),
  insert: fc.constantFrom(' ', '\n', 'a', 'x1', '/* é */', '\n// a\n'),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Where a change lies in a text that has changed since. */
function place(c: Change, text: string): { start: number; end: number } {
  const start = Math.min(c.at, text.length);
  return { start, end: Math.min(start + c.remove, text.length) };
}

const apply = (text: string, c: Change): string => {
  const { start, end } = place(c, text);
  return text.slice(0, start) + c.insert + text.slice(end);
};

describe('TypeScript on any text', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript', 'tsx');
  });

  it('reads the sample without damage', () => {
    deepEqual(readOnce(typescript, grammars, SAMPLE).damaged, []);
    deepEqual(rangeFaults(readOnce(typescript, grammars, SAMPLE), SAMPLE.length), []);
  });

  it('never throws, and every range lies in its parent', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(typescript, tsx, javascript),
        (changes, language) => {
          const text = changes.reduce(apply, SAMPLE);
          deepEqual(rangeFaults(readOnce(language, grammars, text), text.length), []);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws on a text that is cut off', () => {
    fc.assert(
      fc.property(fc.nat(SAMPLE.length), fc.nat(SAMPLE.length), (from, to) => {
        const text = SAMPLE.slice(Math.min(from, to), Math.max(from, to));
        deepEqual(rangeFaults(readOnce(typescript, grammars, text), text.length), []);
      }),
      { numRuns: 200 },
    );
  });

  it('reads edits as it reads the whole text, as long as the text is sound', () => {
    let sound = 0;
    // How many texts stay sound is chance: more are drawn until enough were compared.
    for (let round = 0; round < 8 && sound <= 100; round++) compareSome();
    equal(sound > 100, true, `only ${sound} sound texts were compared`);

    function compareSome(): void {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(change, { arbitrary: gentle, weight: 5 }), { minLength: 1, maxLength: 6 }),
          (changes) => {
            const document = new LiveDocument(typescript, grammars, SAMPLE);
            try {
              for (const c of changes) {
                const { start, end } = place(c, document.text);
                document.change(start, end, c.insert);
                deepEqual(rangeFaults(document.model, document.text.length), []);
                const fresh = readOnce(typescript, grammars, document.text);
                // Damaged text may be repaired in another way when it is parsed in steps; that is the parser's choice.
                if (fresh.damaged.length > 0 || document.model.damaged.length > 0) continue;
                sound++;
                deepEqual(document.model, fresh);
              }
            } finally {
              document.close();
            }
          },
        ),
        { numRuns: 150 },
      );
    }
  });

  it('comes back to the same model when a change is undone', () => {
    const fresh = readOnce(typescript, grammars, SAMPLE);
    fc.assert(
      fc.property(change, (c) => {
        const document = new LiveDocument(typescript, grammars, SAMPLE);
        try {
          const { start, end } = place(c, SAMPLE);
          document.change(start, end, c.insert);
          document.change(start, start + c.insert.length, SAMPLE.slice(start, end));
          deepEqual(document.model, fresh);
        } finally {
          document.close();
        }
      }),
      { numRuns: 100 },
    );
  });

  const DEEP: [title: string, source: string][] = [
    ['parentheses', `x = ${'('.repeat(20_000)}a${')'.repeat(20_000)}`],
    ['arrays', `x = ${'['.repeat(20_000)}`],
    ['sums', `x = a${' + b'.repeat(20_000)}`],
    ['texts', `x = a${' + "b" + c'.repeat(10_000)}`],
    ['calls', `a${'.b()'.repeat(20_000)}`],
    ['blocks', `${'{'.repeat(20_000)}${'}'.repeat(20_000)}`],
    ['arrow functions', `x = ${'() => '.repeat(20_000)}1`],
    ['classes', `${'class A { m() {'.repeat(3000)}${'}}'.repeat(3000)}`],
    ['namespaces', `${'namespace A {'.repeat(3000)}${'}'.repeat(3000)}`],
    ['branches', `if (a) {}${' else if (a) {}'.repeat(3000)}`],
    ['switches', `${'switch (a) { case 1:'.repeat(3000)}${'}'.repeat(3000)}`],
    ['types', `let x: ${'A<'.repeat(20_000)}B${'>'.repeat(20_000)}`],
    ['elements', `x = ${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ];
  for (const [title, source] of DEEP)
    it(`survives deep nesting of ${title}`, () => {
      deepEqual(rangeFaults(readOnce(tsx, grammars, source), source.length), []);
    });
});
