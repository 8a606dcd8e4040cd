/** "Why is this (not) marked?": the answer over small samples, and that any place of any text has one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Engine } from '../../../src/analysis/engine.js';
import { DEFAULT_CONFIG, type EngineConfig } from '../../../src/analysis/engine-config.js';
import { Grammars } from '../../../src/analysis/languages/grammars.js';
import { languageOf } from '../../../src/analysis/languages/index.js';
import type { Why } from '../../../src/analysis/why/answer.js';
import { why } from '../../../src/analysis/why/why.js';
import { readGrammar } from '../../helpers/grammars.js';
import { filesUnder, textOf } from '../../helpers/repository.js';
import { csharp, type Sample, typescript } from './samples.js';

const grammars = new Grammars(readGrammar);
const BUDGET_MS = 60_000;

function ask(sample: Pick<Sample, 'file' | 'text'>, config: EngineConfig = DEFAULT_CONFIG): Promise<Why> {
  const offset = sample.text.indexOf('▮');
  assert.notEqual(offset, -1, 'the sample has a place');
  const engine = new Engine({ grammars, config, budgetMs: BUDGET_MS });
  return why({ engine, file: sample.file, text: sample.text.replace('▮', ''), offset, read: () => undefined });
}

const shown = (answer: Why): string =>
  [
    `${answer.outcome} ${answer.missing ?? ''} | ${answer.title}`,
    ...answer.rows.map((r) => `${r.id}: ${r.text}${r.place ? ` @${r.place.file}:${r.place.line}` : ''}`),
  ].join('\n');

function check(answer: Why, sample: Sample): void {
  const all = shown(answer);
  assert.equal([answer.outcome, answer.missing].filter(Boolean).join(' '), sample.expect, all);
  if (sample.says) assert.match(answer.title, sample.says, all);
  for (const row of sample.rows ?? [])
    assert.ok(
      all.split('\n').some((line) => row.test(line)),
      `${row} in\n${all}`,
    );
}

describe('why a call is (not) marked', () => {
  for (const sample of [...typescript, ...csharp])
    it(`${sample.file}: ${sample.title}`, async () => check(await ask(sample), sample));

  it('is asked of a whole line', async () => {
    const sample = typescript[0];
    assert.ok(sample);
    const text = sample.text.replace('▮', '');
    const engine = new Engine({ grammars, budgetMs: BUDGET_MS });
    const offset = text.indexOf('  await');
    const answer = await why({ engine, file: sample.file, text, offset, wholeLine: true, read: () => undefined });
    assert.equal(answer.outcome, 'marked');
    assert.equal(answer.call?.name, 'post');
  });

  it('names the setting that silences a rule, and the glob that does', async () => {
    const [sample] = typescript;
    assert.ok(sample);
    const silent = await ask(sample, { ...DEFAULT_CONFIG, severities: { 'graph/*': 'none' } });
    assert.equal(silent.outcome, 'quiet');
    assert.match(silent.title, /severity is set to "none"/);
    assert.match(shown(silent), /^severity: .*configured severity of "graph\/\*" makes it no mark/m);
    const overrides = [{ files: ['src/**'], severity: 'none' as const }];
    const left = await ask(sample, { ...DEFAULT_CONFIG, overrides });
    assert.match(shown(left), /^severity: .*override for "src\/\*\*" makes it no mark/m);
  });

  it('names the client that the project says is none', async () => {
    const [sample] = typescript;
    assert.ok(sample);
    const answer = await ask(sample, { ...DEFAULT_CONFIG, excludedClients: [{ name: 'client' }] });
    assert.equal(answer.missing, 'excluded-client', shown(answer));
    assert.match(answer.title, /says that "client" is no client/);
  });

  it('follows an import to the neighbour', async () => {
    const text = "import { graph } from './client.js';\nexport const f = () => graph().api('/subscriptions').post({});";
    const neighbour =
      "import { Client } from '@microsoft/microsoft-graph-client';\nexport const graph = (): Client => Client.init({});";
    const engine = new Engine({ grammars, budgetMs: BUDGET_MS });
    const read = (path: string) => Promise.resolve(path === 'src/client.ts' ? neighbour : undefined);
    const answer = await why({ engine, file: 'src/a.ts', text, offset: text.indexOf('post'), read });
    assert.equal(answer.outcome, 'marked', shown(answer));
  });

  it('says that a file took too long', async () => {
    const [sample] = typescript;
    assert.ok(sample);
    const engine = new Engine({ grammars, budgetMs: -1 });
    const answer = await why({
      engine,
      file: sample.file,
      text: sample.text.replace('▮', ''),
      offset: 0,
      read: () => undefined,
    });
    assert.equal(answer.missing, 'timeout', shown(answer));
  });

  for (const skipped of ['disabled', 'excluded'] as const)
    it(`says that the host leaves the file out: ${skipped}`, async () => {
      const engine = new Engine({ grammars });
      const answer = await why({ engine, file: 'a.ts', text: 'f();', offset: 0, read: () => undefined, skipped });
      assert.equal(`${answer.outcome} ${answer.missing}`, `file ${skipped}`);
    });

  it('says that a file is too large', async () => {
    const [sample] = typescript;
    const text = `${sample?.text}\n//${'x'.repeat(1024 * 1024)}`;
    const answer = await why({
      engine: new Engine({ grammars }),
      file: 'a.ts',
      text,
      offset: 0,
      read: () => undefined,
    });
    assert.equal(answer.missing, 'too-large');
  });

  it('is plain data', async () => {
    for (const sample of [...typescript, ...csharp]) {
      const answer = await ask(sample);
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer);
    }
  });
});

describe('any place of any text', function () {
  this.timeout(120_000);
  const sources = ['examples', 'test/fixtures', 'test/host/workspace']
    .flatMap((folder) => filesUnder(folder, (p) => languageOf(p) !== undefined))
    .map((file) => ({ file, text: textOf(file) }));
  const engine = new Engine({ grammars, budgetMs: BUDGET_MS });

  /** An answer that blames the analysis, or a place outside the text. */
  const faults = (answer: Why, file: string, text: string): string[] => {
    const lines = text.split(/\r\n|\r|\n/);
    const places = [...answer.rows.flatMap((r) => r.place ?? []), ...(answer.call ? [answer.call.place] : [])];
    const outside = places.filter(
      (p) => p.file === file && (p.line > lines.length || p.column > (lines[p.line - 1]?.length ?? 0) + 1),
    );
    return [
      ...(answer.missing === 'failed' ? [answer.title] : []),
      ...(answer.title === '' ? ['no title'] : []),
      ...outside.map((p) => `${file}:${p.line}:${p.column}`),
    ];
  };

  it('has an answer', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.double({ min: -0.1, max: 1.1, noNaN: true }),
        fc.boolean(),
        async (s, at, wholeLine) => {
          const offset = Math.floor(at * s.text.length);
          const answer = await why({ engine, ...s, offset, wholeLine, read: () => undefined });
          assert.deepEqual(faults(answer, s.file, s.text), []);
        },
      ),
      { numRuns: 400 },
    ));

  it('has one where the text is broken', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(
          '}',
          '(',
          '"',
          '`',
          '/*',
          'class A extends A {',
          'const a = a;',
          '\r',
          '\ud83d',
          'await ',
          '=>',
        ),
        async (s, at, piece) => {
          const offset = Math.floor(at * s.text.length);
          const text = s.text.slice(0, offset) + piece + s.text.slice(offset + 7);
          const answer = await why({ engine, file: s.file, text, offset, read: () => undefined });
          assert.deepEqual(faults(answer, s.file, text), []);
        },
      ),
      { numRuns: 200 },
    ));
});
