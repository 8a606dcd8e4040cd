/** The back-off plot: its controls, each wait as a bar, and what a hundred clients send together. */
import { LIMITS, load, total, type Wait, waits } from '../back-off.js';
import { h, type Node } from '../node.js';
import type { BackOffSettings } from '../protocol.js';
import type { Say } from '../words.js';

const PLOT = { width: 420, height: 150, left: 8, right: 8, top: 18, bottom: 22 };

type Slider = keyof typeof LIMITS;

/** The section. Its controls stay; `#waits` is drawn anew by `plot`. */
export function plotSection(settings: BackOffSettings, retryAfter: boolean, say: Say): Node {
  const sliders: Slider[] = ['base', 'factor', 'cap', 'attempts', ...(retryAfter ? (['retryAfter'] as const) : [])];
  return h(
    'section',
    { id: 'back-off', 'aria-labelledby': 'back-off-title' },
    h('h2', { id: 'back-off-title' }, say('backOff')),
    h(
      'div',
      { class: 'back-off' },
      h(
        'div',
        { class: 'controls' },
        sliders.map((name) => slider(name, settings, say)),
        jitter(settings, say),
      ),
      h('div', { id: 'waits', class: 'plots' }),
    ),
  );
}

function slider(name: Slider, settings: BackOffSettings, say: Say): Node {
  const { min, max, step } = LIMITS[name];
  return h(
    'div',
    { class: 'control' },
    h('label', { for: `set-${name}` }, say(name)),
    h('input', {
      id: `set-${name}`,
      type: 'range',
      'data-setting': name,
      min,
      max,
      step,
      value: settings[name],
      'aria-valuetext': settingText(name, settings, say),
    }),
    h('output', { id: `is-${name}`, for: `set-${name}` }, settingText(name, settings, say)),
  );
}

/** A setting as it is shown beside its slider. */
export function settingText(name: Slider, settings: BackOffSettings, say: Say): string {
  const value = String(settings[name]);
  return name === 'factor' ? `× ${value}` : name === 'attempts' ? value : say('seconds', value);
}

function jitter({ jitter: chosen }: BackOffSettings, say: Say): Node {
  const names = { none: 'jitterNone', equal: 'jitterEqual', full: 'jitterFull' } as const;
  return h(
    'div',
    { class: 'control' },
    h('label', { for: 'set-jitter' }, say('jitter')),
    h(
      'select',
      { id: 'set-jitter', 'data-setting': 'jitter' },
      (Object.keys(names) as (keyof typeof names)[]).map((name) =>
        h('option', { value: name, selected: name === chosen }, say(names[name])),
      ),
    ),
  );
}

/** What follows from the settings: two pictures and two sentences. */
export function plot(settings: BackOffSettings, say: Say): Node {
  const all = waits(settings);
  const seconds = load(settings);
  const sums = total(settings);
  const peak = Math.max(0, ...seconds.slice(1));
  return h(
    'div',
    {},
    waitsPicture(all, settings, say),
    h(
      'ol',
      { class: 'unseen' },
      all.map((wait, index) => h('li', {}, say('wait', index + 1, range(wait, say)))),
    ),
    h('p', { role: 'status' }, say('total', say('seconds', short(sums.most)), say('seconds', short(sums.mean)))),
    clientsPicture(seconds, say),
    h('p', {}, say('clients', peak, seconds.at(-1) ?? 0)),
  );
}

function waitsPicture(all: readonly Wait[], { cap, retryAfter }: BackOffSettings, say: Say): Node {
  const { width, height, left, right, top, bottom } = PLOT;
  const floor = height - bottom;
  const highest = Math.max(0.001, ...all.map(({ most }) => most));
  const y = (seconds: number) => Math.round((floor - ((floor - top) * seconds) / highest) * 10) / 10;
  const room = (width - left - right) / all.length;
  const bars = all.map((wait, index) => {
    const x = Math.round((left + room * (index + 0.15)) * 10) / 10;
    const barWidth = Math.round(room * 0.7 * 10) / 10;
    return h(
      'g',
      {},
      h('rect', { class: 'wait-most', x, y: y(wait.most), width: barWidth, height: Math.max(0, floor - y(wait.most)) }),
      h('rect', {
        class: 'wait-least',
        x,
        y: y(wait.least),
        width: barWidth,
        height: Math.max(0, floor - y(wait.least)),
      }),
      h('text', { x: x + barWidth / 2, y: height - 6 }, brief(wait)),
    );
  });
  const line = (at: number, name: string, label: string) =>
    at > 0 &&
    at <= highest &&
    h(
      'g',
      { class: name },
      h('line', { x1: left, x2: width - right, y1: y(at), y2: y(at) }),
      h('text', { class: 'line-name', x: left + 2, y: y(at) - 4 }, label),
    );
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say('waitsPicture') },
    bars,
    h('line', { class: 'floor', x1: left, x2: width - right, y1: floor, y2: floor }),
    line(cap, 'line-cap', `${say('cap')} ${say('seconds', cap)}`),
    line(retryAfter, 'line-asked', `${say('retryAfter')} ${say('seconds', retryAfter)}`),
  );
}

function clientsPicture(seconds: readonly number[], say: Say): Node {
  const height = 60;
  const { width, left, right } = PLOT;
  const floor = height - 14;
  const highest = Math.max(1, ...seconds);
  const room = (width - left - right) / Math.max(seconds.length, 10);
  return h(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': say('clientsPicture') },
    seconds.map((count, index) => {
      const tall = Math.round(((floor - 4) * count * 10) / highest) / 10;
      const x = Math.round((left + room * index) * 10) / 10;
      return h('rect', {
        class: 'requests',
        x,
        y: floor - tall,
        width: Math.max(1, Math.round((room - 1) * 10) / 10),
        height: tall,
      });
    }),
    h('line', { class: 'floor', x1: left, x2: width - right, y1: floor, y2: floor }),
    h('text', { class: 'line-name', x: left, y: height - 2 }, say('seconds', 0)),
    h('text', { class: 'line-end', x: width - right, y: height - 2 }, say('seconds', seconds.length - 1)),
  );
}

function range({ least, most }: Wait, say: Say): string {
  return least === most ? say('seconds', short(most)) : say('between', short(least), short(most));
}

function brief({ least, most }: Wait): string {
  return least === most ? short(most) : `${short(least)}–${short(most)}`;
}

/** Seconds with one decimal, where it tells something. */
function short(seconds: number): string {
  return seconds >= 10 ? String(Math.round(seconds)) : String(Math.round(seconds * 10) / 10);
}
