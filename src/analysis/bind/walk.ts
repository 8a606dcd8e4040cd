/** One way to visit every node of the code model. */
import type { Arg, Field, Fn, Handler, Param, Pattern, Stmt, TypeDecl, Val } from '../code-model.js';

export type Node = Val | Pattern | Stmt | Handler | Fn | TypeDecl | Field | Param;

/** Where a child stands in its parent. */
export type Role =
  | 'value'
  | 'target'
  | 'test'
  | 'then'
  | 'else'
  | 'init'
  | 'step'
  | 'over'
  | 'body'
  | 'handler'
  | 'filter'
  | 'final'
  | 'callee'
  | 'arg'
  | 'obj'
  | 'key'
  | 'entry'
  | 'item'
  | 'part'
  | 'operand'
  | 'fn'
  | 'param'
  | 'default'
  | 'mark'
  | 'type'
  | 'member';

export type Visit = (child: Node, role: Role, index: number) => void;

function args(list: Arg[], visit: Visit): void {
  list.forEach((a, i) => {
    visit(a.value, 'arg', i);
  });
}

function all(list: Node[] | undefined, role: Role, visit: Visit): void {
  list?.forEach((n, i) => {
    visit(n, role, i);
  });
}

function one(node: Node | undefined, role: Role, visit: Visit): void {
  if (node) visit(node, role, 0);
}

/** Calls `visit` for each direct child of a node, in source order as far as the model keeps it. */
export function children(node: Node, visit: Visit): void {
  if ('v' in node) valueChildren(node, visit);
  else if ('s' in node) statementChildren(node, visit);
  else declarationChildren(node, visit);
}

function valueChildren(node: Val | Pattern, visit: Visit): void {
  switch (node.v) {
    case 'lit':
    case 'ref':
    case 'self':
      return;
    case 'text':
      for (const p of node.parts) if (typeof p !== 'string') visit(p, 'part', 0);
      return;
    case 'member':
      visit(node.obj, 'obj', 0);
      return;
    case 'index':
      visit(node.obj, 'obj', 0);
      visit(node.key, 'key', 0);
      return;
    case 'rec':
      for (const e of node.entries) {
        if (e.key && typeof e.key !== 'string') visit(e.key, 'key', 0);
        visit(e.value, 'entry', 0);
      }
      return;
    case 'list':
      node.items.forEach((i, n) => {
        visit(i.value, 'item', n);
      });
      return;
    case 'call':
      visit(node.callee, 'callee', 0);
      args(node.args, visit);
      return;
    case 'new':
      args(node.args, visit);
      one(node.init, 'init', visit);
      return;
    case 'fn':
      visit(node.fn, 'fn', 0);
      return;
    case 'await':
    case 'is':
      visit(node.value, 'value', 0);
      return;
    case 'op':
      all(node.args, 'operand', visit);
      return;
    case 'pick':
      visit(node.test, 'test', 0);
      visit(node.then, 'then', 0);
      visit(node.else, 'else', 0);
      return;
    case 'assign':
      visit(node.target, 'target', 0);
      visit(node.value, 'value', 0);
      return;
    case 'opaque':
      all(node.values, 'value', visit);
      return;
    case 'pattern':
      for (const p of node.parts) {
        visit(p.target, 'target', 0);
        one(p.default, 'default', visit);
      }
  }
}

function statementChildren(node: Stmt, visit: Visit): void {
  switch (node.s) {
    case 'bind':
      visit(node.target, 'target', 0);
      one(node.value, 'value', visit);
      return;
    case 'do':
      visit(node.value, 'value', 0);
      return;
    case 'if':
      visit(node.test, 'test', 0);
      all(node.then, 'then', visit);
      all(node.else, 'else', visit);
      return;
    case 'loop':
      all(node.init, 'init', visit);
      one(node.test, 'test', visit);
      one(node.over, 'over', visit);
      one(node.target, 'target', visit);
      all(node.body, 'body', visit);
      all(node.step, 'step', visit);
      return;
    case 'try':
      all(node.body, 'body', visit);
      all(node.handlers, 'handler', visit);
      all(node.final, 'final', visit);
      return;
    case 'return':
    case 'raise':
      one(node.value, 'value', visit);
      return;
    case 'leave':
      return;
    case 'function':
      visit(node.fn, 'fn', 0);
      return;
    case 'type':
      visit(node.type, 'type', 0);
      return;
    case 'other':
      all(node.values, 'value', visit);
      all(node.body, 'body', visit);
      return;
  }
}

function declarationChildren(node: Handler | Fn | TypeDecl | Field | Param, visit: Visit): void {
  if ('methods' in node) {
    all(node.marks, 'mark', visit);
    all(node.fields, 'member', visit);
    all(node.methods, 'member', visit);
    all(node.nested, 'type', visit);
  } else if ('params' in node) {
    all(node.marks, 'mark', visit);
    all(node.params, 'param', visit);
    all(node.body, 'body', visit);
  } else if ('types' in node) {
    one(node.pattern, 'target', visit);
    one(node.filter, 'filter', visit);
    all(node.body, 'body', visit);
  } else if ('init' in node || 'isStatic' in node) {
    all(node.marks, 'mark', visit);
    one(node.init, 'init', visit);
  } else {
    const param = node as Param;
    all(param.marks, 'mark', visit);
    one(param.pattern, 'target', visit);
    one(param.default, 'default', visit);
  }
}

/** Kinds of nodes, told by the members only they have. */
export const isFn = (n: Node): n is Fn => 'params' in n;
export const isTypeDecl = (n: Node): n is TypeDecl => 'methods' in n;
export const isStmt = (n: Node): n is Stmt => 's' in n;
export const isHandler = (n: Node): n is Handler => 'types' in n && 'body' in n && !('v' in n) && !('s' in n);
