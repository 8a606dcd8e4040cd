/** The script of the explainer panel: shows what the extension sends, and asks it for what only the extension can do. */
import { limited, usual } from '../back-off.js';
import { h } from '../node.js';
import {
  type BackOffSettings,
  type Entry,
  FIRST_ID,
  type HereView,
  isPanelState,
  type Message,
  type PanelState,
  type Request,
  readMessage,
  type ScenarioView,
} from '../protocol.js';
import { isPasted, search } from '../search.js';
import { elsewhere, explanation } from '../view/explanation.js';
import { heading } from '../view/heading.js';
import { entryList, navigation } from '../view/navigation.js';
import { plot, settingText } from '../view/plot.js';
import { CHOSEN_ID, changeView, chosenText, remediesSection, WAITING } from '../view/remedies.js';
import { type Say, sayer } from '../words.js';
import { fill, made, replace, setText } from './dom.js';
import { Player } from './player.js';

declare function acquireVsCodeApi(): {
  postMessage(message: Request): void;
  getState(): unknown;
  setState(state: PanelState): void;
};

const editor = acquireVsCodeApi();
const kept = editor.getState();

let say: Say = sayer({});
let entries: Entry[] = [];
let scenario: ScenarioView | undefined;
let here: HereView = { places: [], counts: {} };
let state: PanelState | undefined = isPanelState(kept) ? kept : undefined;
let player: Player | undefined;
let forgetting: number | undefined;
let comparing: number | undefined;
/** What the extension made of a pasted error. */
let decoded: { text: string; rules: readonly string[] } | undefined;

/** Room behind a mark that is scrolled to, in pixels. */
const MARK_ROOM = 24;

/** How long a slider has to rest, in milliseconds. */
const SETTLE_MS = 250;

/** How long a message stays, in milliseconds. */
const SAID_MS = 6000;

/** What each message changes. */
const receivers: { [T in Message['type']]: (message: Extract<Message, { type: T }>) => void } = {
  start(message) {
    say = sayer(message.words);
    document
      .getElementById('panel')
      ?.replaceChildren(
        made(navigation(say)),
        made(h('main', { id: 'main', 'aria-label': say('explanation') })),
        made(h('p', { id: 'said', class: 'said', role: 'status' })),
      );
  },
  // Comes when the scenario is drawn already: nobody looks for another one before.
  list(message) {
    ({ entries } = message);
    listEntries();
    showCurrentEntry();
  },
  show(message) {
    const isOther = scenario !== undefined && scenario.id !== message.scenario.id;
    ({ scenario, here } = message);
    // A step belongs to its scenario; how one wants to wait does not.
    const { rule, step, backOff } = state ?? {};
    keep({
      ...(step !== undefined && rule === scenario.id && { step }),
      ...(backOff && { backOff }),
      ...message.state,
    });
    showScenario();
    listEntries();
    showCurrentEntry();
    if (!isOther) return;
    window.scrollTo({ top: 0 });
    document.getElementById('title')?.focus({ preventScroll: true });
  },
  here(message) {
    const before = here;
    ({ here } = message);
    if (!scenario) return;
    if (state && message.call) keep({ ...state, call: message.call });
    const focused = focusedAction();
    // What is the same stays as it is: a comparison that was opened, a place that was scrolled to.
    if (!same(before.call, here.call)) {
      replace('about', heading(scenario, here.call, say));
      replace('remedies', remediesSection(scenario, here.call, settings(), say));
    }
    if (!same(before.places, here.places)) replace('elsewhere', elsewhere(here.places, say));
    if (!same(before.counts, here.counts)) listEntries();
    if (focused && document.activeElement === document.body) document.querySelector<HTMLElement>(focused)?.focus();
  },
  change({ fix, lines }) {
    const place = document.getElementById(`change-${fix}`);
    if (!place) return;
    fill(place.id, changeView(lines, say));
    open(fix, true);
  },
  found(message) {
    decoded = message;
    listEntries();
  },
  said({ text }) {
    setText('said', text);
    window.clearTimeout(forgetting);
    forgetting = window.setTimeout(() => setText('said', ''), SAID_MS);
  },
};

/** What the buttons do. `value` is the button's own. */
const actions: Readonly<Record<string, (value: string) => void>> = {
  fold: () => foldNavigation(document.querySelector('.fold')?.getAttribute('aria-expanded') !== 'true'),
  choose(value) {
    foldNavigation(false);
    editor.postMessage({ type: 'choose', rule: value });
  },
  openCall: () => editor.postMessage({ type: 'openCall' }),
  openPlace: (value) => editor.postMessage({ type: 'openPlace', key: Number(value) }),
  apply: (value) => editor.postMessage({ type: 'apply', ...wanted(value) }),
  copyFix: (value) => editor.postMessage({ type: 'copyFix', ...wanted(value) }),
  compare(value) {
    if (document.getElementById(`change-${value}`)?.hidden === false) open(value, false);
    else editor.postMessage({ type: 'compare', ...wanted(value) });
  },
  copyExample(value) {
    const [remedy = '', index = ''] = value.split(' ');
    editor.postMessage({ type: 'copyExample', remedy, index: Number(index) });
  },
  play: () => player?.toggle(),
  step: (value) => player?.by(Number(value)),
};

function showScenario(): void {
  if (!scenario) return;
  player?.dispose();
  fill('main', explanation(scenario, here, settings(), say));
  const { timeline } = scenario;
  player = timeline && new Player(timeline, say, state?.step, (step) => state && keep({ ...state, step }));
  drawPlot();
  showMark();
  const parts = [...document.querySelectorAll('main section[id]')].map(({ id }) => id);
  editor.postMessage({ type: 'shown', rule: scenario.id, parts });
}

/** A long line is scrolled to what is marked in it. */
function showMark(): void {
  const mark = document.querySelector<HTMLElement>('mark');
  const code = mark?.closest<HTMLElement>('.code');
  if (!mark || !code) return;
  const hidden = mark.getBoundingClientRect().right - code.getBoundingClientRect().right;
  if (hidden > 0) code.scrollLeft += hidden + MARK_ROOM;
}

function listEntries(): void {
  if (entries.length === 0) return;
  const query = document.querySelector<HTMLInputElement>('#search')?.value ?? '';
  const found = decodedEntries(query) ?? search(entries, query);
  fill('entries', entryList(found, scenario?.id, here.counts, say));
  setText('found', query.trim() === '' ? '' : found.length === 0 ? say('nothingFound') : say('found', found.length));
}

/** Scrolls the list to the scenario that is shown, where the list is not folded away. */
function showCurrentEntry(): void {
  document.querySelector('.entry[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** The entries of a pasted error, best first. The extension is asked for them; until it has answered there are none. */
function decodedEntries(query: string): Entry[] | undefined {
  if (!isPasted(query)) return undefined;
  if (decoded?.text !== query) {
    decoded = { text: query, rules: [] };
    editor.postMessage({ type: 'find', text: query });
  }
  const found = decoded.rules.flatMap((rule) => entries.find(({ id }) => id === rule) ?? []);
  return found.length > 0 ? found : undefined;
}

function foldNavigation(isOpen: boolean): void {
  document.querySelector('.fold')?.setAttribute('aria-expanded', String(isOpen));
  if (isOpen) showCurrentEntry();
}

/** Shows or hides the comparison of a fix. */
function open(fix: string, isOpen: boolean): void {
  const place = document.getElementById(`change-${fix}`);
  if (place) place.hidden = !isOpen;
  document.querySelector(`[aria-controls="change-${fix}"]`)?.setAttribute('aria-expanded', String(isOpen));
}

/** A selector of the button that has the focus, to find it again in a part that was made anew. */
function focusedAction(): string | undefined {
  const { action, value } = (document.activeElement as HTMLElement | null)?.dataset ?? {};
  return action && `[data-action="${CSS.escape(action)}"][data-value="${CSS.escape(value ?? '')}"]`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function settings(): BackOffSettings {
  return limited(state?.backOff ?? usual);
}

/** A fix, with the waits that are chosen for it. */
function wanted(fix: string): { fix: string; waits?: BackOffSettings } {
  return fix === WAITING ? { fix, waits: settings() } : { fix };
}

function drawPlot(): void {
  if (scenario?.backOff) fill('waits', plot(settings(), say));
}

function changeSetting(input: HTMLInputElement | HTMLSelectElement): void {
  const name = input.dataset['setting'];
  if (name === undefined || !state) return;
  const value = name === 'jitter' ? input.value : Number(input.value);
  const next = { ...state, backOff: { ...settings(), [name]: value } };
  if (!isPanelState(next)) return;
  keep(next);
  if (name !== 'jitter') {
    const text = settingText(name as Exclude<keyof BackOffSettings, 'jitter'>, settings(), say);
    input.setAttribute('aria-valuetext', text);
    setText(`is-${name}`, text);
  }
  drawPlot();
  setText(CHOSEN_ID, chosenText(settings(), say));
  // A comparison that is open follows, once the slider rests.
  window.clearTimeout(comparing);
  if (document.getElementById(`change-${WAITING}`)?.hidden === false)
    comparing = window.setTimeout(() => editor.postMessage({ type: 'compare', ...wanted(WAITING) }), SETTLE_MS);
}

function keep(next: PanelState): void {
  state = next;
  editor.setState(next);
}

window.addEventListener('message', ({ data }) => {
  const message = readMessage(data);
  if (message) receive(message);
});

function receive<T extends Message['type']>(message: Extract<Message, { type: T }>): void {
  const receiver: (message: Extract<Message, { type: T }>) => void = receivers[message.type as T];
  receiver(message);
}

// As wide as in the style sheet, where the list comes into view.
window.matchMedia('(max-width: 640px)').addEventListener('change', showCurrentEntry);

document.addEventListener('click', (event) => {
  const target = (event.target as Element | null)?.closest<HTMLElement>('[data-action]');
  const { action, value } = target?.dataset ?? {};
  if (action !== undefined) actions[action]?.(value ?? '');
});

document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target.id === 'search') listEntries();
  else changeSetting(target);
});

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (target.id === 'search') return searchKey(event);
  if (target.closest('.entries') && /^Arrow(?:Up|Down)$/.test(key)) {
    event.preventDefault();
    const all = [...document.querySelectorAll<HTMLElement>('.entry')];
    all[all.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  }
  if (target.closest('#figure') && player?.key(key, target instanceof HTMLButtonElement)) event.preventDefault();
});

/** From the search field to what was found, and back to all. */
function searchKey(event: KeyboardEvent): void {
  const first = document.querySelector<HTMLElement>('.entry');
  if (event.key === 'ArrowDown') first?.focus();
  else if (event.key === 'Enter') first?.click();
  else return;
  event.preventDefault();
}

/** The messages that came with the page. One that is shown again after a while has old ones: it waits for new ones. */
function firstMessages(): Message[] {
  const given: unknown = JSON.parse(document.getElementById(FIRST_ID)?.textContent ?? '[]');
  const messages = (Array.isArray(given) ? given : []).map(readMessage).filter((message) => message !== undefined);
  const isOld = messages.some((message) => message.type === 'show' && state && state.rule !== message.state.rule);
  return isOld ? [] : messages;
}

for (const message of firstMessages()) receive(message);
editor.postMessage({ type: 'ready' });
