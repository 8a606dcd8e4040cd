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
      return visit(node.obj, 'obj', 0);
    case 'index':
      visit(node.obj, 'obj', 0);
      return visit(node.key, 'key', 0);
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
      return args(node.args, visit);
    case 'new':
      args(node.args, visit);
      return one(node.init, 'init', visit);
    case 'fn':
      return visit(node.fn, 'fn', 0);
    case 'await':
    case 'is':
      return visit(node.value, 'value', 0);
    case 'op':
      return all(node.args, 'operand', visit);
    case 'pick':
      visit(node.test, 'test', 0);
      visit(node.then, 'then', 0);
      return visit(node.else, 'else', 0);
    case 'assign':
      visit(node.target, 'target', 0);
      return visit(node.value, 'value', 0);
    case 'opaque':
      return all(node.values, 'value', visit);
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
      return one(node.value, 'value', visit);
    case 'do':
      return visit(node.value, 'value', 0);
    case 'if':
      visit(node.test, 'test', 0);
      all(node.then, 'then', visit);
      return all(node.else, 'else', visit);
    case 'loop':
      all(node.init, 'init', visit);
      one(node.test, 'test', visit);
      one(node.over, 'over', visit);
      one(node.target, 'target', visit);
      all(node.body, 'body', visit);
      return all(node.step, 'step', visit);
    case 'try':
      all(node.body, 'body', visit);
      all(node.handlers, 'handler', visit);
      return all(node.final, 'final', visit);
    case 'return':
    case 'raise':
      return one(node.value, 'value', visit);
    case 'leave':
      return;
    case 'function':
      return visit(node.fn, 'fn', 0);
    case 'type':
      return visit(node.type, 'type', 0);
    case 'other':
      all(node.values, 'value', visit);
      return all(node.body, 'body', visit);
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

export const isFn = (n: Node): n is Fn => 'params' in n;
export const isTypeDecl = (n: Node): n is TypeDecl => 'methods' in n;
export const isVal = (n: Node): n is Val => 'v' in n && n.v !== 'pattern';
export const isStmt = (n: Node): n is Stmt => 's' in n;
export const isHandler = (n: Node): n is Handler => 'types' in n && 'body' in n && !('v' in n) && !('s' in n);
