/**
 * Where variables belong. An assignment makes a variable in the function it stands in, wherever in it; blocks have no
 * names of their own.
 */
import type { Bind, Stmt, Target } from '../../code-model.js';
import { low, ref, span } from '../nodes.js';

interface Assigned {
  name: string;
  binds: Bind[];
  /** Also given a value by something that is no statement. */
  otherwise: boolean;
}

interface Scope {
  assigned: Map<string, Assigned>;
  params: Set<string>;
  /** A script block assigns to the variables around it that are there. */
  open: boolean;
}

/** With more assignments than this, a name's values are told apart by where they are given. */
const FEW = 3;

export class Scopes {
  private readonly stack: Scope[] = [];

  enter(params: string[], open: boolean): void {
    this.stack.push({ assigned: new Map(), params: new Set(params.map(low)), open });
  }

  /** A variable is given a value here. */
  assign(name: string, bind?: Bind): void {
    const key = low(name);
    const scope = this.owner(key);
    if (!scope) return;
    let known = scope.assigned.get(key);
    if (!known) {
      known = { name, binds: [], otherwise: false };
      scope.assigned.set(key, known);
    }
    if (bind) known.binds.push(bind);
    else known.otherwise = true;
  }

  /** The scope in which a name lives; undefined for a parameter, which is declared already. */
  private owner(key: string): Scope | undefined {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const scope = this.stack[i];
      if (!scope) return undefined;
      if (scope.params.has(key)) return undefined;
      if (scope.assigned.has(key) || i === 0) return scope;
      if (!scope.open) return scope;
      if (!this.stack.slice(0, i).some((s) => s.assigned.has(key) || s.params.has(key))) return scope;
    }
    return undefined;
  }

  /**
   * Ends a function: marks the assignment that declares each name, or declares names at the beginning where no single
   * assignment can.
   *
   * @param start where the body begins
   */
  leave(body: Stmt[], start: number): Stmt[] {
    const scope = this.stack.pop();
    const hidden: Stmt[] = [];
    const direct = new Set<Stmt>(body);
    for (const a of scope?.assigned.values() ?? []) {
      const [first] = a.binds;
      if (first && !a.otherwise && a.binds.length <= FEW && direct.has(first) && !first.op) first.declares = true;
      else hidden.push(declaration(a.name, start));
    }
    return hidden.length ? [...hidden, ...body] : body;
  }
}

function declaration(name: string, at: number): Bind {
  return { s: 'bind', target: ref(name, at, at), declares: true, range: span(at, at) };
}

/** The names an assignment gives values to. */
export function namesIn(target: Target): string[] {
  if (target.v === 'ref') return [target.name];
  return target.v === 'pattern' ? target.parts.flatMap((p) => namesIn(p.target)) : [];
}
