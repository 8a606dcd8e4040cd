/** The drawn sequences of all scenarios, in both languages and at several widths: nothing clipped, nothing covered. */
import assert from 'node:assert/strict';
import { scenarios } from '../../src/catalog/index.js';
import { scenarioView } from '../../src/explain/scenario-view.js';
import { english, translator } from '../../src/l10n/t.js';
import { type Box, broken, type Diagram, type Label, LINE_HEIGHT, layOut } from '../../src/panel/diagram.js';
import { textOf } from '../helpers/repository.js';

/** Wider than the text is in any of the fonts of editors. */
const measure = (text: string): number => text.length * 7.2;

const german = translator(JSON.parse(textOf('l10n/bundle.l10n.de.json')));

const boxOf = ({ x, y, lines }: Label): Box => {
  const width = Math.max(...lines.map(measure));
  return { x: x - width / 2, y: y - LINE_HEIGHT + 4, width, height: lines.length * LINE_HEIGHT };
};

const apart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

function faults(diagram: Diagram): string[] {
  const { width, height, actors, steps, top } = diagram;
  const out: string[] = [];
  const labels = [...actors, ...steps].map(({ label }) => ({ name: label.lines.join(' '), box: boxOf(label) }));
  for (const [index, { name, box }] of labels.entries()) {
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      out.push(`"${name}" is clipped`);
    for (const other of labels.slice(index + 1))
      if (!apart(box, other.box)) out.push(`"${name}" covers "${other.name}"`);
    for (const { arrow } of steps) {
      if (!arrow) continue;
      const line = {
        x: Math.min(arrow.from, arrow.to),
        y: arrow.y - 1,
        width: Math.abs(arrow.to - arrow.from),
        height: 2,
      };
      if (!apart(box, line)) out.push(`an arrow crosses "${name}"`);
    }
  }
  for (const { box } of actors) {
    if (box.x < 0 || box.x + box.width > width) out.push('the head of an actor is clipped');
    if (box.y + box.height > top) out.push('the head of an actor reaches below the beginning of its line');
  }
  for (const { label, arrow } of steps) {
    const text = boxOf(label);
    // A label stays between its two lines.
    if (!arrow) continue;
    if (text.x < Math.min(arrow.from, arrow.to) || text.x + text.width > Math.max(arrow.from, arrow.to))
      out.push(`"${label.lines.join(' ')}" is wider than its arrow`);
  }
  return out;
}

describe('the sequence diagrams', () => {
  const drawn = scenarios.filter(({ timeline }) => timeline);

  it('exist for all scenarios but the one that only says what 409 means', () => {
    assert.deepEqual(
      scenarios.filter(({ timeline }) => !timeline).map(({ id }) => id),
      ['graph/what-409-means'],
    );
  });

  for (const [language, t] of [
    ['English', english],
    ['German', german],
  ] as const)
    for (const width of [320, 480, 900])
      it(`have room for everything in ${language} at ${width} px`, () => {
        for (const scenario of drawn) {
          const { timeline } = scenarioView(scenario, t, () => []);
          assert.ok(timeline);
          const diagram = layOut(timeline, width, measure);
          assert.deepEqual(faults(diagram), [], scenario.id);
          assert.equal(diagram.steps.length, timeline.steps.length);
        }
      });

  it('keep every sign of a text that is broken', () => {
    for (const text of ['PATCH /subscriptions/7f1c… (expirationDateTime)', 'a'.repeat(50), '', 'one two']) {
      const lines = broken(text, 60, measure);
      assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const line of lines) assert.ok(measure(line) <= 60, line);
    }
  });
});
