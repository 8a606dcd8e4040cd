/** The lab's journal on the remedy cards: what a service noted without the remedy and with it, for every remedy that was run. */
import assert from 'node:assert/strict';
import { scenarios } from '../../src/catalog/index.js';
import { type JournalTable, journalsOf } from '../../src/explain/journals.js';
import recorded from '../../src/explain/journals.json' with { type: 'json' };
import { scenarioView } from '../../src/explain/scenario-view.js';
import { english } from '../../src/l10n/t.js';
import { usual } from '../../src/panel/back-off.js';
import { allNodes, type Node, textOf } from '../../src/panel/node.js';
import { explanation } from '../../src/panel/view/explanation.js';
import { sayer } from '../../src/panel/words.js';

const table = recorded as unknown as JournalTable;
const say = sayer({});
const hasClass = (node: Node, name: string): boolean => (node.attributes['class'] ?? '').split(' ').includes(name);

/** The cards of a scenario's page: for each its title, and its journals as lines of text with the class of each status. */
function cards(id: string): { title: string; lists: { name: string; lines: string[]; refused: boolean[] }[] }[] {
  const scenario = scenarios.find((one) => one.id === id);
  assert.ok(scenario, id);
  const page = explanation(
    scenarioView(scenario, english, () => []),
    { places: [], counts: {} },
    usual,
    say,
  );
  return allNodes(page)
    .filter((node) => node.tag === 'article' && hasClass(node, 'card'))
    .map((card) => {
      const inside = allNodes(card);
      const holder = inside.find((node) => hasClass(node, 'journals'));
      return {
        title: textOf(inside.find(({ tag }) => tag === 'h3') ?? ''),
        lists: (holder?.children ?? []).flatMap((child) => {
          if (typeof child === 'string') return [];
          const items = allNodes(child).filter(({ tag }) => tag === 'li');
          return {
            name: textOf(allNodes(child).find(({ tag }) => tag === 'h4') ?? ''),
            lines: items.map((item) => textOf(item).replace(/\s+/g, ' ')),
            refused: items.map((item) => allNodes(item).some((node) => hasClass(node, 'refused'))),
          };
        }),
      };
    });
}

describe('the journal of the lab on the remedy cards', () => {
  const runs = Object.entries(table).flatMap(([rule, remedies]) =>
    Object.entries(remedies).map(([remedy, rows]) => ({ rule, remedy, rows })),
  );

  it('belongs to remedies of the catalog that can help', () => {
    assert.ok(runs.length >= 40, String(runs.length));
    for (const { rule, remedy } of runs) {
      const row = scenarios.find(({ id }) => id === rule)?.remedies.find(({ id }) => id === remedy);
      assert.ok(row && row.cannotHelp !== true, `${rule} ${remedy}`);
    }
  });

  it('tells of a conflict before and of none at the end after', () => {
    for (const { rule, remedy, rows } of runs) {
      assert.ok(
        rows.before.some(([, status]) => status >= 400),
        `${rule} ${remedy}: nothing clashes before`,
      );
      assert.ok((rows.after.at(-1)?.[1] ?? 500) < 400, `${rule} ${remedy}: ends refused`);
      assert.notDeepEqual(rows.before, rows.after);
    }
  });

  it('stands on its card, each request in order, before and after', () => {
    for (const rule of Object.keys(table)) {
      const shown = cards(rule).filter(({ lists }) => lists.length > 0);
      const run = runs.filter((one) => one.rule === rule);
      assert.equal(shown.length, run.length, rule);
      const expected = run.map(({ rows }) =>
        [rows.before, rows.after].map((all) =>
          all.map(([request, status, code]) => `${request} → ${code === undefined ? status : `${status} ${code}`}`),
        ),
      );
      const found = shown.map(({ lists }) => lists.map(({ lines }) => lines));
      const sorted = (all: string[][][]) => all.map((one) => JSON.stringify(one)).sort();
      assert.deepEqual(sorted(found), sorted(expected), rule);
      for (const { title, lists } of shown) {
        assert.deepEqual(
          lists.map(({ name }) => name),
          [say('before'), say('after')],
          `${rule} ${title}`,
        );
        // The colour is not the only sign, but it must be that of the status.
        for (const { lines, refused } of lists)
          assert.deepEqual(
            refused,
            lines.map((line) => Number(/→ (\d{3})/.exec(line)?.[1]) >= 400),
            `${rule} ${title}`,
          );
      }
    }
  });

  it('is missing where no run was recorded', () => {
    const without = scenarios.find(({ id, answers }) => !(id in table) && answers.length > 0);
    assert.ok(without);
    assert.ok(cards(without.id).every(({ lists }) => lists.length === 0));
    assert.equal(journalsOf('graph/none', 'upsert'), undefined);
  });
});
