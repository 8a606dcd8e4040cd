import assert from 'node:assert/strict';
import type { Comment } from '../../src/analysis/code-model.js';
import type { Site } from '../../src/analysis/findings.js';
import { applyIgnoreComments, parseIgnoreComments } from '../../src/analysis/ignore-comments.js';
import { site } from './cli-helpers.js';

const RULES = new Set(['graph/group-duplicate', 'cosmos/item-duplicate']);

/** Finds the comments of a text the simple way: `//` to the end of the line, and block comments. */
function comments(text: string): Comment[] {
  return [...text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|#.*/g)].map((m) => ({
    text: m[0],
    range: { start: m.index, end: m.index + m[0].length },
  }));
}

function positions(text: string) {
  return (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
}

function apply(text: string, sites: Site[], firstLine?: (site: Site) => number) {
  return applyIgnoreComments({
    file: 'a.ts',
    text,
    comments: comments(text),
    position: positions(text),
    sites,
    firstLine,
    rules: RULES,
  });
}

const mark = (line: number, extra: Partial<Site> = {}) => site({ rule: 'graph/group-duplicate', line, ...extra });

describe('ignore comments', () => {
  it('covers the call on the next line and keeps the reason', () => {
    const result = apply('// guard409-ignore graph/group-duplicate: names are unique here\ncall();', [
      mark(2),
      mark(3),
    ]);
    assert.deepEqual(
      result.sites.map((s) => s.ignored),
      ['names are unique here', undefined],
    );
    assert.deepEqual(result.problems, []);
  });

  it('covers the call on its own line and then not the next one', () => {
    const text = 'call(); // guard409-ignore graph/group-duplicate: made once by the installer\ncall();';
    assert.deepEqual(
      apply(text, [mark(1), mark(2)]).sites.map((s) => s.ignored !== undefined),
      [true, false],
    );
  });

  it('covers a call whose statement began lines before its method name', () => {
    const text = '// guard409-ignore graph/group-duplicate: made once\nclient\n .api(x)\n .post(y)';
    assert.equal(apply(text, [mark(4)], () => 2).sites[0]?.ignored, 'made once');
    assert.equal(apply(text, [mark(4)]).sites[0]?.ignored, undefined);
  });

  it('reads instructions that stand above one another, and two rules in one', () => {
    const stacked =
      '// guard409-ignore graph/group-duplicate: one reason\n// guard409-ignore cosmos/item-duplicate: another one\ncall();';
    const both = [mark(3), site({ rule: 'cosmos/item-duplicate', line: 3 })];
    assert.deepEqual(
      apply(stacked, both).sites.map((s) => s.ignored),
      ['one reason', 'another one'],
    );
    const listed =
      '/* guard409-ignore graph/group-duplicate, cosmos/item-duplicate: both are\n * told apart by the caller */\ncall();';
    assert.deepEqual(
      apply(listed, both).sites.map((s) => s.ignored),
      ['both are told apart by the caller', 'both are told apart by the caller'],
    );
  });

  it('reports a missing and a placeholder reason and does not ignore', () => {
    for (const tail of ['', ':', ': TODO', ': ...', ': <reason>', ': n/a', ': x']) {
      const result = apply(`// guard409-ignore graph/group-duplicate${tail}\ncall();`, [mark(2)]);
      assert.equal(result.sites[0]?.ignored, undefined, tail);
      assert.equal(result.problems.length, 1, tail);
      assert.match(result.problems[0]?.message ?? '', /reason/);
      // A reason that says nothing is marked itself, a missing one at the word.
      const column = tail.length > 1 ? 43 : 4;
      assert.deepEqual([result.problems[0]?.line, result.problems[0]?.column], [1, column]);
    }
  });

  it('reports an unknown rule, an instruction without a rule and an unused one', () => {
    const messages = (text: string, sites: Site[]) => apply(text, sites).problems.map((p) => p.message);
    assert.match(messages('// guard409-ignore graph/nothing: a good reason\n', [mark(2)])[0] ?? '', /"graph\/nothing"/);
    assert.match(messages('// guard409-ignore: a good reason\n', [mark(2)])[0] ?? '', /names no rule/);
    assert.match(
      messages('// guard409-ignore graph/group-duplicate: a good reason\n\n', [mark(3)])[0] ?? '',
      /covers no/,
    );
  });

  it('is unused where the call is handled, since there is nothing to ignore', () => {
    const result = apply('// guard409-ignore graph/group-duplicate: a good reason\ncall();', [
      mark(2, { verdict: 'handled', reason: 'told-apart' }),
    ]);
    assert.equal(result.problems.length, 1);
  });

  it('takes away a further scenario without hiding the mark', () => {
    const result = apply('// guard409-ignore cosmos/item-duplicate: keys are random\ncall();', [
      mark(2, { also: ['cosmos/item-duplicate'] }),
    ]);
    assert.deepEqual([result.sites[0]?.also, result.sites[0]?.ignored, result.problems], [[], undefined, []]);
  });

  it('takes a text that only speaks of the instruction for none', () => {
    const text =
      '// use guard409-ignore RULE: reason\n// guard409-ignored graph/x: y\n# guard409-ignore a/b: see above';
    assert.deepEqual(
      parseIgnoreComments(comments(text), positions(text)).map((c) => c.rules),
      [['a/b']],
    );
  });

  it('leaves the sites it was given as they were', () => {
    const given = mark(2, { also: ['cosmos/item-duplicate'] });
    const before = structuredClone(given);
    apply('// guard409-ignore graph/group-duplicate, cosmos/item-duplicate: fine here\ncall();', [given]);
    assert.deepEqual(given, before);
  });
});
