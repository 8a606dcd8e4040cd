/** Which call somebody means who asks at a place of a text. */
import { isFn, type Node } from '../bind/walk.js';
import type { Call, Member, New, Range } from '../code-model.js';
import { nameRange } from '../operations/operation.js';
import type { Found, Inspection } from './inspection.js';

/** Where is asked: an offset, or a whole line by its first and last offset. */
export interface Spot {
  offset: number;
  /** The line the offset stands on, without its line break. */
  line: Range;
  /** No column was given: any call of the line may be meant. */
  wholeLine: boolean;
}

export type Located = { found: Found } | { call: Call | New | Member } | undefined;

const holds = (range: Range, offset: number): boolean => range.start <= offset && offset <= range.end;

/** The call that is meant: a recognised one before others, the one whose name is under the cursor before those around. */
export function locate(x: Inspection, spot: Spot): Located {
  const byPlace = spot.wholeLine ? undefined : (atName(x, spot.offset) ?? around(x, spot.offset));
  return byPlace ?? onLine(x, spot.line) ?? around(x, spot.offset);
}

function atName(x: Inspection, offset: number): Located {
  const found = x.found.filter((f) => holds(f.candidate.name, offset));
  const judged = found.find((f) => f.judgement) ?? found[0];
  if (judged) return { found: judged };
  const call = x.file.calls.find((c) => holds(nameRange(c), offset));
  if (!call) return undefined;
  // A step of a chain whose end was recognised: `client.api(…)` of `client.api(…).post(…)`.
  for (const later of chainAfter(x, call)) {
    const hit = foundAs(x, later);
    if (hit) return { found: hit };
  }
  return { call };
}

/** The innermost recognised call around a place in the same function, else the end of the innermost chain of calls. */
function around(x: Inspection, offset: number): Located {
  const inside = x.file.calls.filter((c) => holds(c.range, offset));
  const innermost = inside.sort((a, b) => length(a.range) - length(b.range))[0];
  if (!innermost) return undefined;
  for (let node: Node | undefined = innermost; node && !isFn(node); node = x.file.parent(node)?.node) {
    const hit = 'v' in node ? foundAs(x, node) : undefined;
    if (hit) return { found: hit };
  }
  return { call: chainAfter(x, innermost).at(-1) ?? innermost };
}

/** The calls of a line: recognised ones first, then sites whose error passes here, then calls whose name stands here. */
function onLine(x: Inspection, line: Range): Located {
  const here = (range: Range): boolean => range.start >= line.start && range.end <= line.end;
  const found = x.found.filter((f) => here(f.candidate.name));
  const first = found.find((f) => f.judgement) ?? found[0];
  if (first) return { found: first };
  const passing = x.found.find((f) =>
    f.judgement?.notes.some((n) => n.file === x.file && n.range.start >= line.start && n.range.start <= line.end),
  );
  if (passing) return { found: passing };
  const calls = x.file.calls.filter((c) => here(nameRange(c)));
  const names = x.rx.roles.names(x.file);
  const telling = calls.find((c) => c.v === 'call' && c.callee.v === 'member' && names.has(c.callee.name));
  const call = telling ?? calls.find((c) => c.v === 'call') ?? calls[0];
  return call && { call: telling ?? chainAfter(x, call).at(-1) ?? call };
}

function foundAs(x: Inspection, node: Node): Found | undefined {
  return x.found.find((f) => f.candidate.cell.val === node);
}

/** The calls that follow a call in its chain, in order. */
function chainAfter(x: Inspection, call: Call | New): Call[] {
  const out: Call[] = [];
  let node: Node = call;
  for (;;) {
    const p = x.file.parent(node);
    if (!p || !('v' in p.node)) return out;
    const { role } = p;
    if (p.node.v === 'call' && role === 'callee') out.push(p.node);
    else if (!(p.node.v === 'member' && role === 'obj') && !(p.node.v === 'await' && isFollowed(x, p.node))) return out;
    node = p.node;
  }
}

/** `(await client).post(…)`: the chain goes on behind the await. */
function isFollowed(x: Inspection, node: Node): boolean {
  return x.file.parent(node)?.role === 'obj';
}

function length(range: Range): number {
  return range.end - range.start;
}
