/** What comes by the admin address, checked: faults, seeds, settings. */
import { parseOperation } from '../catalog/operation.js';
import { answerOfRule } from './answers.js';
import type { Json } from './family.js';
import type { FaultRequest } from './faults.js';
import { type Otherwise, refusesOtherwise, type Settings } from './options.js';
import { isJson } from './request.js';

const FAULT_FIELDS = [
  'on',
  'times',
  'after',
  'answer',
  'retryAfter',
  'delayMs',
  'hold',
  'holdMs',
  'otherWriter',
  'otherCreates',
  'carriedOut',
];

/** @throws Error that says what is wrong with it */
export function faultFrom(value: unknown): FaultRequest {
  if (!isJson(value) || typeof value['on'] !== 'string') throw new Error('A fault needs "on": "POST /subscriptions".');
  const unknown = Object.keys(value).filter((name) => !FAULT_FIELDS.includes(name));
  if (unknown.length > 0) throw new Error(`A fault has no ${unknown.join(', ')}; it has ${FAULT_FIELDS.join(', ')}.`);
  parseOperation(value['on']);
  const { times, answer } = value;
  if (times !== undefined && times !== 'always' && !(typeof times === 'number' && times > 0))
    throw new Error('"times" is a number above 0, or "always".');
  if (isJson(answer) && typeof answer['rule'] === 'string')
    answerOfRule(answer['rule'], typeof answer['status'] === 'number' ? answer['status'] : undefined);
  else if (answer !== undefined && !(isJson(answer) && typeof answer['status'] === 'number'))
    throw new Error('"answer" is { rule } of the catalog, or { status, code, message }.');
  return { ...value, on: value['on'] } as FaultRequest;
}

/** @throws Error that says what is wrong */
export function settingsFrom(value: Json, before: Settings): Settings {
  const next = { ...before };
  if ('mode' in value) {
    if (value['mode'] !== 'api' && value['mode'] !== 'portal') throw new Error('"mode" is "api" or "portal".');
    next.mode = value['mode'];
  }
  if ('pageSize' in value) {
    if (typeof value['pageSize'] !== 'number' || value['pageSize'] < 1) throw new Error('"pageSize" is 1 or more.');
    next.pageSize = Math.floor(value['pageSize']);
  }
  if ('busyMs' in value) next.busyMs = typeof value['busyMs'] === 'number' ? value['busyMs'] : undefined;
  if ('otherwise' in value) {
    if (!isJson(value['otherwise'])) throw new Error('"otherwise" is an object: { "graph/list-exists": 400 }.');
    next.otherwise = checkedOtherwise(value['otherwise'] as Record<string, Otherwise>);
  }
  return next;
}

/** @throws Error when a scenario has no other behaviour */
export function checkedOtherwise(otherwise: Readonly<Record<string, Otherwise>>): Readonly<Record<string, Otherwise>> {
  for (const [rule, wanted] of Object.entries(otherwise)) {
    const why = refusesOtherwise(rule, wanted);
    if (why) throw new Error(why);
  }
  return otherwise;
}
