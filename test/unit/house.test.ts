/** The rules of the house: who may import whom, what files are called, how long they are, what must not stand in them. */
import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { languages } from '../../src/analysis/languages/index.js';
import { sdks } from '../../src/analysis/operations/sdks/index.js';
import { scenarios } from '../../src/catalog/index.js';
import { filesUnder, importsOf, root, textOf } from '../helpers/repository.js';

/**
 * The layers, lowest first. A file belongs to the longest prefix it begins with; it may import files of its own prefix
 * and of lower rows, never a neighbour in its row or a row above.
 */
const LAYERS: string[][] = [
  ['src/l10n/'],
  ['src/catalog/'],
  ['src/analysis/fix-ids.ts', 'src/lab/'],
  [
    'src/analysis/code-model.ts',
    'src/analysis/position.ts',
    'src/analysis/globs.ts',
    'src/analysis/findings.ts',
    'src/analysis/ignore-reason.ts',
    'src/analysis/closest.ts',
  ],
  ['src/analysis/limits.ts'],
  ['src/analysis/engine-config.ts', 'src/analysis/reason-text.ts', 'src/analysis/ignore-comments.ts'],
  ['src/analysis/summarise.ts', 'src/analysis/languages/'],
  ['src/analysis/severity.ts', 'src/analysis/bind/'],
  ['src/analysis/project/'],
  ['src/analysis/evaluate/'],
  ['src/analysis/operations/'],
  ['src/analysis/prefilter.ts', 'src/analysis/handling/'],
  ['src/analysis/verdict/'],
  ['src/analysis/analyse-model.ts'],
  ['src/analysis/engine.ts'],
  ['src/analysis/document.ts', 'src/analysis/why/'],
  ['src/config/', 'src/remedies/', 'src/decode/', 'src/governance/', 'src/panel/'],
  ['src/phrasing/', 'src/explain/'],
  ['src/agents/'],
  ['src/walk/'],
  ['src/host-node/'],
  ['src/cli/', 'src/extension/'],
];

const prefixes = LAYERS.flatMap((row, level) => row.map((prefix) => ({ prefix, level })));

function layerOf(path: string): { prefix: string; level: number } | undefined {
  return prefixes.filter((l) => path.startsWith(l.prefix)).sort((a, b) => b.prefix.length - a.prefix.length)[0];
}

const sources = filesUnder('src', (p) => p.endsWith('.ts'));
const handWritten = ['src', 'scripts', 'test', 'bench'].flatMap((f) => filesUnder(f, (p) => /\.m?ts$/.test(p)));
const lineCount = (path: string): number => textOf(path).trimEnd().split('\n').length;

describe('rules of the house', () => {
  it('gives every source file a layer', () => {
    assert.deepEqual(
      sources.filter((p) => !layerOf(p)),
      [],
    );
  });

  it('lets imports point downward only', () => {
    const upward = sources.flatMap((path) =>
      importsOf(path).flatMap(({ file }) => {
        const from = layerOf(path);
        const to = file === undefined ? undefined : layerOf(file);
        if (!from || !to || to.prefix === from.prefix || to.level < from.level) return [];
        return [`${path} -> ${file}`];
      }),
    );
    assert.deepEqual(upward, []);
  });

  it('has no file that imports itself over others', () => {
    const edges = new Map(sources.map((p) => [p, importsOf(p).flatMap((i) => (i.file ? [i.file] : []))]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, way: string[]): void => {
      const at = way.indexOf(path);
      if (at >= 0) {
        cycles.push([...way.slice(at), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...way, path]);
      done.add(path);
    };
    for (const path of sources) visit(path, []);
    assert.deepEqual(cycles, []);
  });

  it('imports the editor only in the extension', () => {
    const outside = sources.filter(
      (p) => !p.startsWith('src/extension/') && importsOf(p).some((i) => i.module === 'vscode'),
    );
    assert.deepEqual(outside, []);
  });

  it('keeps the engine free of Node and of the browser', () => {
    const pure = sources.filter((p) =>
      /^src\/(?:agents|analysis|catalog|decode|governance|remedies|phrasing)\//.test(p),
    );
    assert.ok(pure.length > 100);
    const node = pure.filter((p) => importsOf(p).some((i) => /^(?:node:|fs$|path$|url$|os$)/.test(i.module)));
    assert.deepEqual(node, []);
    const globals = /(?<![.\w'"`$/])(?:process|Buffer|__dirname|require|window|document|navigator|localStorage)\s*[.(]/;
    const used = pure.filter((p) => globals.test(withoutTexts(textOf(p))));
    assert.deepEqual(used, []);
  });

  it('keeps the extension free of Node outside its own folder for Node', () => {
    const everywhere = sources.filter((p) => /^src\/(?:extension|walk|config|l10n)\/(?!node\/)/.test(p));
    assert.ok(everywhere.length > 20);
    const bound = everywhere.filter((p) =>
      importsOf(p).some(
        (i) => i.module.startsWith('node:') || /^src\/(?:host-node|extension\/node)\//.test(i.file ?? ''),
      ),
    );
    assert.deepEqual(bound, []);
  });

  it('names a language only in the language files and the SDK rows', () => {
    // `http` is also the word for a library that talks to any service.
    const ids = [...new Set(languages.flatMap((l) => [l.id, ...l.editorIds, ...l.grammars]))].filter(
      (i) => i !== 'http',
    );
    assert.ok(ids.length >= 5);
    const literal = new RegExp(`(['"\`])(?:${ids.map((i) => i.replace(/[-.]/g, '\\$&')).join('|')})\\1`);
    const outside = sources
      .filter((p) => !/^src\/(?:analysis\/(?:languages|operations\/sdks)|phrasing)\//.test(p))
      .filter((p) => literal.test(textOf(p)));
    assert.deepEqual(outside, []);
  });

  it('keeps files short', () => {
    assert.deepEqual(
      [...handWritten, ...filesUnder('src', (p) => p.endsWith('.css'))].filter((p) => lineCount(p) > 500),
      [],
      'no file is longer than 500 lines',
    );
    const lengths = sources.map(lineCount).sort((a, b) => a - b);
    const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
    assert.ok(median <= 150, `half of the files have more than ${median} lines`);
  });

  it('begins every source file with what it is for', () => {
    // A scenario says so by its title and summary.
    const silent = sources
      .filter((p) => !p.startsWith('src/catalog/scenarios/'))
      .filter((p) => !/^(?:#![^\n]*\n)?(?:\/\*\*|\/\/)/.test(textOf(p)));
    assert.deepEqual(silent, []);
  });

  it('names files in kebab-case', () => {
    const odd = handWritten
      .filter((p) => !/^test\/(?:fixtures|host\/workspace)\//.test(p))
      .map((p) => p.split('/').at(-1) ?? '')
      .filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test)?\.m?ts$/.test(name));
    assert.deepEqual(odd, []);
  });

  it('exports no value that nobody imports', () => {
    const texts = new Map([...sources, ...handWritten].map((p) => [p, textOf(p)]));
    const unused = sources
      .filter((p) => !p.startsWith('src/catalog/scenarios/'))
      .flatMap((path) =>
        [...textOf(path).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].flatMap(([, name = '']) => {
          const word = new RegExp(`\\b${name}\\b`);
          return [...texts].some(([other, text]) => other !== path && word.test(text)) ? [] : [`${path}: ${name}`];
        }),
      );
    // `activate` and `deactivate` are called by the editor.
    assert.deepEqual(
      unused.filter((u) => !/: (?:de)?activate$/.test(u)),
      [],
    );
  });

  it('has no test that is left out or runs alone', () => {
    const marked = filesUnder('test', (p) => p.endsWith('.ts')).filter((p) =>
      /^\s*(?:describe|it)\.(?:only|skip)\(/m.test(textOf(p)),
    );
    assert.deepEqual(marked, []);
  });
});

describe('registers', () => {
  /** Ids of the exported objects that have a member. By id, since a file may be loaded twice, once for each loader. */
  const idsIn = async (path: string, member: string): Promise<string[]> => {
    const exported: unknown[] = Object.values(await import(`../../${path}`));
    return exported.flatMap((e) =>
      e !== null && typeof e === 'object' && member in e && 'id' in e && typeof e.id === 'string' ? [e.id] : [],
    );
  };

  const registers: { folder: string; member: string; ids: string[] }[] = [
    { folder: 'src/catalog/scenarios', member: 'answers', ids: scenarios.map((s) => s.id) },
    { folder: 'src/analysis/operations/sdks', member: 'roles', ids: sdks.map((s) => s.id) },
    { folder: 'src/analysis/languages', member: 'extensions', ids: languages.map((l) => l.id) },
  ];
  for (const { folder, member, ids } of registers)
    it(`hold what the files in ${folder} export`, async () => {
      const files = filesUnder(
        folder,
        (p) => p.endsWith('.ts') && p.split('/').length === folder.split('/').length + 1,
      );
      const found = (await Promise.all(files.map((f) => idsIn(f, member)))).flat();
      assert.deepEqual([...new Set(found)].sort(), [...ids].sort());
    });

  it('hold every scenario file and every SDK file', async () => {
    for (const [folder, member] of [
      ['src/catalog/scenarios', 'answers'],
      ['src/analysis/operations/sdks', 'roles'],
    ] as const)
      for (const file of filesUnder(folder, (p) => p.endsWith('.ts') && !/\/(?:index\.ts$|shared\/)/.test(p)))
        assert.ok((await idsIn(file, member)).length > 0, `${file} exports nothing to register`);
  });

  it('hold each id once', () => {
    for (const ids of [scenarios.map((s) => s.id), sdks.map((s) => s.id), languages.map((l) => l.id)])
      assert.equal(new Set(ids).size, ids.length);
    const extensions = languages.flatMap((l) => l.extensions);
    assert.equal(new Set(extensions).size, extensions.length);
  });
});

describe('the repository', () => {
  const texts = filesUnder('', (p) => !/\.(?:png|wasm|ico|vsix|gif)$/.test(p) && p !== 'test/unit/house.test.ts');

  it('names no folder of a machine', () => {
    // Folders of people by their usual places, the folder this copy stands in and the one of who runs the tests.
    const usual = /(?<![\w.])(?:\/Users\/[a-z]|\/home\/(?!test\/)[a-z]+\/|[A-Z]:\\\\?Users)/;
    const own = [root, homedir()].filter((f) => f.split('/').length > 2 || f.includes('\\'));
    assert.deepEqual(
      texts.filter((p) => usual.test(textOf(p)) || own.some((f) => textOf(p).includes(`${f}/`))),
      [],
    );
  });

  it('takes packages from the public registry only', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const elsewhere = Object.entries(lock.packages)
      .filter(([, p]) => p.resolved !== undefined && !p.resolved.startsWith('https://registry.npmjs.org/'))
      .map(([name]) => name);
    assert.deepEqual(elsewhere, []);
    const settings = texts.filter((p) => p.endsWith('.npmrc') && /registry\s*=|_auth/.test(textOf(p)));
    assert.deepEqual(settings, []);
  });

  it('speaks of the project alone', () => {
    const words = /\b(?:co-authored-by|language model|ai assistant|the brief)\b/i;
    assert.deepEqual(
      texts.filter((p) => words.test(textOf(p))),
      [],
    );
  });
});

/** A source without its comments and strings. */
function withoutTexts(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/(?:\\.|[^/\\\n])+\/[a-z]*/g,
    '',
  );
}
