/** Cells of a notebook joined to one text: whatever the texts are, every place finds its way back. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { FileResult, Site } from '../../src/analysis/findings.js';
import { Lines } from '../../src/analysis/position.js';
import { Joined } from '../../src/extension/notebook/joined.js';
import { applyEdits } from '../../src/phrasing/apply.js';

/** A text as the editor gives it: one kind of line ends, whatever else. */
const text = fc
  .tuple(
    fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '🎉', '\ufeff', '\u2028', '*/', '`', '\t') }), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([lines, eol]) => lines.join(eol));

const texts = fc.array(text, { minLength: 1, maxLength: 5 });

/** Cells and a place in one of them: its index, and two offsets in order. */
const placed = texts.chain((cells) =>
  fc.nat(cells.length - 1).chain((index) => {
    const offset = fc.nat(cells[index]?.length ?? 0);
    return fc.tuple(offset, offset).map(([a, b]) => ({ cells, index, start: Math.min(a, b), end: Math.max(a, b) }));
  }),
);

const last = (cells: readonly string[]): string => cells.at(-1) ?? '';

/** Where a place of a cell stands in the whole, counted here by adding up. */
function offsetInWhole(cells: readonly string[], index: number, offset: number): number {
  return cells.slice(0, index).reduce((sum, cell) => sum + cell.length + 2, 0) + offset;
}

function place(of: string, start: number, end: number) {
  const lines = new Lines(of);
  const to = lines.at(end);
  return { ...lines.at(start), endLine: to.line, endColumn: to.column };
}

function resultWith(site: Partial<Site> & ReturnType<typeof place>, file: string): FileResult {
  const whole = { file, rule: 'r', trail: [], ...site } as unknown as Site;
  return { file, language: 'x', sites: [whole], problems: [{ ...site, file, message: 'm' }], stage: 'analysed' };
}

describe('cells joined to one text', () => {
  it('keep the text of each', () => {
    fc.assert(
      fc.property(placed, ({ cells, index, start, end }) => {
        const { text: whole } = new Joined(cells);
        const from = offsetInWhole(cells, index, start);
        assert.equal(whole.slice(from, from + end - start), cells[index]?.slice(start, end));
      }),
    );
  });

  it('tell in which a line stands', () => {
    fc.assert(
      fc.property(placed, ({ cells, index, start }) => {
        const joined = new Joined(cells);
        const { line } = new Lines(joined.text).at(offsetInWhole(cells, index, start));
        assert.deepEqual(joined.part(line), { index, line: new Lines(cells[index] ?? '').at(start).line });
      }),
    );
  });

  it('show in the last one what stands in it, at its place there, and nothing else', () => {
    fc.assert(
      fc.property(placed, ({ cells, index, start, end }) => {
        const joined = new Joined(cells);
        const at = place(joined.text, offsetInWhole(cells, index, start), offsetInWhole(cells, index, end));
        const { sites, problems } = joined.resultOfLast(resultWith(at, 'f'), String);
        const own = place(cells[index] ?? '', start, end);
        const shown = [...sites, ...problems].map(({ line, column, endLine, endColumn }) => {
          return { line, column, endLine, endColumn };
        });
        assert.deepEqual(shown, index === cells.length - 1 ? [own, own] : []);
      }),
    );
  });

  it('lead a trail to the cell and the line it passes', () => {
    fc.assert(
      fc.property(placed, ({ cells, index, start, end }) => {
        const joined = new Joined(cells);
        const at = place(joined.text, offsetInWhole(cells, index, start), offsetInWhole(cells, index, end));
        const home = place(joined.text, joined.start, joined.start);
        const trail = [
          { ...at, file: 'f', message: 'here' },
          { ...at, file: 'beside', message: 'there' },
        ];
        const { sites } = joined.resultOfLast(resultWith({ ...home, trail }, 'f'), (name) => `<${name}>`);
        const own = place(cells[index] ?? '', start, end);
        const file = index === cells.length - 1 ? 'f' : `<${index}>`;
        assert.deepEqual(sites[0]?.trail, [
          { ...own, file, message: 'here' },
          { ...at, file: '<beside>', message: 'there' },
        ]);
      }),
    );
  });

  it('take edits of the last one, and none of another', () => {
    fc.assert(
      fc.property(placed, text, ({ cells, index, start, end }, inserted) => {
        const joined = new Joined(cells);
        const edit = {
          start: offsetInWhole(cells, index, start),
          end: offsetInWhole(cells, index, end),
          text: inserted,
        };
        const own = joined.editsOfLast([edit]);
        if (index < cells.length - 1) {
          assert.equal(own, undefined);
          return;
        }
        const whole = applyEdits(joined.text, [edit]);
        assert.equal(applyEdits(last(cells), own ?? []), whole.slice(joined.start));
        assert.equal(whole.slice(0, joined.start), joined.text.slice(0, joined.start));
      }),
    );
  });

  it('move what is said about the statement and the edits that mend', () => {
    const joined = new Joined(['a\nb', 'c']);
    const at = { line: 4, column: 1, endLine: 4, endColumn: 2 };
    const teach = { line: 4, column: 1, helpers: [] };
    const fix = { ...at, title: 't', newText: '' };
    const result = resultWith({ ...at, teach }, 'f');
    const [problem] = result.problems;
    assert.ok(problem);
    problem.fixes = [fix, { ...fix, line: 2, endLine: 2 }];
    const { sites, problems } = joined.resultOfLast({ ...result, unread: 3 }, String);
    assert.deepEqual(sites[0]?.teach, { ...teach, line: 1 });
    assert.deepEqual(problems[0]?.fixes, [{ ...fix, line: 1, endLine: 1 }]);
  });
});
