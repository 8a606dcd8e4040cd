/**
 * Which of the values a name is given can be the one it has at a place, in languages whose programs use one name for many
 * things in turn. Elsewhere every value counts: flow is not followed.
 */
import type { BoundFile, Def, Source } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Stmt, Val } from '../code-model.js';

/**
 * The values of a name that reach a use of it; all of them where the order of running is not that of the text. None if
 * the name is first given a value behind the use: what it holds there comes from elsewhere.
 */
export function reaching(file: BoundFile, def: Def, at: Val): Source[] {
  if (!file.traits.reusesNames || !file.parent(at)) return def.sources;
  const [only, second] = def.sources;
  if (only && !second && only.value.range.end <= at.range.start) return def.sources;
  const own = file.enclosingFn(at);
  const placed = def.sources.map((source) => ({ source, stmt: file.statementOf(source.value) }));
  if (placed.some(({ stmt }) => !stmt || file.enclosingFn(stmt) !== own)) return def.sources;
  const before = placed.filter(({ source }) => source.value.range.end <= at.range.start);
  // The last value that is given on every way to the use takes the place of those before it.
  const last = before.filter((p) => p.stmt && !p.source.op && dominates(file, p.stmt, at)).at(-1);
  const from = last?.source.value.range.start ?? 0;
  const found = placed.filter(({ source, stmt }) => {
    const { start, end } = source.value.range;
    if (end <= at.range.start) return start >= from;
    // A later value comes round again in a loop, unless the loop gives another one first.
    const loop = stmt && loopAround(file, stmt, at);
    return loop !== undefined && !(last?.stmt && file.contains(loop, last.stmt));
  });
  return found.map((p) => p.source);
}

/** True if a statement runs on every way to a node behind it in its function. */
function dominates(file: BoundFile, stmt: Stmt, at: Node): boolean {
  const place = file.parent(stmt);
  if (!place) return true;
  for (let n: Node = at, p = file.parent(n); p; n = p.node, p = file.parent(n))
    if (p.node === place.node) return p.role === place.role;
  return false;
}

/** The loop that holds both. */
function loopAround(file: BoundFile, stmt: Stmt, at: Node): Stmt | undefined {
  for (let p = file.parent(stmt); p; p = file.parent(p.node))
    if ('s' in p.node && p.node.s === 'loop' && file.contains(p.node, at)) return p.node;
  return undefined;
}
