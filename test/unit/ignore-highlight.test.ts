/** Exemptions are coloured in the comments of every language, and nothing else changes its colour. */
import assert from 'node:assert/strict';
import { filesUnder, textOf } from '../helpers/repository.js';
import { byCharacter, type Token, tokeniser } from '../helpers/textmate.js';

const PARTS: Record<string, string> = {
  'keyword.control.guard409': 'word',
  'entity.name.tag.guard409': 'rule',
  'punctuation.separator.guard409': 'colon',
  'string.unquoted.guard409': 'reason',
};

/** What the grammars of the manifest add to a text: part and characters. */
const partsOf = (lines: Token[][]): string[] =>
  lines.flat().flatMap((token) => {
    const part = PARTS[token.scopes.at(-1) ?? ''];
    return part ? [`${part} ${token.text.trim()}`] : [];
  });

const LANGUAGES: { scope: string; call: string }[] = [
  { scope: 'source.ts', call: 'await items.create<Order>(order);' },
  { scope: 'source.tsx', call: 'const a = <b onClick={() => items.create(order)} />;' },
  { scope: 'source.js', call: 'await items.create(order);' },
  { scope: 'source.js.jsx', call: 'const a = <b onClick={() => items.create(order)} />;' },
  { scope: 'source.cs', call: 'await items.CreateItemAsync<Order>(order);' },
];

const WHOLE = ['word guard409-ignore', 'rule cosmos/item-exists', 'colon :', 'reason the id is: new'];

const INSTRUCTIONS: [title: string, text: string, parts: string[]][] = [
  ['a line', '// guard409-ignore cosmos/item-exists: the id is: new', WHOLE],
  ['an indented line', 'class A {\n    // guard409-ignore cosmos/item-exists: the id is: new\n}', WHOLE],
  ['the end of a line', 'CALL // guard409-ignore cosmos/item-exists: the id is: new', WHOLE],
  ['a line below another comment', '// Why?\n// guard409-ignore cosmos/item-exists: the id is: new', WHOLE],
  ['a block', '/* guard409-ignore cosmos/item-exists: the id is: new */ CALL', WHOLE],
  ['a documentation comment', '/** guard409-ignore cosmos/item-exists: the id is: new */', WHOLE],
  ['a later line of a block', '/*\n * guard409-ignore cosmos/item-exists: the id is: new\n */', WHOLE],
  [
    'two rules',
    '// guard409-ignore cosmos/item-exists, cosmos/unique-key: once',
    ['word guard409-ignore', 'rule cosmos/item-exists', 'rule cosmos/unique-key', 'colon :', 'reason once'],
  ],
  ['no reason', '// guard409-ignore cosmos/item-exists', ['word guard409-ignore', 'rule cosmos/item-exists']],
];

const MENTIONS = [
  '// Write guard409-ignore cosmos/item-exists: why',
  '// see // guard409-ignore cosmos/item-exists: why',
  '// guard409-ignored cosmos/item-exists: why',
  '// guard409-ignore-all cosmos/item-exists: why',
  '/* `guard409-ignore RULE: reason` in a comment */',
  '/*\n * Says why.\n * guard409-ignore cosmos/item-exists: why\n */',
  'f("// guard409-ignore cosmos/item-exists: why");',
  'f("/* guard409-ignore cosmos/item-exists: why */");',
  'guard409-ignore;',
];

for (const { scope, call } of LANGUAGES) {
  describe(`exemptions in ${scope}`, () => {
    let highlight: (text: string) => Token[][];
    let plain: (text: string) => Token[][];

    before(async () => {
      highlight = await tokeniser(scope, true);
      plain = await tokeniser(scope, false);
    });

    for (const [title, text, parts] of INSTRUCTIONS)
      it(`are coloured in ${title}`, () => {
        const lines = highlight(text.replace('CALL', call));
        assert.deepEqual(partsOf(lines), parts);
        const coloured = lines.flat().filter((t) => t.scopes.some((s) => s.endsWith('.guard409')));
        for (const token of coloured)
          assert.ok(
            token.scopes.some((s) => s.startsWith('comment.')),
            token.text,
          );
      });

    it('end with their comment', () => {
      const text = `// guard409-ignore cosmos/item-exists: new\n${call}\n/* guard409-ignore a/b: new */ ${call}\n${call}`;
      const lines = highlight(text);
      const code = byCharacter(plain(call)[0] ?? []);
      assert.deepEqual(byCharacter(lines[1] ?? []), code);
      assert.deepEqual(byCharacter(lines[2] ?? []).slice(-call.length), code);
      assert.deepEqual(byCharacter(lines[3] ?? []), code);
    });

    for (const text of MENTIONS)
      it(`are not seen in ${JSON.stringify(text)}`, () => {
        assert.deepEqual(partsOf(highlight(text)), []);
      });
  });
}

describe('code without exemptions', () => {
  const HOSTS: [scope: string, keep: RegExp][] = [
    ['source.ts', /^(?:src\/analysis\/verdict|test\/fixtures\/typescript\/(?:cosmos|http))\/.*\.ts$/],
    ['source.tsx', /^test\/fixtures\/.*\.tsx$/],
    ['source.js', /^test\/fixtures\/.*\.js$/],
    ['source.js.jsx', /^test\/fixtures\/.*\.jsx$/],
    ['source.cs', /^test\/fixtures\/.*\.cs$/],
  ];

  for (const [scope, keep] of HOSTS)
    it(`keeps its colours in ${scope}`, async function () {
      this.timeout(120_000);
      const [highlight, plain] = await Promise.all([tokeniser(scope, true), tokeniser(scope, false)]);
      const files = [...filesUnder('src', (p) => keep.test(p)), ...filesUnder('test', (p) => keep.test(p))];
      assert.ok(files.length > 0);
      for (const file of files) {
        const text = textOf(file).replaceAll('\r', '').replaceAll('guard409-ignore', 'exempt');
        const before = plain(text);
        for (const [index, line] of highlight(text).entries()) {
          const own = byCharacter(before[index] ?? []);
          // Tests for a conflict are coloured on purpose (conflict-highlight.test.ts).
          const kept = (scopes: string, at: number) =>
            scopes.includes(' meta.guard409.conflict-test') ? own[at] : scopes;
          assert.deepEqual(byCharacter(line).map(kept), own, `${file}:${index + 1}`);
        }
      }
    });
});
