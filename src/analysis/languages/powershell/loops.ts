/** Loops. */
import type { Stmt, Val } from '../../code-model.js';
import { low, opaque, span } from '../nodes.js';
import { toTarget } from './assignments.js';
import { chain } from './pipelines.js';
import type { Reader } from './reader.js';
import { gap, peekWord } from './scan.js';

/** `( … )` around the test of a condition. */
export function parenthesised(r: Reader): Val {
  gap(r);
  if (r.at() !== '(') {
    r.damage(r.pos, r.pos + 1);
    return opaque([], r.pos, r.pos);
  }
  return r.parts.primary(r);
}

const inLoop = { inSwitch: false, inPipe: false };

export function foreachHere(r: Reader, start: number): Stmt[] {
  gap(r);
  if (/^-parallel/i.test(r.text.slice(r.pos, r.pos + 9))) r.pos += 9;
  gap(r);
  if (!r.takes('(')) r.damage(r.pos, r.pos + 1);
  gap(r);
  const target = toTarget(r.parts.primary(r));
  gap(r);
  if (/^in\b/i.test(r.text.slice(r.pos, r.pos + 3))) r.pos += 2;
  else r.damage(r.pos, r.pos + 1);
  gap(r);
  const over = chain(r);
  gap(r);
  if (!r.takes(')')) r.damage(start);
  const body = r.within(inLoop, () => r.parts.block(r));
  return [{ s: 'loop', form: 'each', init: [], step: [], over, target, body, range: span(start, r.pos) }];
}

export function forHere(r: Reader, start: number): Stmt[] {
  gap(r);
  if (!r.takes('(')) r.damage(r.pos, r.pos + 1);
  const part = (): Stmt[] => {
    gap(r);
    return r.at() === ';' || r.at() === ')' ? [] : r.parts.statement(r);
  };
  const init = part();
  gap(r);
  r.takes(';');
  const test = part();
  gap(r);
  r.takes(';');
  const step = part();
  gap(r);
  if (!r.takes(')')) r.damage(start);
  const body = r.within(inLoop, () => r.parts.block(r));
  const last = test.at(-1);
  return [
    {
      s: 'loop',
      form: 'for',
      init: [...init, ...test.slice(0, -1)],
      step,
      body,
      range: span(start, r.pos),
      ...(last?.s === 'do' ? { test: last.value } : {}),
    },
  ];
}

export function whileHere(r: Reader, start: number): Stmt[] {
  const test = parenthesised(r);
  const body = r.within(inLoop, () => r.parts.block(r));
  return [{ s: 'loop', form: 'while', init: [], step: [], test, body, range: span(start, r.pos) }];
}

export function doHere(r: Reader, start: number): Stmt[] {
  const body = r.within(inLoop, () => r.parts.block(r));
  gap(r);
  const word = low(peekWord(r));
  if (word !== 'while' && word !== 'until') {
    r.damage(start);
    return [{ s: 'loop', form: 'while', init: [], step: [], body, range: span(start, r.pos) }];
  }
  r.pos += word.length;
  const tested = parenthesised(r);
  const { range } = tested;
  const test: Val =
    word === 'until' ? { v: 'op', op: 'not', args: [tested], range: span(range.start, range.end) } : tested;
  return [{ s: 'loop', form: 'while', init: [], step: [], test, body, range: span(start, r.pos) }];
}
