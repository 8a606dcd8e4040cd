/**
 * Short spellings for the tables in `scenarios/`: rows of operations under several roots, costs and timelines. Nothing
 * here knows a scenario.
 */
import type { Cost, Level, OperationRow, RemedyId, RemedyRow, Step, Timeline } from './types.js';

/** A person's resources, for the signed-in user and for a named one. */
export const USERS = ['/me', '/users/{}'];

/** Every place a drive is reached from. */
export const DRIVES = [
  '/drives/{}',
  '/me/drive',
  '/me/drives/{}',
  '/users/{}/drive',
  '/users/{}/drives/{}',
  '/groups/{}/drive',
  '/groups/{}/drives/{}',
  '/sites/{}/drive',
  '/sites/{}/drives/{}',
];

/** A single item of a drive. Items addressed by path are spelled `/items/{}` (see operation.ts). */
export const DRIVE_ITEMS = expand(DRIVES, ['/items/{}', '/root', '/special/{}']);

/** Every prefix followed by every suffix, prefixes first. */
export function expand(prefixes: string[], suffixes: string | string[]): string[] {
  return prefixes.flatMap((prefix) => [suffixes].flat().map((suffix) => prefix + suffix));
}

type RowTraits = Omit<OperationRow, 'op' | 'marks'>;

/** Rows that are marked when unhandled (when the request carries what `traits.needs` names). */
export function marked(methods: string, paths: string | string[], traits: RowTraits = {}): OperationRow[] {
  return rows(methods, paths, true, traits);
}

/** Rows that only belong to the explanation. */
export function explained(methods: string, paths: string | string[], traits: RowTraits = {}): OperationRow[] {
  return rows(methods, paths, false, traits);
}

/** @param methods one or several, joined by `|` */
function rows(methods: string, paths: string | string[], marks: boolean, traits: RowTraits): OperationRow[] {
  return methods.split('|').flatMap((m) => [paths].flat().map((path) => ({ op: `${m} ${path}`, marks, ...traits })));
}

const LEVELS: Record<string, Level> = { '-': 'none', l: 'low', m: 'medium', h: 'high' };

/**
 * A remedy and what it costs.
 * @param levels latency, complexity, duplicate side effects, throttling: four of `-` none, `l` low, `m` medium, `h` high
 */
export function remedy(id: RemedyId, levels: string, text: string, note?: string): RemedyRow {
  return { id, text, cost: cost(levels, note) };
}

/** A remedy that people try and that cannot help here; `text` says why. */
export function useless(id: RemedyId, levels: string, text: string, note?: string): RemedyRow {
  return { ...remedy(id, levels, text, note), cannotHelp: true };
}

function cost(levels: string, note: string | undefined): Cost {
  const [latency, complexity, duplicateSideEffects, throttling, ...more] = [...levels].map((c) => LEVELS[c]);
  if (!latency || !complexity || !duplicateSideEffects || !throttling || more.length > 0) {
    throw new Error(`"${levels}": four of - l m h are wanted`);
  }
  return { latency, complexity, duplicateSideEffects, throttling, ...(note ? { note } : {}) };
}

const ARROWS: Record<string, Step['kind']> = { '->': 'request', '=>': 'answer', 'x>': 'error', '..': 'note' };
const STEP = /^(.+?) (->|=>|x>|\.\.) (.+?): (.+)$/;

/**
 * A sequence of messages, one a line: `Run 1 -> Graph: POST /subscriptions`. The arrows are `->` request, `=>` answer,
 * `x>` answer that is an error, `..` note. A label that begins with a number gives the status.
 * @param actors from left to right, separated by commas
 * @throws Error when a line is malformed or names an actor that is not listed
 */
export function timeline(actors: string, lines: string): Timeline {
  const names = actors.split(',').map((a) => a.trim());
  const steps = lines
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .map((line) => step(line, names));
  return { actors: names, steps };
}

function step(line: string, actors: string[]): Step {
  const [, from = '', arrow = '', to = '', label = ''] = STEP.exec(line) ?? [];
  const kind = ARROWS[arrow];
  if (!kind || !actors.includes(from) || !actors.includes(to)) throw new Error(`malformed step "${line}"`);
  const status = /^([1-5]\d\d)\b/.exec(label)?.[1];
  return { from, to, label, kind, ...(status && kind !== 'request' ? { status: Number(status) } : {}) };
}
