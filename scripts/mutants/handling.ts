/** Where a call's conflict is handled: the `try` around it, a promise's `catch`, a test of the response, a caller. */
import type { Node } from 'web-tree-sitter';
import type { Dialect } from './dialects.js';
import { ancestors, below, calleeOf, nearest, parts } from './nodes.js';
import { type Signal, signalsIn } from './signals.js';

export interface Clause {
  node: Node;
  /** The block of the clause. */
  body: Node;
  /** The error's name; absent where the clause does not bind it. */
  variable?: string;
  /** `when (…)`. */
  filter?: Node;
  /** The type written, where the language has typed clauses. */
  type?: Node;
}

export interface Handling {
  /**
   * `catch`: the `try` stands around the call in its own function. `caller`: the only `try` of the file that tells
   * conflicts apart stands elsewhere, around a call of the call's function. `promise`: a function given to `.catch`.
   * `response`: neither; a result is tested.
   */
  shape: 'catch' | 'caller' | 'promise' | 'response';
  /** For `catch` and `caller`. */
  try?: Node;
  /** For `promise`: the call of `.catch`. */
  promise?: Node;
  clauses: Clause[];
  /** Where conflicts are told apart: the clauses, or the outermost function. */
  regions: Node[];
  /** Signals of the whole file: predicates and constants may stand anywhere. */
  signals: Signal[];
  /** Signals inside the regions. */
  near: Signal[];
}

/** A predicate by its name. */
const predicate = /conflict|exist|duplicate|precondition|etag|stale|409|412/i;

/** Finds where the conflict of a call is handled. */
export function findHandling(root: Node, call: Node, dialect: Dialect): Handling {
  const signals = signalsIn(root, dialect);
  const around = [...ancestors(call)].filter(
    (at) => at.type === dialect.tries && at.childForFieldName('body')?.descendantForIndex(call.startIndex) !== null,
  );
  for (const at of around) {
    const body = at.childForFieldName('body');
    if (!body || call.startIndex < body.startIndex || call.endIndex > body.endIndex) continue;
    const clauses = clausesOf(at, dialect);
    if (clauses.length > 0 && clauses.some((c) => tells(c.node, dialect)))
      return build(
        nearest(call, dialect.functions)?.id === nearest(at, dialect.functions)?.id ? 'catch' : 'caller',
        clauses,
        { try: at },
      );
  }
  const promise = promiseCatch(call);
  if (promise) return build('promise', [], { promise });
  const telling = below(root, [dialect.tries]).filter((at) =>
    clausesOf(at, dialect).some((c) => tells(c.node, dialect)),
  );
  const [only] = telling;
  const inFunction = outermost(call, dialect);
  if (telling.length === 1 && only && !(inFunction && signalsIn(inFunction, dialect).length > 0))
    return build('caller', clausesOf(only, dialect), { try: only });
  return build('response', [], {});

  function build(shape: Handling['shape'], clauses: Clause[], more: { try?: Node; promise?: Node }): Handling {
    const regions =
      clauses.length > 0 ? clauses.map((c) => c.node) : [more.promise ?? outermost(call, dialect) ?? root];
    return { shape, clauses, regions, signals, near: regions.flatMap((r) => signalsIn(r, dialect)), ...more };
  }
}

/** The clause tests a status, or asks a predicate. */
function tells(clause: Node, dialect: Dialect): boolean {
  return (
    signalsIn(clause, dialect).length > 0 || below(clause, dialect.calls).some((call) => predicate.test(calleeOf(call)))
  );
}

/** The catch clauses of a `try`. */
export function clausesOf(node: Node, dialect: Dialect): Clause[] {
  return parts(node)
    .filter((child) => child.type === dialect.catches)
    .flatMap((child) => {
      const body = child.childForFieldName('body');
      if (!body) return [];
      const declaration = parts(child).find((part) => /^catch_(?:declaration|formal_parameter)$/.test(part.type));
      const parameter = child.childForFieldName('parameter') ?? declaration?.childForFieldName('name');
      const filter = parts(child).find((part) => part.type === 'catch_filter_clause');
      const type =
        declaration?.childForFieldName('type') ??
        (declaration ? parts(declaration).find((part) => part.type === 'catch_type') : undefined);
      const variable = parameter?.type === 'identifier' ? parameter.text : undefined;
      return [
        {
          node: child,
          body,
          ...(variable ? { variable } : {}),
          ...(filter ? { filter } : {}),
          ...(type ? { type } : {}),
        },
      ];
    });
}

/** `.catch(…)` further out on the call's own chain. */
function promiseCatch(call: Node): Node | undefined {
  for (let at = call.parent, from: Node = call; at; from = at, at = at.parent) {
    if (at.type === 'member_expression' && at.childForFieldName('object')?.id === from.id) {
      if (at.childForFieldName('property')?.text === 'catch' && at.parent?.type === 'call_expression') return at.parent;
    } else if (at.type !== 'call_expression' || at.childForFieldName('function')?.id !== from.id) return undefined;
  }
  return undefined;
}

/** The outermost function around a node. */
function outermost(node: Node, dialect: Dialect): Node | undefined {
  return [...ancestors(node)].filter((at) => dialect.functions.includes(at.type)).at(-1);
}
