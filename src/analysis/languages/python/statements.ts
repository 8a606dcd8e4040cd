/** Statements: one table from the grammar's names to the code model. */
import type { Stmt, Val } from '../../code-model.js';
import { field, fields, named, type Syntax } from '../syntax.js';
import { assignment, augmented } from './assignments.js';
import { unwrapped } from './classes.js';
import { type Lowering, opaque, rangeOf } from './context.js';
import { fromStatement, importStatement } from './imports.js';
import { forStatement, whileStatement } from './loops.js';
import { matchStatement } from './matches.js';
import { op } from './operators.js';
import { raiseStatement, tryStatement } from './tries.js';
import { withStatement } from './withs.js';

type Lower = (node: Syntax, l: Lowering) => Stmt[];

const none: Lower = () => [];

const missing = (node: Syntax): Val => opaque({ start: node.start, end: node.start });

const expressionStatement: Lower = (node, l) => {
  const parts = named(node);
  return parts.flatMap((part) => valueStatement(part, parts.length === 1 ? node : part, l));
};

/** A value that stands as a statement. A text alone documents. */
function valueStatement(part: Syntax, whole: Syntax, l: Lowering): Stmt[] {
  if (part.type === 'assignment') return assignment(part, l);
  if (part.type === 'augmented_assignment') return augmented(part, l);
  if (part.type === 'string' || part.type === 'concatenated_string' || part.type === 'ellipsis') return [];
  if (part.type === 'yield') {
    const inner = named(part)[0];
    return [{ s: 'return', range: rangeOf(whole), ...(inner ? { value: l.value(inner) } : {}), yields: true }];
  }
  return [{ s: 'do', range: rangeOf(whole), value: l.value(part) }];
}

/** `if`, `elif` …, `else`: each further branch stands in the one before. */
const ifStatement: Lower = (node, l) => {
  const test = field(node, 'condition');
  const range = rangeOf(node);
  const then = l.block(field(node, 'consequence'));
  let otherwise: Stmt[] = [];
  for (const clause of fields(node, 'alternative').reverse()) {
    if (clause.type === 'else_clause') otherwise = l.block(field(clause, 'body'));
    else {
      const inner = field(clause, 'condition');
      otherwise = [
        {
          s: 'if',
          range: { start: clause.start, end: node.end },
          test: inner ? l.value(inner) : missing(clause),
          then: l.block(field(clause, 'consequence')),
          else: otherwise,
        },
      ];
    }
  }
  return [{ s: 'if', range, test: test ? l.value(test) : missing(node), then, else: otherwise }];
};

/** `return None` is `return`. */
const returnStatement: Lower = (node, l) => {
  const inner = named(node).find((c) => c.type !== 'none');
  return [{ s: 'return', range: rangeOf(node), ...(inner ? { value: l.value(inner) } : {}) }];
};

/** `assert test, message` raises where the test fails. */
const assertStatement: Lower = (node, l) => {
  const [test, message] = named(node);
  if (!test) return [];
  return [
    {
      s: 'if',
      range: rangeOf(node),
      test: op(test, 'not', [l.value(test)]),
      then: [
        {
          s: 'raise',
          range: rangeOf(node),
          value: {
            v: 'new',
            range: rangeOf(node),
            type: { path: ['AssertionError'], args: [] },
            typeRange: { start: node.start, end: node.start },
            args: message ? [{ range: rangeOf(message), value: l.value(message), spread: false }] : [],
          },
          again: false,
        },
      ],
      else: [],
    },
  ];
};

const leave =
  (how: 'break' | 'continue'): Lower =>
  (node) => [{ s: 'leave', range: rangeOf(node), how }];

const definition: Lower = (node, l) => {
  const { definition: inner, decorators } = unwrapped(node);
  if (inner.type === 'class_definition') {
    const type = l.classDecl(inner);
    type.marks.push(...l.marks(decorators));
    type.range = rangeOf(node);
    return [{ s: 'type', range: rangeOf(node), type }];
  }
  if (inner.type !== 'function_definition') return [];
  const fn = l.fn(inner, false);
  fn.marks.push(...l.marks(decorators));
  fn.range = rangeOf(node);
  return [{ s: 'function', range: rangeOf(node), fn }];
};

const values: Lower = (node, l) => [
  { s: 'other', range: rangeOf(node), values: named(node).map((c) => l.value(c)), body: [] },
];

/** Half-typed code: the statements and expressions that can be made out, in order. */
const damaged: Lower = (node, l) => {
  const found: Val[] = [];
  const body: Stmt[] = [];
  for (const child of named(node)) {
    if (STATEMENTS.has(child.type)) body.push(...l.statement(child));
    else {
      const value = l.value(child);
      if (value.v !== 'opaque' || value.values.length > 0) found.push(value);
    }
  }
  return found.length + body.length > 0 ? [{ s: 'other', range: rangeOf(node), values: found, body }] : [];
};

const TABLE: Record<string, Lower> = {
  expression_statement: expressionStatement,
  assignment: (node, l) => valueStatement(node, node, l),
  augmented_assignment: (node, l) => valueStatement(node, node, l),
  if_statement: ifStatement,
  for_statement: forStatement,
  while_statement: whileStatement,
  try_statement: tryStatement,
  with_statement: withStatement,
  match_statement: matchStatement,
  return_statement: returnStatement,
  raise_statement: raiseStatement,
  assert_statement: assertStatement,
  break_statement: leave('break'),
  continue_statement: leave('continue'),
  function_definition: definition,
  class_definition: definition,
  decorated_definition: definition,
  import_statement: (node, l) => {
    importStatement(node, l);
    return [];
  },
  import_from_statement: (node, l) => {
    fromStatement(node, l);
    return [];
  },
  delete_statement: values,
  exec_statement: values,
  print_statement: (node, l) => [{ s: 'do', range: rangeOf(node), value: printed(node, l) }],
  block: (node, l) => l.block(node),
  ERROR: damaged,
  future_import_statement: none,
  global_statement: none,
  nonlocal_statement: none,
  pass_statement: none,
  type_alias_statement: none,
  comment: none,
};
const STATEMENTS = new Set(Object.keys(TABLE));

/** `print x` of the language's second version. */
function printed(node: Syntax, l: Lowering): Val {
  return {
    v: 'call',
    range: rangeOf(node),
    callee: { v: 'ref', range: { start: node.start, end: node.start + 'print'.length }, name: 'print' },
    args: named(node).map((c) => ({ range: rangeOf(c), value: l.value(c), spread: false })),
    typeArgs: [],
    safe: false,
  };
}

export function statement(node: Syntax, l: Lowering): Stmt[] {
  if (STATEMENTS.has(node.type)) return TABLE[node.type]?.(node, l) ?? [];
  const value = l.value(node);
  if (value.v === 'opaque' && value.values.length === 0) return [];
  return [{ s: 'do', range: rangeOf(node), value }];
}

/** The statements of a block, or the one that stands for it. */
export function block(node: Syntax | undefined, l: Lowering): Stmt[] {
  if (!node) return [];
  return node.type === 'block' ? named(node).flatMap((c) => l.statement(c)) : l.statement(node);
}
