/** A failure that is thrown: outward through the statements around it, and what the handlers of a `try` do with it. */
import { t } from '../../l10n/t.js';
import type { BoundFile } from '../bind/file.js';
import { isFn, type Node } from '../bind/walk.js';
import type { Handler, Stmt, TypeRef } from '../code-model.js';
import { underEach } from './assumptions.js';
import { distinct, onlyReports } from './ends.js';
import { better, type Fate } from './fate.js';
import { lastResultOf } from './last-result.js';
import { byMiddleware, isOnward } from './middleware.js';
import { type Assumption, catchesType, type Shape } from './shape.js';
import { type End, Simulation } from './simulate.js';
import type { Subjects } from './subject.js';
import type { Via, Ways } from './ways.js';

/** The failure is raised when this node is evaluated. */
export function raised(w: Ways, node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
  if (file.traits.failure === 'lastResult') return lastResultOf(w, node, file, shape, via);
  if (!w.log.enter('raise', node, file)) return w.log.unhandled('no-handler');
  let cur: Node = node;
  for (let p = file.parent(cur); p; p = file.parent(cur)) {
    if ('s' in p.node && p.node.s === 'try' && p.role === 'body') {
      const next = atTry(w, p.node, file, shape, via);
      if (next) return next;
    } else if (isFn(p.node) && p.role === 'body')
      return w.escapes(p.node, file, shape, via, p.node.isAsync ? 'promise' : 'raise');
    cur = p.node;
  }
  return w.log.unhandled(w.log.observed ? 'observed-only' : 'no-handler');
}

/** A failure of which nothing is known but that it is no conflict. */
const SOME_OTHER: Assumption = { conflict: false, open: true, status: 418, codes: [], texts: [] };

/** The handlers of a `try` around the failure. Undefined: it goes on outward as it is. */
function atTry(
  w: Ways,
  stmt: Extract<Stmt, { s: 'try' }>,
  file: BoundFile,
  shape: Shape,
  via: Via[],
): Fate | undefined {
  if (!stmt.handlers.length) return undefined;
  const { conflict, others } = underEach(w.options, (a) => caught(w, stmt, file, shape, a));
  const told = others.every((o) => o.signature !== conflict.signature);
  const first = conflict.handlers[0] ?? stmt.handlers[0];
  const place = first ? header(first) : stmt.range;
  if (conflict.escapes && !conflict.ends.length) {
    w.log.note(file, place, t('this handler does not catch it'));
    return undefined;
  }
  w.log.absorb(conflict.sims);
  const passes = conflict.ends.every((e) => e.kind === 'raise' && e.same);
  if (told && !(passes && !conflict.escapes)) {
    if (!passes || conflict.ends.length === 0) return w.log.handled(file, place, conflict.ends, stmt, conflict.escapes);
  }
  const goesRound = (): boolean =>
    others.every((o) => o.ends.some(isRetry)) || caught(w, stmt, file, shape, SOME_OTHER).ends.some(isRetry);
  if (told && passes && !conflict.escapes && goesRound())
    return { ...w.log.handled(file, place, conflict.ends, undefined), policy: 'excluded' };
  if (told && passes) {
    // What only lets it through has not looked at it.
    w.log.did = new Set(conflict.ends.flatMap((e) => e.state.trace));
    if (w.log.did.size > 0) w.log.observed = true;
    else w.log.alike = true;
    w.log.note(file, place, t('tells the conflict apart, then raises it again unchanged'));
    return undefined;
  }
  return notTold(w, stmt, conflict, file, shape, via, place);
}

/** The handlers do the same for every failure: it goes on as what they raise or return. */
function notTold(
  w: Ways,
  stmt: Stmt,
  conflict: Caught,
  file: BoundFile,
  shape: Shape,
  via: Via[],
  place: { start: number; end: number },
): Fate | undefined {
  const raises = conflict.ends.filter((e) => e.kind === 'raise');
  const settled = conflict.ends.filter((e) => e.kind !== 'raise');
  let best: Fate | undefined;
  if (raises.length) w.log.alike = true;
  if (raises.length && !settled.length) w.log.note(file, place, t('passes every error on in the same way'));
  else if (settled.length)
    w.log.note(
      file,
      place,
      settled.every((e) => e.kind === 'again') ? goesRound(settled) : t('answers every error in the same way'),
    );
  for (const e of distinct(raises)) {
    if (e.same) continue;
    const next = raised(
      w,
      e.state.file === file && e.node ? e.node : stmt,
      file,
      { ...shape, wrapped: true, response: false },
      via,
    );
    if (e.state.file === file) best = better(best, next);
    if (next.told) return next;
  }
  if (raises.some((e) => e.same) && !best?.told) {
    if (!settled.length) return undefined;
    const outward = raised(w, stmt, file, shape, via);
    if (outward.told) return outward;
  }
  for (const e of settled) {
    if (!e.carries || !e.node) continue;
    const fn = file.enclosingFn(stmt);
    if (!fn || e.state.file !== file) continue;
    const next = w.returned(fn, file, { ...shape, wrapped: true, response: false }, via);
    if (next.told) return next;
  }
  if (conflict.sims.some((s) => [...s.handedTo].some(isOnward))) {
    const next = byMiddleware(w, file, shape, via);
    if (next?.told) return next;
  }
  if (!settled.length) return better(best, w.log.unhandled('not-told-apart'));
  const silent = !settled.some((e) => e.kind === 'again') && conflict.handlers.every((h) => onlyReports(h.body));
  return w.log.unhandled(silent ? 'swallowed' : 'not-told-apart');
}

/** Which handlers take the failure under an assumption, and how they end. */
function caught(w: Ways, stmt: Extract<Stmt, { s: 'try' }>, file: BoundFile, shape: Shape, a: Assumption): Caught {
  const out: Caught = { handlers: [], ends: [], escapes: true, signature: '', sims: [] };
  const parts: string[] = [];
  for (const h of stmt.handlers) {
    const sim = new Simulation(w.ev, shape, a);
    out.sims.push(sim);
    const match = handlerMatches(h.types, file, shape, a);
    if (match === false) continue;
    const state = sim.start(file, subjectsOf(h, file));
    const filter = h.filter ? sim.truth(h.filter, state) : true;
    if (filter === false) continue;
    const ends = sim.runAfter(stmt, sim.run(h.body, state));
    out.handlers.push(h);
    out.ends.push(...ends);
    parts.push(`${h.range.start}[${sim.signature(ends)}]`);
    if (match === true && filter === true) {
      out.escapes = false;
      break;
    }
  }
  if (out.escapes) parts.push('escapes');
  out.signature = parts.join('|');
  return out;
}

/** The loop around goes round once more for the same; a loop over things does something else. */
function isRetry(e: End): boolean {
  return e.kind === 'again' && e.loop?.s === 'loop' && e.loop.form !== 'each';
}

interface Caught {
  handlers: Handler[];
  ends: End[];
  /** The failure (also) goes past the handlers. */
  escapes: boolean;
  signature: string;
  sims: Simulation[];
}

function handlerMatches(types: TypeRef[], file: BoundFile, shape: Shape, a: Assumption): boolean | undefined {
  if (!types.length) return true;
  const results = types.map((ty) => catchesType(nameOf(ty, file), shape, a));
  if (results.includes(true)) return true;
  return results.every((r) => r === false) ? false : undefined;
}

/** The last name of a type; of one imported under another name, its own. */
function nameOf({ path }: TypeRef, file: BoundFile): string {
  const last = path.at(-1) ?? '';
  return path.length === 1 ? file.importedName(last) : last;
}

function subjectsOf(h: Handler, file: BoundFile): Subjects {
  const subjects: Subjects = new Map();
  if (h.name) {
    const own = file.handlerName(h);
    if (own) subjects.set(own, []);
  }
  if (h.pattern)
    for (const part of h.pattern.parts) {
      if (part.target.v !== 'ref') continue;
      const def = file.resolve(part.target);
      if (def) subjects.set(def, [String(part.key)]);
    }
  return subjects;
}

function header(h: Handler): { start: number; end: number } {
  return { start: h.range.start, end: Math.min(h.range.end, h.body[0]?.range.start ?? h.range.end) };
}

/** A loop over elements goes on with the next one; any other tries the same again. */
function goesRound(ends: End[]): string {
  const each = ends.some((e) => e.loop?.s === 'loop' && e.loop.form === 'each');
  return each ? t('goes on with the next one after any error') : t('tries again after any error');
}
