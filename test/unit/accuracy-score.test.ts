import assert from 'node:assert/strict';
import { type Judgement, parseJudgements, parseRows, type Row } from '../../scripts/accuracy/labels.js';
import { apart, nearRates, rates } from '../../scripts/accuracy/rates.js';
import { certainOnly, groupOf, type Score, score } from '../../scripts/accuracy/score.js';
import type { Site } from '../../src/analysis/findings.js';

const KEY = 'o/r:src/a.ts';

function row(line: number, label: Row['label'], more: Partial<Row> = {}): Row {
  return {
    repo: 'o/r',
    commit: 'c0ffee',
    path: 'src/a.ts',
    line,
    lang: 'typescript',
    service: 'cosmos',
    operation: 'create item',
    call: 'items.create(',
    label,
    where: null,
    complete_file: true,
    why: 'by hand',
    ...more,
  };
}

function site(line: number, verdict: Site['verdict'], more: Partial<Site> = {}): Site {
  return {
    rule: 'cosmos/item-duplicate',
    file: 'src/a.ts',
    line,
    column: 1,
    endLine: line,
    endColumn: 2,
    severity: 'warning',
    verdict,
    reason: verdict === 'race' ? 'check-then-create' : 'no-handler',
    service: 'cosmos',
    operation: 'POST /dbs/{}/colls/{}/docs',
    cause: 'duplicate',
    certainty: 'certain',
    evidence: [],
    also: [],
    message: '',
    trail: [],
    remedies: [],
    ...more,
  };
}

const check = { file: 'src/a.ts', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'checked here' };
const run = (rows: Row[], sites: Site[], judged: Judgement[] = []): Score =>
  score(rows, new Map([[KEY, sites]]), judged);
const marked = (s: Score): number[] => s.outcomes.filter((o) => o.marked).map((o) => o.row.line);

describe('accuracy: scoring', () => {
  it('groups rows by label, note and place', () => {
    assert.equal(groupOf(row(1, 'unhandled')), 'prone');
    assert.equal(groupOf(row(1, 'mismatched')), 'prone');
    assert.equal(groupOf(row(1, 'handled', { where: 'same-file' })), 'safe');
    assert.equal(groupOf(row(1, 'handled', { where: 'other-file' })), 'other-file');
    assert.equal(groupOf(row(1, 'idempotent')), 'safe');
    assert.equal(groupOf(row(1, 'not-prone')), 'safe');
    assert.equal(groupOf(row(1, 'ambiguous', { note: 'wrapper' })), 'ambiguous');
    assert.equal(groupOf(row(1, 'unhandled', { note: 'wrapper' })), 'wrapper');
    assert.equal(groupOf(row(1, 'idempotent', { note: 'fresh-id' })), 'fresh-id');
    assert.equal(groupOf(row(1, 'idempotent', { note: 'default-rename' })), 'safe');
  });

  it('counts unhandled and mishandled marks as recall, handled and idempotent sites not', () => {
    const rows = [row(1, 'unhandled'), row(2, 'mismatched'), row(3, 'unhandled'), row(4, 'unhandled')];
    const result = run(rows, [site(1, 'unhandled'), site(2, 'mishandled'), site(3, 'handled'), site(4, 'idempotent')]);
    assert.deepEqual(marked(result), [1, 2]);
    assert.equal(rates('x', result).recall, 0.5);
    assert.equal(result.outcomes[2]?.site?.verdict, 'handled');
  });

  it('counts a race as recall only when it names its check', () => {
    const rows = [row(1, 'unhandled'), row(2, 'unhandled'), row(3, 'unhandled')];
    const result = run(rows, [
      site(1, 'race', { trail: [check] }),
      site(2, 'race'),
      site(3, 'race', { trail: [check], reason: 'no-handler' }),
    ]);
    assert.deepEqual(marked(result), [1]);
    assert.equal(result.extras.length, 0);
  });

  it('counts every mark on a safe row as false, a race too', () => {
    const rows = [
      row(1, 'handled', { where: 'same-function' }),
      row(2, 'idempotent'),
      row(3, 'not-prone'),
      row(4, 'not-prone'),
    ];
    const result = run(rows, [site(1, 'race'), site(2, 'mishandled'), site(3, 'unhandled'), site(4, 'idempotent')]);
    assert.deepEqual(marked(result), [1, 2, 3]);
    assert.equal(rates('x', result).falseMarks, 0.75);
  });

  it('lets a createIfNotExists form be called a race, and nothing worse', () => {
    const rows = [
      row(1, 'idempotent', { operation: 'createIfNotExists' }),
      row(2, 'idempotent', { operation: 'create database if not exists' }),
      row(3, 'idempotent', { operation: 'createIfNotExists' }),
      row(4, 'not-prone', { operation: 'blob container createIfNotExists' }),
    ];
    const result = run(rows, [site(1, 'race'), site(2, 'race'), site(3, 'unhandled'), site(4, 'race')]);
    assert.deepEqual(marked(result), [3, 4]);
    assert.equal(result.extras.length, 0);
  });

  it('leaves wrapper, fresh-id, other-file and ambiguous rows out of both rates', () => {
    const rows = [
      row(1, 'unhandled', { note: 'wrapper' }),
      row(2, 'idempotent', { note: 'fresh-id' }),
      row(3, 'handled', { where: 'other-file' }),
      row(4, 'ambiguous'),
    ];
    const result = run(
      rows,
      [1, 2, 3, 4].map((line) => site(line, 'unhandled')),
    );
    const r = rates('x', result);
    assert.deepEqual([r.prone, r.safe, r.extra, r.recall, r.falseMarks], [0, 0, 0, undefined, undefined]);
    assert.deepEqual(
      apart(result).map((a) => [a.rows, a.marked]),
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [0, 0],
      ],
    );
  });

  it('takes a mark at an alternative line', () => {
    const result = run([row(5, 'unhandled', { alt_lines: [8] })], [site(8, 'unhandled')]);
    assert.deepEqual(marked(result), [5]);
    assert.equal(result.extras.length, 0);
  });

  it('credits a mark on a shared line to the prone rows alone', () => {
    const rows = [
      row(1, 'unhandled', { alt_lines: [9] }),
      row(2, 'idempotent', { alt_lines: [9] }),
      row(3, 'unhandled', { alt_lines: [9] }),
    ];
    assert.deepEqual(marked(run(rows, [site(9, 'unhandled')])), [1, 3]);
    assert.deepEqual(marked(run(rows, [site(1, 'unhandled')])), [1]);
    assert.deepEqual(marked(run(rows, [site(2, 'unhandled')])), [2]);
  });

  it('counts one mark on a line of several safe rows once', () => {
    const rows = [row(1, 'handled', { where: 'same-file', alt_lines: [9] }), row(2, 'not-prone', { alt_lines: [9] })];
    assert.deepEqual(marked(run(rows, [site(9, 'unhandled')])), [1]);
  });

  it('counts a mark without a row as false in complete files only, until it is judged', () => {
    const other = { path: 'src/b.ts', complete_file: false };
    const sites = new Map([
      [KEY, [site(7, 'unhandled'), site(8, 'unhandled'), site(9, 'handled'), site(10, 'unhandled')]],
      ['o/r:src/b.ts', [site(7, 'unhandled')]],
    ]);
    const judged: Judgement[] = [
      { repo: 'o/r', path: 'src/a.ts', line: 8, judgement: 'prone', why: 'a create the labels miss' },
      { repo: 'o/r', path: 'src/a.ts', line: 10, judgement: 'safe', why: 'a read' },
    ];
    const result = score([row(1, 'not-prone'), row(2, 'handled'), row(1, 'not-prone', other)], sites, judged);
    assert.deepEqual(
      result.extras.map((e) => e.site.line),
      [7, 8, 10],
    );
    const r = rates('x', result);
    assert.deepEqual([r.extra, r.judgedRight, r.marked, r.safe], [2, 1, 0, 3]);
    assert.equal(r.falseMarks, 2 / 3);
  });

  it('scores the certain marks alone', () => {
    const rows = [row(1, 'unhandled'), row(2, 'unhandled'), row(3, 'not-prone')];
    const sites = new Map([
      [
        KEY,
        [site(1, 'unhandled'), site(2, 'unhandled', { certainty: 'likely' }), site(3, 'race', { certainty: 'likely' })],
      ],
    ]);
    const r = rates('x', score(rows, certainOnly(sites)));
    assert.deepEqual([r.recall, r.falseMarks], [0.5, 0]);
  });

  it('leaves rows judged to have far evidence out of the near rate only', () => {
    const judged: Judgement[] = [{ repo: 'o/r', path: 'src/a.ts', line: 2, judgement: 'far', why: 'two imports away' }];
    const result = run([row(1, 'unhandled'), row(2, 'unhandled')], [site(1, 'unhandled')], judged);
    assert.equal(nearRates(result, judged).recall, 1);
    assert.equal(rates('x', result).recall, 0.5);
  });
});

describe('accuracy: reading labels', () => {
  it('reads one object a line and names the line that is wrong', () => {
    const text = `${JSON.stringify(row(1, 'handled'))}\n\n`;
    assert.deepEqual(parseRows(text), [row(1, 'handled')]);
    assert.throws(() => parseRows(`${text}{`), /line 3: not JSON/);
    assert.throws(() => parseRows('{"repo":"o/r"}'), /line 1: no labelled row/);
    assert.throws(() => parseJudgements('{"repo":"o/r","path":"a","line":1,"judgement":"fine","why":""}'), /line 1/);
  });
});
