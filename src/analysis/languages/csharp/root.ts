/** Walks a parsed file down to its units (members and top-level statements) and puts their lowered forms together. */
import type { Node } from 'web-tree-sitter';
import type { Import, Stmt } from '../../code-model.js';
import { type Syntax, snapshot } from '../syntax.js';
import type { LowerRoot } from '../tree-language.js';
import type { UnitCache } from '../unit-cache.js';
import { callRules } from './calls.js';
import { Context, isCode, opaque, type Rules } from './context.js';
import { creationRules } from './creation.js';
import { lambda } from './functions.js';
import { importOf } from './imports.js';
import { literalRules } from './literals.js';
import { isMember, type Members, member, noMembers } from './members.js';
import { mendConditionalAccess } from './mend.js';
import { dotted } from './names.js';
import { operatorRules } from './operators.js';
import { isPattern } from './patterns.js';
import { statementRules } from './statements.js';
import { switchExpression } from './switches.js';
import { append, isBody, isType, typeDecl, typeRules } from './types.js';

const RULES: Rules = {
  values: new Map([
    ...literalRules,
    ...operatorRules,
    ...callRules,
    ...creationRules,
    ['lambda_expression', lambda] as const,
    ['anonymous_method_expression', lambda] as const,
    ['is_pattern_expression', isPattern] as const,
    ['switch_expression', switchExpression] as const,
    // What is thrown inside an expression ends it; a body that only throws is a `Raise` already.
    ['throw_expression', (cx: Context, node: Syntax) => opaque(node, cx.values(node))] as const,
  ]),
  statements: new Map([...statementRules, ...typeRules]),
};

/** Nodes that only group declarations: their content counts as if they were not there. */
const TRANSPARENT = new Set(['preproc_if', 'preproc_elif', 'preproc_else', 'ERROR', 'declaration_list']);

class Walk {
  readonly imports: Import[] = [];
  readonly top: Stmt[] = [];
  private readonly cx: Context;

  constructor(
    private readonly text: string,
    private readonly units: UnitCache,
  ) {
    this.cx = new Context(text, RULES);
  }

  /** Namespaces, types and statements, at the top of a file or inside a namespace. */
  items(parent: Node, namespace: string): void {
    let current = namespace;
    for (const node of parent.namedChildren) {
      if (node === null || !isCode1(node)) continue;
      const type = node.type;
      if (type === 'using_directive') {
        const found = this.unit(node, 'import', (s) => importOf(this.cx, s));
        if (found) this.imports.push(found);
      } else if (type === 'namespace_declaration' || type === 'file_scoped_namespace_declaration') {
        const name = node.childForFieldName('name');
        const full = [namespace, name ? dotted(this.cx, snapshot(name)) : ''].filter(Boolean).join('.');
        if (type === 'file_scoped_namespace_declaration') current = full;
        const body = node.childForFieldName('body');
        if (body) this.items(body, full);
      } else if (isType(type)) {
        this.top.push(this.type(node, current));
      } else if (TRANSPARENT.has(type) && !onlyCode(node)) {
        this.items(node, current);
      } else if (!IGNORED.has(type) && !isCondition(parent, node)) {
        this.top.push(...this.unit(node, `statement ${type}`, (s) => this.cx.statement(s)));
      }
    }
  }

  private type(node: Node, namespace: string): Stmt {
    return { s: 'type', type: this.decl(node, namespace), range: { start: node.startIndex, end: node.endIndex } };
  }

  private decl(node: Node, namespace: string) {
    const members = noMembers();
    const head: Syntax = {
      type: node.type,
      field: null,
      named: true,
      start: node.startIndex,
      end: node.endIndex,
      children: [],
    };
    node.children.forEach((child, i) => {
      if (child === null) return;
      if (isBody(child.type)) this.members(child, node.type === 'interface_declaration', namespace, members);
      else {
        const copy = snapshot(child);
        copy.field = node.fieldNameForChild(i);
        mendConditionalAccess(copy);
        head.children.push(copy);
      }
    });
    this.cx.startUnit();
    return typeDecl(this.cx, head, node.endIndex, members, namespace);
  }

  private members(body: Node, inInterface: boolean, namespace: string, out: Members): void {
    for (const node of body.namedChildren) {
      if (node === null || !isCode1(node)) continue;
      const type = node.type;
      if (isType(type)) out.nested.push(this.decl(node, namespace));
      else if (isMember(type)) append(out, this.member(node, inInterface));
      else if (TRANSPARENT.has(type) && !onlyCode(node)) this.members(node, inInterface, namespace, out);
      else if (!IGNORED.has(type) && !isCondition(body, node)) append(out, this.member(node, inInterface));
    }
  }

  private member(node: Node, inInterface: boolean): Members {
    // The same text may be a member here and a statement there.
    const kind = `${inInterface ? 'interface' : 'member'} ${node.type}`;
    return this.unit(node, kind, (s) => member(this.cx, s, inInterface));
  }

  /** A unit's lowered form, from the cache if its text is known. */
  private unit<T>(node: Node, kind: string, lower: (copy: Syntax) => T): T {
    const text = this.text.slice(node.startIndex, node.endIndex);
    // The parser's repairs depend on what stands around a unit, so broken ones are never mistaken for sound ones.
    const key = node.hasError ? `${kind} broken` : kind;
    return this.units.take(key, text, node.startIndex, () => {
      const copy = snapshot(node);
      if (text.includes('?.') || text.includes('?[')) mendConditionalAccess(copy);
      this.cx.startUnit();
      return lower(copy);
    });
  }
}

/** Declarations that carry nothing for the model. */
const IGNORED = new Set(['extern_alias_directive', 'global_attribute', 'global_attribute_list', 'shebang_directive']);

function isCode1(node: Node): boolean {
  return isCode({ type: node.type, field: null, named: true, start: 0, end: 0, children: [] });
}

/** The symbol after `#if` is no code. */
function isCondition(parent: Node, node: Node): boolean {
  return parent.type.startsWith('preproc_') && parent.childForFieldName('condition')?.id === node.id;
}

/** An ERROR without declarations inside is lowered as one piece. */
function onlyCode(node: Node): boolean {
  if (node.type !== 'ERROR') return false;
  return !node.namedChildren.some(
    (c) =>
      c !== null &&
      (isType(c.type) ||
        isMember(c.type) ||
        TRANSPARENT.has(c.type) ||
        /^(?:using_directive|.*namespace_.*|global_statement)$/.test(c.type)),
  );
}

/** Lowers a parsed C# file. */
export const lowerRoot: LowerRoot = (root, text, units) => {
  const walk = new Walk(text, units);
  walk.items(root, '');
  return { imports: walk.imports, top: walk.top };
};
