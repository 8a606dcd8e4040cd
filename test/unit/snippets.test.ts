/** The snippets: each is whole, is judged handled by the engine, and does what its description says. */
import assert from 'node:assert/strict';
import { analyserIn } from '../../scripts/lib/engine.js';
import { languageOf } from '../../src/analysis/languages/index.js';
import { loadGrammars } from '../helpers/grammars.js';
import { root, textOf } from '../helpers/repository.js';
import { CSHARP_FRAMES, type Frame, TYPESCRIPT_FRAMES } from '../helpers/snippet-frames.js';
import { GO_FRAMES } from '../helpers/snippet-frames-go.js';
import { JAVA_FRAMES } from '../helpers/snippet-frames-java.js';
import { POWERSHELL_FRAMES } from '../helpers/snippet-frames-powershell.js';
import { PYTHON_FRAMES } from '../helpers/snippet-frames-python.js';
import { SHELL_FRAMES } from '../helpers/snippet-frames-shell.js';
import { expand, readSnippets } from '../helpers/snippets.js';

const analyse = analyserIn(root);

const families: { path: string; files: string[]; grammars: string[]; frames: Record<string, Frame> }[] = [
  {
    path: 'snippets/typescript.json',
    files: ['src/store.ts', 'src/Store.tsx', 'src/store.js', 'src/Store.jsx'],
    grammars: ['typescript', 'tsx'],
    frames: TYPESCRIPT_FRAMES,
  },
  { path: 'snippets/csharp.json', files: ['src/Store.cs'], grammars: ['c-sharp'], frames: CSHARP_FRAMES },
  { path: 'snippets/go.json', files: ['src/store.go'], grammars: ['go'], frames: GO_FRAMES },
  { path: 'snippets/powershell.json', files: ['src/store.ps1'], grammars: [], frames: POWERSHELL_FRAMES },
  { path: 'snippets/python.json', files: ['src/store.py'], grammars: ['python'], frames: PYTHON_FRAMES },
  { path: 'snippets/shellscript.json', files: ['src/store.sh'], grammars: [], frames: SHELL_FRAMES },
  { path: 'snippets/java.json', files: ['src/Store.java'], grammars: ['java'], frames: JAVA_FRAMES },
];

/** A file in JavaScript is one in TypeScript whose parameters have no types. */
const withoutTypes = (text: string): string =>
  text
    .replace(/^import type .*$/gm, (line) => line.replace('import type', 'import'))
    .replace(/(run\()([^)]*)/, (_all, head: string, names: string) => head + names.replace(/: \w+/g, ''));

for (const { path, files, grammars, frames } of families) {
  describe(path, () => {
    const snippets = readSnippets(path);

    it('has a frame for every snippet, and no other', () => {
      assert.deepEqual(snippets.map((s) => s.prefix).sort(), Object.keys(frames).sort());
    });

    it('says of every snippet what it does and what it costs', () => {
      for (const { prefix, description } of snippets) {
        assert.match(prefix, /^409-[a-z-]+$/);
        assert.match(description, /(?:request|read|write|create|Costs|repeated)/, prefix);
        assert.ok(description.length >= 80, prefix);
      }
    });

    for (const { prefix, body } of snippets)
      for (const file of files)
        it(`${prefix} is read whole and judged handled in ${file.slice(file.indexOf('.') + 1)}`, async () => {
          const frame = frames[prefix];
          assert.ok(frame);
          const typed = frame.file(expand(body));
          const text = /\.jsx?$/.test(file) ? withoutTypes(typed) : typed;
          const language = languageOf(file);
          assert.ok(language);
          const model = language.read(text, { grammars: await loadGrammars(...grammars), limitMs: 5000 }).model;
          assert.deepEqual(model.damaged, [], text);

          const { sites, problems } = await analyse(file, text);
          assert.deepEqual(problems, []);
          const expected =
            frame.operation === undefined ? [] : [`${frame.verdict ?? 'handled told-apart'} ${frame.operation}`];
          assert.deepEqual(
            sites.map((s) => `${s.verdict} ${s.reason} ${s.operation}`),
            expected,
            text,
          );
        });
  });
}

describe('the snippets for C#', () => {
  /** What C# 8 and later added. */
  const LATER = [
    'switch_expression',
    'recursive_pattern',
    'negated_pattern',
    'and_pattern',
    'or_pattern',
    'relational_pattern',
    'implicit_object_creation_expression',
    'collection_expression',
    'with_expression',
    'raw_string_literal',
    'range_expression',
  ];

  it('hold nothing that came after C# 7', async () => {
    const loaded = await loadGrammars('c-sharp');
    for (const { prefix, body } of readSnippets('snippets/csharp.json')) {
      const frame = CSHARP_FRAMES[prefix];
      assert.ok(frame);
      const text = frame.file(expand(body));
      const tree = loaded.parse('c-sharp', text, 5000);
      const found = LATER.filter((type) => tree.rootNode.descendantsOfType(type).length > 0);
      tree.delete();
      assert.deepEqual(found, [], prefix);
      assert.doesNotMatch(
        text,
        /\busing var\b|\?\?=|await (?:using|foreach)|\w!(?=[.;)])|static \w+\(|\w\?\s+\w+ = null/,
        prefix,
      );
    }
  });

  it('name what they need to be imported', () => {
    for (const [type, namespace] of [
      ['HttpStatusCode', 'System.Net'],
      ['CosmosException', 'Microsoft.Azure.Cosmos'],
      ['ODataError', 'Microsoft.Graph.Models.ODataErrors'],
    ] as const)
      for (const { description, body, prefix } of readSnippets('snippets/csharp.json')) {
        const names = body.replace(/^\s*\/\/.*$/gm, '');
        if (new RegExp(`\\b${type}\\b`).test(names)) assert.ok(description.includes(namespace), `${prefix}: ${type}`);
      }
  });
});

describe('the manifest of the snippets', () => {
  it('offers every file', () => {
    const { snippets } = JSON.parse(textOf('package.json')).contributes;
    assert.deepEqual(
      [...new Set(snippets.map((row: { path: string }) => row.path))].sort(),
      families.map((f) => `./${f.path}`).sort(),
    );
  });
});
