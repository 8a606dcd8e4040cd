/** The sequence diagram as SVG, with its controls. What is current is said by classes, which the player moves on. */
import { type Diagram, type Label, LINE_HEIGHT, type StepShape } from '../diagram.js';
import { button, h, type Node } from '../node.js';
import type { StepView, TimelineView } from '../protocol.js';
import type { Say } from '../words.js';

/** Length and half the width of the head of an arrow. */
const HEAD = { length: 9, half: 4.5 };

/** A step in words, for the caption and for those who do not see the picture. */
export function stepText(step: StepView, say: Say): string {
  return say(step.kind, step.from, step.to, step.label);
}

/** The step shown at first: the refusal, since that is what it is about. From 1. */
export function firstStep({ steps }: TimelineView): number {
  const refused = steps.findIndex(({ kind }) => kind === 'error');
  return refused < 0 ? steps.length : refused + 1;
}

/** The section; the drawing goes into its `#drawing`, as wide as that is. */
export function sequenceSection(timeline: TimelineView, say: Say): Node {
  return h(
    'section',
    { id: 'sequence', 'aria-labelledby': 'sequence-title' },
    h('h2', { id: 'sequence-title' }, say('clashes')),
    h(
      'div',
      {
        class: 'figure',
        id: 'figure',
        role: 'group',
        tabindex: 0,
        'aria-labelledby': 'sequence-title',
        'aria-describedby': 'keys',
      },
      h('div', { id: 'drawing', class: 'drawing' }),
      h(
        'ol',
        { class: 'unseen' },
        timeline.steps.map((step) => h('li', {}, stepText(step, say))),
      ),
      h(
        'div',
        { class: 'player' },
        button('play', '', { class: 'primary', id: 'play' }, say('play')),
        button('step', -1, { class: 'step-button', 'aria-label': say('back'), title: say('back') }, '‹'),
        h('span', { class: 'position', id: 'position' }),
        button('step', 1, { class: 'step-button', 'aria-label': say('next'), title: say('next') }, '›'),
        h('p', { class: 'caption', id: 'caption', role: 'status' }),
      ),
      h('p', { id: 'keys', class: 'unseen' }, say('keys')),
    ),
  );
}

/** The picture. */
export function drawing(diagram: Diagram, name: string): Node {
  const { width, height, top, bottom, actors, steps } = diagram;
  return h(
    'svg',
    {
      class: 'sequence',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: round(width),
      height: round(height),
      role: 'img',
      'aria-label': name,
    },
    // Under everything else, so that no life line is covered.
    steps.map(({ row }, index) => h('g', { class: 'step', 'data-step': index + 1 }, rect('row', row, 0))),
    actors.map(({ x }) => h('line', { class: 'life', x1: round(x), x2: round(x), y1: top, y2: round(bottom) })),
    actors.map(({ box, label }) => h('g', { class: 'actor' }, rect('head', box, 3), texts(label))),
    steps.map((step, index) => stepGroup(step, index + 1)),
  );
}

function stepGroup(step: StepShape, number: number): Node {
  return h(
    'g',
    { class: `step step-${step.kind}`, 'data-step': number },
    step.box && rect('note', step.box, 8),
    step.arrow && arrow(step.arrow),
    texts(step.label),
  );
}

function arrow({ from, to, y }: { from: number; to: number; y: number }): Node {
  const back = to > from ? -HEAD.length : HEAD.length;
  const points = `${round(to)},${y} ${round(to + back)},${y - HEAD.half} ${round(to + back)},${y + HEAD.half}`;
  return h(
    'g',
    {},
    h('line', { class: 'shaft', x1: round(from), x2: round(to + back), y1: y, y2: y, pathLength: 100 }),
    h('polygon', { class: 'tip', points }),
  );
}

function rect(
  name: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  corner: number,
): Node {
  return h('rect', { class: name, x: round(x), y: round(y), width: round(width), height: round(height), rx: corner });
}

function texts({ x, y, lines }: Label): Node[] {
  return lines.map((line, index) => h('text', { x: round(x), y: round(y + index * LINE_HEIGHT) }, line));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
