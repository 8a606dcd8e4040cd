/** A fix as lines before and after it, with a little of what stands around. */
import type { ChangeLine } from '../panel/protocol.js';

/** A replaced piece of a text. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Lines shown around a change. */
const AROUND = 1;

/** The changed lines of a text, in order. @param edits in source order and apart from each other */
export function changeLines(text: string, edits: readonly Edit[]): ChangeLine[] {
  const out: ChangeLine[] = [];
  let shownTo = 0;
  for (const edit of edits) {
    const from = lineStart(text, edit.start);
    const to = lineEnd(text, edit.end);
    const before = Math.max(shownTo, linesBack(text, from, AROUND));
    if (before > shownTo && out.length > 0) out.push({ kind: 'same', text: '…' });
    out.push(...lines('same', text.slice(before, from)));
    const old = text.slice(from, to);
    const now = text.slice(from, edit.start) + edit.text + text.slice(edit.end, to);
    out.push(...lessSame(lines('old', old), lines('new', now)));
    shownTo = to;
  }
  return out;
}

/** Old lines and then new ones; what is the same at the beginning and at the end is shown once. */
function lessSame(old: ChangeLine[], now: ChangeLine[]): ChangeLine[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head]?.text === now[head]?.text) head++;
  let tail = 0;
  const last = (all: ChangeLine[]) => all[all.length - 1 - tail]?.text;
  while (tail < Math.min(old.length, now.length) - head && last(old) === last(now)) tail++;
  const same = (all: ChangeLine[]): ChangeLine[] => all.map((line) => ({ ...line, kind: 'same' }));
  return [
    ...same(old.slice(0, head)),
    ...old.slice(head, old.length - tail),
    ...now.slice(head, now.length - tail),
    ...same(old.slice(old.length - tail)),
  ];
}

function lines(kind: ChangeLine['kind'], text: string): ChangeLine[] {
  if (text === '') return [];
  return text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => ({ kind, text: line }));
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Behind the end of the line that holds a place. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function linesBack(text: string, start: number, count: number): number {
  let at = start;
  for (let i = 0; i < count && at > 0; i++) at = lineStart(text, at - 1);
  return at;
}
