/** Statements other than `switch`. */
import type { Bind, Handler, Stmt, Target, Val } from '../../code-model.js';
import { field, fields, ofType, type Syntax } from '../syntax.js';
import { argumentsOf } from './calls.js';
import { type Context, isCode, lastOperand, operands, range, type StatementRule } from './context.js';
import { typeRef } from './names.js';
import { switchStatement } from './switches.js';

function other(node: Syntax, values: Val[], body: Stmt[]): Stmt {
  return { s: 'other', values, body, range: range(node) };
}

/** `T a = 1, b` as one binding each; a single one spans the statement. */
export function bindings(cx: Context, node: Syntax): Bind[] {
  const list = node.children.filter((c) => c.type === 'variable_declarator');
  return list.map((declarator) => {
    const name = field(declarator, 'name');
    const value = field(declarator, 'value');
    const type = typeRef(cx, field(node, 'type'));
    const to: Target = name
      ? { v: 'ref', name: cx.source(name), range: range(name) }
      : { v: 'opaque', values: [], range: range(declarator) };
    return {
      s: 'bind',
      target: to,
      ...(value ? { value: cx.value(value) } : {}),
      ...(type ? { type } : {}),
      declares: true,
      range: range(list.length === 1 ? node : declarator),
    };
  });
}

/** An expression used as a statement: an assignment binds, anything else is done. */
function effect(cx: Context, node: Syntax, whole: Syntax): Stmt {
  const value = cx.value(node);
  if (value.v !== 'assign') return { s: 'do', value, range: range(whole) };
  return {
    s: 'bind',
    target: value.target,
    value: value.value,
    declares: false,
    ...(value.op ? { op: value.op } : {}),
    range: range(whole),
  };
}

const expression: StatementRule = (cx, node) => {
  const value = operands(node)[0];
  return value ? [effect(cx, value, node)] : [];
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

function loopBody(cx: Context, node: Syntax): Stmt[] {
  return cx.breaking(undefined, () => cx.body(field(node, 'body')));
}

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

const forStatement: StatementRule = (cx, node) => {
  const test = field(node, 'condition');
  return [
    {
      s: 'loop',
      form: 'for',
      init: fields(node, 'init').flatMap((c): Stmt[] =>
        c.type === 'local_variable_declaration' ? bindings(cx, c) : isCode(c) ? [effect(cx, c, c)] : [],
      ),
      ...(test ? { test: cx.value(test) } : {}),
      step: fields(node, 'update')
        .filter(isCode)
        .map((c) => effect(cx, c, c)),
      body: loopBody(cx, node),
      range: range(node),
    },
  ];
};

const forEach: StatementRule = (cx, node) => {
  const name = field(node, 'name');
  const over = field(node, 'value');
  if (!name || !over) return [pieces(cx, node)];
  return [
    {
      s: 'loop',
      form: 'each',
      init: [],
      step: [],
      over: cx.value(over),
      target: { v: 'ref', name: cx.source(name), range: range(name) },
      body: loopBody(cx, node),
      range: range(node),
    },
  ];
};

const returnStatement: StatementRule = (cx, node) => {
  const value = lastOperand(node);
  return [{ s: 'return', ...(value ? { value: cx.value(value) } : {}), range: range(node) }];
};

const throwStatement: StatementRule = (cx, node) => {
  const value = lastOperand(node);
  return [{ s: 'raise', ...(value ? { value: cx.value(value) } : {}), again: false, range: range(node) }];
};

/** `try (T x = open(); y) { … }`: the resources are the first statements of what is tried. */
const tryStatement: StatementRule = (cx, node) => {
  const resources = field(node, 'resources') ?? ofType(node, 'resource_specification');
  const last = ofType(node, 'finally_clause');
  return [
    {
      s: 'try',
      body: [...(resources ? operands(resources).map((c) => resource(cx, c)) : []), ...cx.body(field(node, 'body'))],
      handlers: node.children.filter((c) => c.type === 'catch_clause').map((c) => handler(cx, c)),
      ...(last ? { final: cx.body(ofType(last, 'block')) } : {}),
      range: range(node),
    },
  ];
};

function resource(cx: Context, node: Syntax): Stmt {
  const name = field(node, 'name');
  const value = field(node, 'value') ?? lastOperand(node);
  if (!name || !value) return other(node, value ? [cx.value(value)] : [], []);
  const type = typeRef(cx, field(node, 'type'));
  return {
    s: 'bind',
    target: { v: 'ref', name: cx.source(name), range: range(name) },
    value: cx.value(value),
    ...(type ? { type } : {}),
    declares: true,
    range: range(node),
  };
}

function handler(cx: Context, node: Syntax): Handler {
  const param = ofType(node, 'catch_formal_parameter');
  const name = param && field(param, 'name');
  const types = param && ofType(param, 'catch_type');
  return {
    types: types ? operands(types).flatMap((c) => typeRef(cx, c) ?? []) : [],
    ...(name ? { name: cx.source(name) } : {}),
    body: cx.body(field(node, 'body') ?? ofType(node, 'block')),
    range: range(node),
  };
}

/** `synchronized (lock) { … }`, `assert a : b`, labels: what they hold, in order. */
const group: StatementRule = (cx, node) => {
  if (node.type === 'block' || node.type === 'constructor_body') return [other(node, [], cx.body(node))];
  const body = field(node, 'body') ?? ofType(node, 'block');
  const values = operands(node).filter((c) => c !== body);
  return [
    other(
      node,
      values.map((c) => cx.value(c)),
      cx.body(body),
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

/** `super(…)` and `this(…)` at the beginning of a constructor. */
const initialCall: StatementRule = (cx, node) => {
  const callee = field(node, 'constructor');
  const list = field(node, 'arguments');
  return [
    {
      s: 'do',
      value: {
        v: 'call',
        callee: { v: 'self', base: callee?.type === 'super', range: range(callee ?? node) },
        args: argumentsOf(cx, list),
        typeArgs: [],
        safe: false,
        range: range(node),
      },
      range: range(node),
    },
  ];
};

const breakStatement: StatementRule = (cx, node) => [
  { s: 'leave', how: 'break', ...(cx.breakLabel ? { label: cx.breakLabel } : {}), range: range(node) },
];

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
  ['constructor_body', group],
  ['synchronized_statement', group],
  ['assert_statement', group],
  ['expression_statement', expression],
  ['local_variable_declaration', (cx, node) => bindings(cx, node)],
  ['if_statement', ifStatement],
  ['while_statement', whileStatement],
  ['do_statement', whileStatement],
  ['for_statement', forStatement],
  ['enhanced_for_statement', forEach],
  ['switch_expression', switchStatement],
  ['switch_statement', switchStatement],
  ['return_statement', returnStatement],
  ['yield_statement', returnStatement],
  ['throw_statement', throwStatement],
  ['try_statement', tryStatement],
  ['try_with_resources_statement', tryStatement],
  ['labeled_statement', labeled],
  ['explicit_constructor_invocation', initialCall],
  ['break_statement', breakStatement],
  ['continue_statement', (_cx, node) => [{ s: 'leave', how: 'continue', range: range(node) }]],
  [';', () => []],
  ['ERROR', (cx, node) => [pieces(cx, node)]],
];
