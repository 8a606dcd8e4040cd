/**
 * Where names begin. A name belongs to the whole function (or file) it is assigned in, in whatever block that is: what
 * nested blocks assign is declared before the first statement, so that all assignments are of one name.
 */
import type { Bind, Stmt, Target } from '../../code-model.js';
import type { Lowering } from './context.js';

/** The names a target binds. */
export function namesIn(target: Target): string[] {
  if (target.v === 'ref') return [target.name];
  if (target.v === 'pattern') return target.parts.flatMap((p) => namesIn(p.target));
  return [];
}

/**
 * Makes assignments declarations where they are.
 *
 * @param body the statements of a function, or one of the file; changed in place
 * @param foreign names that belong elsewhere: parameters, and those said to be `global` or `nonlocal`
 * @returns the statements, with declarations of what only nested blocks assign before them
 */
export function declareNames(body: Stmt[], l: Lowering, foreign: ReadonlySet<string>): Stmt[] {
  const nested = new Set<string>(l.walrus.filter((name) => !foreign.has(name)));
  l.walrus = [];
  const gather = (stmts: Stmt[]): void => {
    for (const s of stmts) {
      if (s.s === 'bind') for (const name of namesIn(s.target)) if (!foreign.has(name)) nested.add(name);
      for (const inner of blocksOf(s)) gather(inner);
    }
  };
  for (const s of body) {
    if (s.s === 'bind') {
      const names = namesIn(s.target);
      s.declares = s.target.v !== 'member' && s.target.v !== 'index' && !names.some((name) => foreign.has(name));
    }
    for (const inner of blocksOf(s)) gather(inner);
  }
  const first = body[0];
  if (!first) return body;
  return [...[...nested].map((name) => declaration(name, first.range.start)), ...body];
}

function declaration(name: string, at: number): Bind {
  const here = (): { start: number; end: number } => ({ start: at, end: at });
  return { s: 'bind', range: here(), target: { v: 'ref', range: here(), name }, declares: true };
}

/** The blocks directly inside a statement; those of functions and classes have names of their own. */
function blocksOf(s: Stmt): Stmt[][] {
  switch (s.s) {
    case 'if':
      return [s.then, s.else];
    case 'loop':
      return [s.init, s.body, s.step];
    case 'try':
      return [s.body, ...s.handlers.map((h) => h.body), ...(s.final ? [s.final] : [])];
    case 'other':
      return [s.body];
    default:
      return [];
  }
}
