/** Draws the sequence as wide as there is room, and steps through it: by buttons, by keys, or by itself. */
import { layOut } from '../diagram.js';
import type { TimelineView } from '../protocol.js';
import { drawing, firstStep, stepText } from '../view/sequence.js';
import type { Say } from '../words.js';
import { fill, setText } from './dom.js';

/** How long a step stays while it plays, in milliseconds. */
const STEP_MS = 1800;

/** The font of the drawing, as in the style sheet. */
const FONT_SIZE = 12;

export class Player {
  private step: number;
  private timer: number | undefined;
  private width = 0;
  private readonly resized: ResizeObserver;

  /** @param moved is told the step whenever it changes */
  constructor(
    private readonly timeline: TimelineView,
    private readonly say: Say,
    step: number | undefined,
    private readonly moved: (step: number) => void,
  ) {
    this.step = Math.min(Math.max(1, step ?? firstStep(timeline)), timeline.steps.length);
    this.draw();
    this.resized = new ResizeObserver(() => this.draw());
    const room = document.getElementById('drawing');
    if (room) this.resized.observe(room);
  }

  /** One step on or back; stops playing. */
  by(steps: number): void {
    this.stop();
    this.to(this.step + steps);
  }

  /** Plays from here, from the beginning where it is at its end; or stops. */
  toggle(): void {
    if (this.timer !== undefined) {
      this.stop();
      return;
    }
    if (this.step >= this.timeline.steps.length) this.to(1);
    setText('play', this.say('pause'));
    this.timer = window.setInterval(() => {
      this.to(this.step + 1);
      if (this.step >= this.timeline.steps.length) this.stop();
    }, STEP_MS);
  }

  /** Answers a key in the figure. Returns true for one that it knows. */
  key(key: string, onButton: boolean): boolean {
    const last = this.timeline.steps.length;
    if (key === 'ArrowRight') this.by(1);
    else if (key === 'ArrowLeft') this.by(-1);
    else if (key === 'Home') this.by(-last);
    else if (key === 'End') this.by(last);
    else if (key === ' ' && !onButton) this.toggle();
    else return false;
    return true;
  }

  dispose(): void {
    this.stop();
    this.resized.disconnect();
  }

  private stop(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
    setText('play', this.say('play'));
  }

  private to(step: number): void {
    this.step = Math.min(Math.max(1, step), this.timeline.steps.length);
    this.show();
    this.moved(this.step);
  }

  private draw(): void {
    const room = document.getElementById('drawing');
    if (!room || room.clientWidth === this.width) return;
    this.width = room.clientWidth;
    fill('drawing', drawing(layOut(this.timeline, this.width, measure()), this.say('clashes')));
    this.show();
  }

  /** Marks what is past, current and to come. */
  private show(): void {
    for (const group of document.querySelectorAll('#drawing .step')) {
      const number = Number(group.getAttribute('data-step'));
      group.classList.toggle('current', number === this.step);
      group.classList.toggle('to-come', number > this.step);
    }
    const current = this.timeline.steps[this.step - 1];
    setText('position', this.say('stepOf', this.step, this.timeline.steps.length));
    setText('caption', current ? stepText(current, this.say) : '');
  }
}

function measure(): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * FONT_SIZE * 0.6;
  context.font = `${FONT_SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width;
}
