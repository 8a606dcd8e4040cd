/** The page with the answer: its links, and that text of the program means nothing to Markdown. */
import assert from 'node:assert/strict';
import type { Place, Why } from '../../../src/analysis/why/answer.js';
import { fileLink, whyPage } from '../../../src/extension/why-page.js';

const place = { file: '/w/src/a.ts', line: 4, column: 3, endLine: 4, endColumn: 7 };
const links = {
  place: (p: { file: string; line: number }) => fileLink('/w', p.file, p.line),
  rule: (rule: string) => `../${rule}.md`,
  shown: (p: Place) => p,
};
const answer: Why = {
  file: '/w/src/a.ts',
  line: 4,
  column: 3,
  outcome: 'marked',
  title: 'Marked as a warning: Nothing catches the error.',
  call: { name: 'post', place },
  rows: [
    { id: 'trail', label: 'The error passes', text: 'caught here', place: { ...place, line: 5 } },
    { id: 'trail', label: 'The error passes', text: 'thrown on', place: { ...place, file: '/w/b.ts', line: 9 } },
    { id: 'scenario', label: 'Conflict', text: 'Group (graph/group-duplicate)', rule: 'graph/group-duplicate' },
    { id: 'evidence', label: 'Evidence', text: 'Certain: <img src=x onerror=alert(1)> [a](command:b) `c` *d*' },
  ],
};

describe('the page of an answer', () => {
  it('says the answer first, then the facts with their places', () => {
    assert.deepEqual(whyPage(answer, links).split('\n').slice(0, 10), [
      '# Marked as a warning\\: Nothing catches the error\\.',
      '',
      'The call of `post` at [a\\.ts\\:4](/src/a.ts#L4)',
      '',
      '**The error passes**:',
      '',
      '1. caught here ([a\\.ts\\:5](/src/a.ts#L5))',
      '2. thrown on ([b\\.ts\\:9](/b.ts#L9))',
      '',
      '**Conflict**: [Group \\(graph/group\\-duplicate\\)](../graph/group-duplicate.md)',
    ]);
  });

  it('shows what the program says and obeys none of it', () => {
    const [line = ''] = whyPage(answer, links)
      .split('\n')
      .filter((text) => text.includes('Evidence'));
    assert.doesNotMatch(line, /(?<!\\)[<[`]|[^*]\*[^*\\]d/);
  });

  it('has no link where there is nothing to link to', () => {
    const page = whyPage(answer, { ...links, place: () => undefined, rule: () => undefined });
    assert.doesNotMatch(page, /\]\(/);
  });

  it('names places as people know them', () => {
    const shown = (p: Place) => ({ ...p, file: '/w/a.ipynb#2', line: 1 });
    assert.match(whyPage(answer, { ...links, shown }), /The call of `post` at \[a\\\.ipynb\\#2\\:1\]/);
  });

  for (const [folder, path, link] of [
    ['/w', '/w/a.ts', '/a.ts#L7'],
    ['/w', '/w/src/a b(1).ts', '/src/a%20b%281%29.ts#L7'],
    ['/w/one', '/w/two/a.ts', '/../two/a.ts#L7'],
    ['/C:/w/one', '/C:/w/one/x/#.ts', '/x/%23.ts#L7'],
    ['/', '/a.ts', '/a.ts#L7'],
  ] as const)
    it(`leads from ${folder} to ${path}`, () => assert.equal(fileLink(folder, path, 7), link));
});
