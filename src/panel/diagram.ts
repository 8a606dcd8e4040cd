/**
 * Where everything of a sequence diagram stands, for a given width. Pure: the width of texts is measured by the caller.
 * Each step has a row of its own, so nothing can cover anything else; texts are broken to the room they have.
 */
import type { StepView, TimelineView } from './protocol.js';

/** Width of a text in the diagram's font, in pixels. */
export type Measure = (text: string) => number;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Lines of text, centred at x; y is the base line of the first one. */
export interface Label {
  x: number;
  y: number;
  lines: string[];
}

export interface ActorShape {
  box: Box;
  label: Label;
  /** The life line goes straight down from here. */
  x: number;
}

/** A message between two actors: an arrow under its label. A note is a box instead. */
export interface StepShape {
  kind: StepView['kind'];
  label: Label;
  arrow?: { from: number; to: number; y: number };
  box?: Box;
  /** All of the row, which lights up for the step that is spoken of. */
  row: Box;
}

export interface Diagram {
  width: number;
  height: number;
  /** Where the life lines begin and end. */
  top: number;
  bottom: number;
  actors: ActorShape[];
  steps: StepShape[];
}

export const LINE_HEIGHT = 16;
const EDGE = 4;
const HEAD_PADDING = 6;
const NOTE_PADDING = 8;
/** Room between a label and the life lines beside it. */
const LABEL_GAP = 8;
const ROW_GAP = 6;

/** Lays a sequence out. @param width in pixels; narrower than it can be drawn it is drawn as wide as it needs */
export function layOut(timeline: TimelineView, width: number, measure: Measure): Diagram {
  const { actors: names } = timeline;
  const wide = Math.max(width, names.length * 96);
  const pitch = (wide - 2 * EDGE) / names.length;
  const laneOf = new Map(names.map((name, index) => [name, EDGE + pitch * (index + 0.5)]));
  const heads = names.map((name) => broken(name, pitch - 2 * EDGE - 2 * HEAD_PADDING, measure));
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * LINE_HEIGHT + 2 * HEAD_PADDING;
  const actors = names.map((name, index) => actor(laneOf.get(name) ?? 0, heads[index] ?? [], headHeight, measure));
  const top = headHeight + EDGE;
  let y = top + ROW_GAP;
  const steps = timeline.steps.map((step) => {
    const from = laneOf.get(step.from) ?? 0;
    const to = laneOf.get(step.to) ?? 0;
    const shape = step.kind === 'note' || from === to ? note(step, from, to, y) : message(step, from, to, y);
    y += shape.row.height;
    return shape;
  });
  const bottom = y + ROW_GAP;
  return { width: wide, height: bottom + EDGE, top, bottom, actors, steps };

  function message(step: StepView, from: number, to: number, at: number): StepShape {
    const lines = broken(step.label, Math.abs(to - from) - 2 * LABEL_GAP, measure);
    const line = at + ROW_GAP + lines.length * LINE_HEIGHT + 4;
    return {
      kind: step.kind,
      label: { x: (from + to) / 2, y: at + ROW_GAP + LINE_HEIGHT - 4, lines },
      arrow: { from, to, y: line },
      row: { x: 0, y: at, width: wide, height: line + 8 - at },
    };
  }

  function note(step: StepView, from: number, to: number, at: number): StepShape {
    const room = Math.max(pitch, Math.abs(to - from)) * 1.5;
    const lines = broken(step.label, Math.min(room, wide - 2 * EDGE) - 2 * NOTE_PADDING, measure);
    const boxWidth = Math.max(...lines.map(measure)) + 2 * NOTE_PADDING;
    const x = Math.min(Math.max((from + to - boxWidth) / 2, EDGE), wide - EDGE - boxWidth);
    const box: Box = { x, y: at + ROW_GAP, width: boxWidth, height: lines.length * LINE_HEIGHT + 8 };
    return {
      kind: 'note',
      label: { x: x + boxWidth / 2, y: box.y + LINE_HEIGHT, lines },
      box,
      row: { x: 0, y: at, width: wide, height: box.height + 2 * ROW_GAP },
    };
  }
}

function actor(x: number, lines: string[], height: number, measure: Measure): ActorShape {
  const width = Math.max(...lines.map(measure)) + 2 * HEAD_PADDING + 8;
  const box = { x: x - width / 2, y: EDGE / 2, width, height };
  const y = box.y + (height - lines.length * LINE_HEIGHT) / 2 + LINE_HEIGHT - 4;
  return { x, box, label: { x, y, lines } };
}

/** A text in lines that are no wider than the room, broken at spaces, within words behind signs, and at last anywhere. */
export function broken(text: string, room: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(/(?<=\s)|(?<=[/._=,-])(?=\w)|(?=\()/)) {
    if (measure((line + piece).trimEnd()) <= room) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece;
    while (measure(line.trimEnd()) > room && line.length > 1) {
      const fits = longest(line, room, measure);
      lines.push(line.slice(0, fits));
      line = line.slice(fits);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length > 0 ? lines : [''];
}

/** How many signs of a text fit, one at least. */
function longest(text: string, room: number, measure: Measure): number {
  let count = 1;
  while (count < text.length && measure(text.slice(0, count + 1)) <= room) count++;
  return count;
}
