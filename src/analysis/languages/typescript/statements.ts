/** Statements: one table from the grammar's names to the code model. */
import type { Loop, Stmt, Val } from '../../code-model.js';
import { field, hasToken, named, ofType, type Syntax } from '../syntax.js';
import { type Lowering, rangeOf, textOf, withClasses } from './context.js';
import { declaration, functionStatement, importAliasStatement, typeStatement } from './declarations.js';
import { exportStatement } from './exports.js';
import { assign, sequence, step } from './expressions.js';
import { importStatement } from './imports.js';
import { SWITCH_LABEL, switchStatement } from './switch.js';
import { aliasDecl, enumDecl, interfaceDecl } from './type-declarations.js';

type Lower = (node: Syntax, l: Lowering) => Stmt[];

const none: Lower = () => [];

/** The expression in a condition's parentheses. */
function condition(node: Syntax, l: Lowering): Val | undefined {
  const written = field(node, 'condition');
  return written && written.type !== 'empty_statement' ? l.value(written) : undefined;
}

const missing = (node: Syntax): Val => ({ v: 'opaque', range: { start: node.start, end: node.start }, values: [] });

const expressionStatement: Lower = (node, l) => {
  const inner = named(node)[0];
  if (!inner) return [];
  const parts = sequence(inner);
  return parts.flatMap((part) => valueStatement(part, parts.length === 1 ? node : part, l));
};

/** `using x = …` and `await using x = …`, which the grammar takes for assignments. */
function usingDeclaration(part: Syntax): Syntax | undefined {
  const inner = part.type === 'await_expression' ? named(part)[0] : part;
  return inner?.type === 'assignment_expression' && hasToken(inner, 'using') ? inner : undefined;
}

/** A value that stands as a statement. */
function valueStatement(part: Syntax, whole: Syntax, l: Lowering): Stmt[] {
  const range = rangeOf(whole);
  const using = usingDeclaration(part);
  const declares = using !== undefined;
  const assigned = ASSIGNING[(using ?? part).type]?.(using ?? part, l);
  if (assigned) {
    const { target, value, op } = assigned;
    return [{ s: 'bind', range, target, value, declares, ...(op ? { op } : {}) }];
  }
  if (part.type === 'yield_expression') {
    const inner = named(part)[0];
    return [{ s: 'return', range, ...(inner ? { value: l.value(inner) } : {}), yields: true }];
  }
  if (part.type === 'internal_module') return l.statement(part);
  return [{ s: 'do', range, value: l.value(part) }];
}

const ASSIGNING: Record<string, typeof assign | undefined> = {
  assignment_expression: assign,
  augmented_assignment_expression: assign,
  update_expression: step,
};

const ifStatement: Lower = (node, l) => {
  const test = condition(node, l) ?? missing(node);
  return [
    {
      s: 'if',
      range: rangeOf(node),
      test,
      then: l.block(field(node, 'consequence')),
      else: l.block(field(node, 'alternative')),
    },
  ];
};

function loop(node: Syntax, form: Loop['form'], more: Partial<Loop>, l: Lowering): Stmt[] {
  const outer = l.inSwitch;
  l.inSwitch = false;
  const body = l.block(field(node, 'body'));
  l.inSwitch = outer;
  return [{ s: 'loop', range: rangeOf(node), form, init: [], step: [], ...more, body }];
}

const whileStatement: Lower = (node, l) => {
  const test = condition(node, l);
  return loop(node, 'while', test ? { test } : {}, l);
};

const forStatement: Lower = (node, l) => {
  const initializer = field(node, 'initializer');
  const increment = field(node, 'increment');
  const parts = (n: Syntax | undefined): Stmt[] => {
    if (!n || n.type === 'empty_statement') return [];
    if (STATEMENTS.has(n.type)) return l.statement(n);
    return sequence(n).flatMap((part) => valueStatement(part, part, l));
  };
  const test = condition(node, l);
  return loop(node, 'for', { init: parts(initializer), ...(test ? { test } : {}), step: parts(increment) }, l);
};

/** `for … of` goes over the values; `for … in` goes over keys, which are not what the collection holds. */
const eachStatement: Lower = (node, l) => {
  const left = field(node, 'left');
  const right = field(node, 'right');
  let over = right ? l.value(right) : missing(node);
  const operator = field(node, 'operator')?.type ?? (hasToken(node, 'of') ? 'of' : 'in');
  if (right && operator === 'in') over = { v: 'opaque', range: rangeOf(right), values: [over] };
  // Each step of an asynchronous iteration is awaited, so that is where its failure shows.
  if (right && hasToken(node, 'await')) over = { v: 'await', range: rangeOf(right), value: over, how: 'await' };
  return loop(node, 'each', { over, ...(left ? { target: l.target(left) } : {}) }, l);
};

const tryStatement: Lower = (node, l) => {
  const handler = field(node, 'handler');
  const final = field(node, 'finalizer');
  const bound = handler && field(handler, 'parameter');
  const to = bound && l.target(bound);
  return [
    {
      s: 'try',
      range: rangeOf(node),
      body: l.block(field(node, 'body')),
      handlers: handler
        ? [
            {
              range: rangeOf(handler),
              types: [],
              ...(to?.v === 'ref' ? { name: to.name } : {}),
              ...(to?.v === 'pattern' ? { pattern: to } : {}),
              body: l.block(field(handler, 'body')),
            },
          ]
        : [],
      ...(final ? { final: l.block(field(final, 'body') ?? ofType(final, 'statement_block')) } : {}),
    },
  ];
};

const returnStatement: Lower = (node, l) => {
  const inner = named(node)[0];
  return [{ s: 'return', range: rangeOf(node), ...(inner ? { value: l.value(inner) } : {}) }];
};

const throwStatement: Lower = (node, l) => {
  const inner = named(node)[0];
  return [{ s: 'raise', range: rangeOf(node), ...(inner ? { value: l.value(inner) } : {}), again: false }];
};

const leave =
  (how: 'break' | 'continue'): Lower =>
  (node, l) => {
    const written = field(node, 'label');
    const label = written ? textOf(written, l) : how === 'break' && l.inSwitch ? SWITCH_LABEL : undefined;
    return [{ s: 'leave', range: rangeOf(node), how, ...(label !== undefined ? { label } : {}) }];
  };

const group: Lower = (node, l) => [
  { s: 'other', range: rangeOf(node), values: [], body: l.block(field(node, 'body') ?? node) },
];

const withStatement: Lower = (node, l) => {
  const object = field(node, 'object');
  return [
    { s: 'other', range: rangeOf(node), values: object ? [l.value(object)] : [], body: l.block(field(node, 'body')) },
  ];
};

/** `declare …`: what it declares, without a body. A namespace's members stand for it. */
const ambient: Lower = (node, l) => {
  const inner = named(node).find((c) => c.type !== 'ERROR');
  if (!inner) return [];
  return inner.type === 'statement_block' ? l.block(inner) : l.statement(inner);
};

const namespace: Lower = (node, l) => l.block(field(node, 'body'));

/** Half-typed code: the statements and expressions that can be made out, in order. */
const damaged: Lower = (node, l) => {
  const values: Val[] = [];
  const body: Stmt[] = [];
  for (const child of named(node)) {
    if (STATEMENTS.has(child.type)) body.push(...l.statement(child));
    else {
      const value = l.value(child);
      if (value.v !== 'opaque' || value.values.length > 0) values.push(value);
    }
  }
  return values.length + body.length > 0 ? [{ s: 'other', range: rangeOf(node), values, body }] : [];
};

const TABLE: Record<string, Lower> = {
  expression_statement: expressionStatement,
  lexical_declaration: declaration,
  variable_declaration: declaration,
  using_declaration: declaration,
  variable_declarator: declaration,
  function_declaration: functionStatement,
  generator_function_declaration: functionStatement,
  function_signature: functionStatement,
  class_declaration: typeStatement((n, l) => l.classDecl(n)),
  abstract_class_declaration: typeStatement((n, l) => l.classDecl(n)),
  interface_declaration: typeStatement(interfaceDecl),
  type_alias_declaration: typeStatement(aliasDecl),
  enum_declaration: typeStatement(enumDecl),
  if_statement: ifStatement,
  switch_statement: switchStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  for_in_statement: eachStatement,
  try_statement: tryStatement,
  return_statement: returnStatement,
  throw_statement: throwStatement,
  break_statement: leave('break'),
  continue_statement: leave('continue'),
  labeled_statement: group,
  statement_block: group,
  with_statement: withStatement,
  import_statement: (node, l) => {
    importStatement(node, l);
    return [];
  },
  import_alias: importAliasStatement,
  export_statement: exportStatement,
  ambient_declaration: ambient,
  internal_module: namespace,
  module: namespace,
  ERROR: damaged,
  empty_statement: none,
  debugger_statement: none,
  comment: none,
  html_comment: none,
  hash_bang_line: none,
};
const STATEMENTS = new Set(Object.keys(TABLE));

/** One statement, with the classes its expressions declare before it. */
export function statement(node: Syntax, l: Lowering): Stmt[] {
  const lower = STATEMENTS.has(node.type) ? TABLE[node.type] : undefined;
  const { result, classes } = withClasses(l, () => (lower ?? bare)(node, l));
  return classes.length > 0 ? [...classes, ...result] : result;
}

/** An expression where a statement is expected. */
const bare: Lower = (node, l) => {
  const value = l.value(node);
  if (value.v === 'opaque' && value.values.length === 0) return [];
  return [{ s: 'do', range: rangeOf(node), value } satisfies Stmt];
};

/** The statements of a block, an `else`, or the single statement that stands for a block. */
export function block(node: Syntax | undefined, l: Lowering): Stmt[] {
  if (!node) return [];
  if (node.type === 'else_clause') return named(node).flatMap((c) => block(c, l));
  if (node.type === 'statement_block' || node.type === 'program') return named(node).flatMap((c) => l.statement(c));
  return l.statement(node);
}
