/** Walks a parsed file down to its units (members and top-level statements) and puts their lowered forms together. */
import type { Node } from 'web-tree-sitter';
import type { Import, Stmt, TypeDecl } from '../../code-model.js';
import { type Syntax, snapshot } from '../syntax.js';
import type { LowerRoot } from '../tree-language.js';
import type { UnitCache } from '../unit-cache.js';
import { callRules } from './calls.js';
import { Context, type Rules } from './context.js';
import { creationRules } from './creation.js';
import { lambda } from './functions.js';
import { importOf } from './imports.js';
import { literalRules } from './literals.js';
import { append, isMember, type Members, member, noMembers } from './members.js';
import { dotted } from './names.js';
import { operatorRules } from './operators.js';
import { statementRules } from './statements.js';
import { switchExpression } from './switches.js';
import { isBody, isType, typeDecl, typeRules } from './types.js';

const RULES: Rules = {
  values: new Map([
    ...literalRules,
    ...operatorRules,
    ...callRules,
    ...creationRules,
    ['lambda_expression', lambda] as const,
    ['switch_expression', switchExpression] as const,
  ]),
  statements: new Map([...statementRules, ...typeRules]),
};

const COMMENT = /comment$/;

class Walk {
  readonly imports: Import[] = [];
  readonly top: Stmt[] = [];
  private readonly cx: Context;
  private package: string[] = [];

  constructor(
    private readonly text: string,
    private readonly units: UnitCache,
  ) {
    this.cx = new Context(text, RULES);
  }

  /** Packages, imports, types and (in broken code) statements. */
  items(parent: Node): void {
    for (const node of parent.namedChildren) {
      if (node === null || COMMENT.test(node.type)) continue;
      const type = node.type;
      if (type === 'package_declaration') {
        const name = node.namedChildren.find((c) => c?.type === 'scoped_identifier' || c?.type === 'identifier');
        if (name) this.package = dotted(this.cx, snapshot(name));
      } else if (type === 'import_declaration') {
        const own = this.package;
        const found = this.unit(node, `import ${own.join('.')}`, (s) => importOf(this.cx, s, own));
        if (found) this.imports.push(found);
      } else if (isType(type)) {
        const range = { start: node.startIndex, end: node.endIndex };
        this.top.push({ s: 'type', type: this.decl(node), range });
      } else if (type === 'ERROR' && node.namedChildren.some((c) => c !== null && holdsDeclarations(c))) {
        this.items(node);
      } else if (type !== 'module_declaration') {
        this.top.push(...this.unit(node, `statement ${type}`, (s) => this.cx.statement(s)));
      }
    }
  }

  private decl(node: Node): TypeDecl {
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
      if (isBody(child.type)) this.members(child, members);
      else {
        const copy = snapshot(child);
        copy.field = node.fieldNameForChild(i);
        head.children.push(copy);
      }
    });
    this.cx.startUnit();
    return typeDecl(this.cx, head, node.endIndex, members, this.package.join('.'));
  }

  private members(body: Node, out: Members): void {
    for (const node of body.namedChildren) {
      if (node === null || COMMENT.test(node.type)) continue;
      const type = node.type;
      if (isType(type)) out.nested.push(this.decl(node));
      else if (isBody(type) || (type === 'ERROR' && node.namedChildren.some((c) => c !== null && holdsDeclarations(c))))
        this.members(node, out);
      // The same text may be a member here and a statement there.
      else
        append(
          out,
          this.unit(node, `member ${type}`, (s) => member(this.cx, s)),
        );
    }
  }

  /** A unit's lowered form, from the cache if its text is known. */
  private unit<T>(node: Node, kind: string, lower: (copy: Syntax) => T): T {
    const text = this.text.slice(node.startIndex, node.endIndex);
    // The parser's repairs depend on what stands around a unit, so broken ones are never mistaken for sound ones.
    const key = node.hasError ? `${kind} broken` : kind;
    return this.units.take(key, text, node.startIndex, () => {
      const copy = snapshot(node);
      this.cx.startUnit();
      return lower(copy);
    });
  }
}

function holdsDeclarations(node: Node): boolean {
  return isType(node.type) || isMember(node.type) || node.type === 'import_declaration' || isBody(node.type);
}

/** Lowers a parsed Java file. */
export const lowerRoot: LowerRoot = (root, text, units) => {
  const walk = new Walk(text, units);
  walk.items(root);
  return { imports: walk.imports, top: walk.top };
};
