/** Statements other than `switch`. */
import type { Bind, Handler, Stmt, Target, Val } from '../../code-model.js';
import { field, fields, hasToken, ofType, type Syntax } from '../syntax.js';
import { type Context, isCode, lastOperand, operands, part, range, type StatementRule } from './context.js';
import { localFunction, raised } from './functions.js';
import { typeOrEmpty, typeRef } from './names.js';
import { switchStatement } from './switches.js';
import { declares, target } from './targets.js';

function other(node: Syntax, values: Val[], body: Stmt[]): Stmt {
  return { s: 'other', values, body, range: range(node) };
}

/** `T a = 1, b` as one binding each; a single one spans the statement. */
export function bindings(cx: Context, declaration: Syntax, whole: Syntax): Bind[] {
  const list = declaration.children.filter((c) => c.type === 'variable_declarator');
  const typeNode = field(declaration, 'type');
  return list.map((node) => {
    const name = field(node, 'name') ?? ofType(node, 'tuple_pattern');
    const value = hasToken(node, '=') ? lastOperand(node) : initialValue(node);
    const type = typeRef(cx, typeNode);
    const to: Target = name
      ? name.type === 'tuple_pattern'
        ? target(cx, name)
        : { v: 'ref', name: cx.name(name), range: range(name) }
      : { v: 'opaque', values: [], range: range(node) };
    return {
      s: 'bind',
      target: to,
      ...(value && value !== name ? { value: cx.value(value) } : {}),
      ...(type ? { type } : {}),
      declares: true,
      range: range(list.length === 1 ? whole : node),
    };
  });
}

/** Grammars before 0.23 keep `= value` in a node of its own. */
function initialValue(node: Syntax): Syntax | undefined {
  const clause = ofType(node, 'equals_value_clause');
  return clause && lastOperand(clause);
}

/** An expression used as a statement: an assignment binds, anything else is done. */
function effect(cx: Context, node: Syntax, whole: Syntax): Stmt {
  const left = node.type === 'assignment_expression' ? field(node, 'left') : undefined;
  const value = cx.value(node);
  if (value.v !== 'assign') return { s: 'do', value, range: range(whole) };
  return {
    s: 'bind',
    target: value.target,
    value: value.value,
    declares: left !== undefined && declares(left),
    ...(value.op ? { op: value.op } : {}),
    range: range(whole),
  };
}

const expression: StatementRule = (cx, node) => {
  const value = operands(node)[0];
  return value ? [effect(cx, value, node)] : [];
};

const local: StatementRule = (cx, node) => {
  const declaration = ofType(node, 'variable_declaration');
  return declaration ? bindings(cx, declaration, node) : [other(node, cx.values(node), [])];
};

const ifStatement: StatementRule = (cx, node) => {
  const test = field(node, 'condition');
  if (!test) return [pieces(cx, node)];
  return [
    {
      s: 'if',
      test: cx.value(test),
      then: cx.body(field(node, 'consequence')),
      else: cx.body(field(node, 'alternative')),
      range: range(node),
    },
  ];
};

const whileStatement: StatementRule = (cx, node) => {
  const test = field(node, 'condition');
  return [
    {
      s: 'loop',
      form: 'while',
      init: [],
      ...(test ? { test: cx.value(test) } : {}),
      step: [],
      body: loopBody(cx, node),
      range: range(node),
    },
  ];
};

function loopBody(cx: Context, node: Syntax): Stmt[] {
  return cx.breaking(undefined, () => cx.body(field(node, 'body')));
}

const forStatement: StatementRule = (cx, node) => {
  const test = field(node, 'condition');
  const init = fields(node, 'initializer').filter(isCode);
  const step = fields(node, 'update').filter(isCode);
  return [
    {
      s: 'loop',
      form: 'for',
      init: init.flatMap((c): Stmt[] => (c.type === 'variable_declaration' ? bindings(cx, c, c) : [effect(cx, c, c)])),
      ...(test ? { test: cx.value(test) } : {}),
      step: step.map((c) => effect(cx, c, c)),
      body: loopBody(cx, node),
      range: range(node),
    },
  ];
};

const forEach: StatementRule = (cx, node) => {
  const left = field(node, 'left');
  const right = part(node, 'right', -2);
  if (!left || !right) return [pieces(cx, node)];
  const to = target(cx, left);
  const over = cx.value(right);
  return [
    {
      s: 'loop',
      form: 'each',
      init: [],
      step: [],
      over: hasToken(node, 'await') ? { v: 'await', value: over, how: 'await', range: range(right) } : over,
      target: to,
      body: loopBody(cx, node),
      range: range(node),
    },
  ];
};

const returnStatement: StatementRule = (cx, node) => {
  const value = lastOperand(node);
  return [{ s: 'return', ...(value ? { value: cx.value(value) } : {}), range: range(node) }];
};

const yieldStatement: StatementRule = (cx, node) => {
  const value = lastOperand(node);
  return [{ s: 'return', ...(value ? { value: cx.value(value), yields: true } : {}), range: range(node) }];
};

const tryStatement: StatementRule = (cx, node) => {
  const last = ofType(node, 'finally_clause');
  return [
    {
      s: 'try',
      body: cx.body(field(node, 'body')),
      handlers: catches(node).map((c) => handler(cx, c)),
      ...(last ? { final: cx.body(ofType(last, 'block')) } : {}),
      range: range(node),
    },
  ];
};

function catches(node: Syntax): Syntax[] {
  return node.children.flatMap((c) => {
    if (c.type === 'catch_clause') return [c];
    return c.type.startsWith('preproc_') || c.type === 'ERROR' ? catches(c) : [];
  });
}

function handler(cx: Context, node: Syntax): Handler {
  const declaration = ofType(node, 'catch_declaration');
  const name = declaration && field(declaration, 'name');
  const type = declaration && field(declaration, 'type');
  const filter = ofType(node, 'catch_filter_clause');
  const condition = filter && lastOperand(filter);
  const outer = cx.pending;
  cx.pending = [];
  const value = condition && cx.value(condition);
  const body = [...cx.pending, ...cx.body(field(node, 'body') ?? ofType(node, 'block'))];
  cx.pending = outer;
  return {
    types: type ? [typeOrEmpty(cx, type)] : [],
    ...(name ? { name: cx.name(name) } : {}),
    ...(value ? { filter: value } : {}),
    body,
    range: range(node),
  };
}

/** `using (var x = …) { }`, `fixed (…) { }`: what is declared, then the body. */
const scoped: StatementRule = (cx, node) => {
  const declaration = ofType(node, 'variable_declaration');
  const body = field(node, 'body') ?? lastOperand(node);
  const values = declaration ? [] : operands(node).filter((c) => c !== body);
  const binds: Stmt[] = declaration ? bindings(cx, declaration, declaration) : [];
  return [
    other(
      node,
      values.map((c) => cx.value(c)),
      [...binds, ...(body === declaration ? [] : cx.body(body))],
    ),
  ];
};

/** Groups without a meaning of their own: blocks, `checked`, `unsafe`. */
const group: StatementRule = (cx, node) => {
  if (node.type === 'block') return [other(node, [], cx.body(node))];
  return [
    other(
      node,
      [],
      operands(node).flatMap((c) => cx.body(c)),
    ),
  ];
};

const labeled: StatementRule = (cx, node) => [
  other(
    node,
    [],
    operands(node)
      .slice(1)
      .flatMap((c) => cx.body(c)),
  ),
];

/** A jump to another place is closest to `continue`: what follows is not reached. */
const goto: StatementRule = (cx, node) => {
  const label = lastOperand(node);
  const name = hasToken(node, 'case') || hasToken(node, 'default') ? 'case' : label && cx.name(label);
  return [{ s: 'leave', how: 'continue', ...(name ? { label: name } : {}), range: range(node) }];
};

const breakStatement: StatementRule = (cx, node) => [
  { s: 'leave', how: 'break', ...(cx.breakLabel ? { label: cx.breakLabel } : {}), range: range(node) },
];

/** Both branches of `#if`, one after the other: which one is built is not known. */
const conditional: StatementRule = (cx, node) =>
  node.children.filter((c) => isCode(c) && c.field !== 'condition').flatMap((c) => cx.statement(c));

/** What the parser could not read: its parts, in order. */
function pieces(cx: Context, node: Syntax): Stmt {
  return other(
    node,
    [],
    operands(node).flatMap((c) => cx.statement(c)),
  );
}

export const statementRules: [string, StatementRule][] = [
  ['block', group],
  ['checked_statement', group],
  ['unsafe_statement', group],
  ['global_statement', (cx, node) => operands(node).flatMap((c) => cx.statement(c))],
  ['expression_statement', expression],
  ['local_declaration_statement', local],
  ['local_function_statement', localFunction],
  ['if_statement', ifStatement],
  ['while_statement', whileStatement],
  ['do_statement', whileStatement],
  ['for_statement', forStatement],
  ['foreach_statement', forEach],
  ['switch_statement', switchStatement],
  ['return_statement', returnStatement],
  ['yield_statement', yieldStatement],
  ['throw_statement', (cx, node) => [raised(cx, node)]],
  ['try_statement', tryStatement],
  ['using_statement', scoped],
  ['fixed_statement', scoped],
  ['lock_statement', scoped],
  ['labeled_statement', labeled],
  ['goto_statement', goto],
  ['break_statement', breakStatement],
  ['continue_statement', (_cx, node) => [{ s: 'leave', how: 'continue', range: range(node) }]],
  ['empty_statement', () => []],
  ['preproc_if', conditional],
  ['preproc_elif', conditional],
  ['preproc_else', conditional],
  ['ERROR', (cx, node) => [pieces(cx, node)]],
];
