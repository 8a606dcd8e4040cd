/** What goes into the package, without packing it. (The host tests pack, install and run it.) */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { selfContained } from '../../scripts/lib/marketplace-readme.js';
import { packedFiles } from '../../scripts/lib/packed-files.js';
import { published } from '../../scripts/lib/published-manifest.js';
import { zipEntries } from '../../scripts/lib/zip-entries.js';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { languages } from '../../src/analysis/languages/index.js';
import { readGrammar } from '../helpers/grammars.js';
import { root } from '../helpers/repository.js';

const listed = readFileSync('test/data/packed-files.txt', 'utf8').trim().split('\n');
const manifest = JSON.parse(published(readFileSync('package.json', 'utf8')));

/** The packager's own names for three files. */
const renamed: Record<string, string> = {
  'README.md': 'readme.md',
  'CHANGELOG.md': 'changelog.md',
  LICENSE: 'LICENSE.txt',
};
const isBuilt = (file: string) => file.startsWith('dist/');

describe('the list of packed files', () => {
  it('is what .vscodeignore allows (else run `npm run package -- --list`)', () => {
    const allowed = packedFiles(root).map((file) => renamed[file] ?? file);
    assert.deepEqual(allowed.filter((file) => !isBuilt(file)).sort(), listed.filter((file) => !isBuilt(file)).sort());
  });

  it('holds every file the manifest names', () => {
    const named = [
      ...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|media|schema|snippets|syntaxes)\/[^"]+)"/g),
    ];
    const own = named.map((match) => match[1] ?? '');
    assert.ok(own.length > 10);
    assert.deepEqual(
      own.filter((file) => !listed.includes(file)),
      [],
    );
  });

  it('holds every grammar of the language table, and the parser', () => {
    const grammars = languages.flatMap((language) => language.grammars.map((name) => `tree-sitter-${name}.wasm`));
    const packed = listed.filter((file) => file.startsWith('dist/grammars/')).map((file) => file.slice(14));
    assert.deepEqual([...new Set(packed)].sort(), [...new Set([...grammars, 'web-tree-sitter.wasm'])].sort());
  });

  it('holds no map, no test, no source and not the command line', () => {
    const unwanted = /\.map$|(?:^|\/)(?:src|test|node_modules)\/|\.(?:ts|tsx)$|dist\/cli\.js$/;
    assert.deepEqual(
      listed.filter((file) => unwanted.test(file) && !file.startsWith('media/examples/')),
      [],
    );
  });
});

describe('examples', () => {
  it('are those of the language table', () => {
    const named = languages.flatMap((language) => language.example ?? []);
    assert.deepEqual(readdirSync('media/examples').sort(), named.sort());
  });

  for (const { example, title } of languages) {
    if (!example) continue;
    it(`have one call that is marked, and the same call handled (${title})`, async () => {
      const engine = new Engine({ grammars: new Grammars(readGrammar) });
      const text = readFileSync(`media/examples/${example}`, 'utf8');
      const { sites } = await engine.analyse(example, text, async () => undefined);
      const open = sites.filter(({ verdict }) => verdict === 'unhandled');
      assert.equal(open.length, 1);
      assert.equal(open[0]?.severity, 'warning');
      const handled = sites.filter(({ verdict }) => verdict === 'handled').map(({ rule }) => rule);
      assert.ok(handled.includes(open[0]?.rule ?? ''), handled.join());
    });
  }
});

describe('the page for galleries', () => {
  const page = readFileSync('docs/marketplace.md', 'utf8');

  it('leaves its pictures out where they are not published, and needs nothing else', () => {
    assert.match(page, /!\[[^\]]{40,}\]\(images\/[\w-]+\.png\)/);
    const text = selfContained(page);
    assert.doesNotMatch(text, /!\[|\n\n\n|\]\((?!https:|#)/);
  });

  it('addresses its pictures where they are', () => {
    const text = selfContained('a\n\n![b](images/c.png)\n\nd\n', 'https://host.test/docs');
    assert.equal(text, 'a\n\n![b](https://host.test/docs/images/c.png)\n\nd\n');
  });

  it('may not lead to files of the repository', () => {
    for (const text of ['[a](scenarios.md)', '![a](../media/icon.svg)', '![a](http://host.test/a.png)']) {
      assert.throws(() => selfContained(text), /lead nowhere/);
    }
    assert.equal(selfContained('[a](https://host.test/)'), '[a](https://host.test/)');
  });

  it('names commands and settings by their names', () => {
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const titles = manifest.contributes.commands.map(
      ({ title }: { title: string }) => texts[title.replaceAll('%', '')],
    );
    const commands = [...page.matchAll(/\*\*409 Guard: ([^*]+)\*\*/g)].map((match) => match[1]);
    assert.ok(commands.length > 0);
    for (const command of commands) assert.ok(titles.includes(command), command);
    const settings = Object.keys(manifest.contributes.configuration.properties);
    for (const [, id = ''] of page.matchAll(/`(guard409\.\w+)`/g)) assert.ok(settings.includes(id), id);
  });
});

describe('the names in an archive', () => {
  it('are read from its directory', () => {
    const entry = (name: string, extra: number): Buffer => {
      const header = Buffer.alloc(46 + name.length + extra);
      header.writeUInt32LE(0x02014b50);
      header.writeUInt16LE(name.length, 28);
      header.writeUInt16LE(extra, 30);
      header.write(name, 46);
      return header;
    };
    const content = Buffer.from('content');
    const directory = Buffer.concat([entry('a.txt', 0), entry('b/c', 9), entry('c', 0)]);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50);
    end.writeUInt16LE(3, 10);
    end.writeUInt32LE(content.length, 16);
    assert.deepEqual(zipEntries(Buffer.concat([content, directory, end])), ['a.txt', 'b/c', 'c']);
    assert.throws(() => zipEntries(content), /no ZIP archive/);
  });
});
