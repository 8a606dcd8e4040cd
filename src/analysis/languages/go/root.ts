/** A file, unit by unit: every declaration at the top is one. Methods are put into the types they belong to. */
import type { Node } from 'web-tree-sitter';
import type { Fn, Import, Range, Stmt, TypeDecl } from '../../code-model.js';
import { type Syntax, snapshot } from '../syntax.js';
import type { LowerRoot } from '../tree-language.js';
import { assignmentRules } from './assignments.js';
import { callRules } from './calls.js';
import { compositeRules } from './composites.js';
import { Context, type Rules } from './context.js';
import { declarationRules } from './declarations.js';
import { expressionRules } from './expressions.js';
import { functionOf, functionRules, methodOf } from './functions.js';
import { importsOf } from './imports.js';
import { literalRules } from './literals.js';
import { statementRules } from './statements.js';
import { switchRules } from './switches.js';

const RULES: Rules = {
  values: new Map([...literalRules, ...expressionRules, ...compositeRules, ...callRules, ...functionRules]),
  statements: new Map([...statementRules, ...assignmentRules, ...switchRules, ...declarationRules]),
};

/** What one declaration contributes. */
interface Part {
  imports: Import[];
  statements: Stmt[];
  method?: { type: string; fn: Fn };
}

function partOf(cx: Context, node: Syntax): Part {
  switch (node.type) {
    case 'import_declaration':
      return { imports: importsOf(cx, node), statements: [] };
    case 'method_declaration':
      return { imports: [], statements: [], method: methodOf(cx, node) };
    case 'function_declaration': {
      const fn = functionOf(cx, node, 'function');
      return { imports: [], statements: [{ s: 'function', fn, range: { start: node.start, end: node.end } }] };
    }
    default:
      return { imports: [], statements: cx.statement(node) };
  }
}

/** Lowers a parsed Go file. */
export const lowerRoot: LowerRoot = (root, text, units) => {
  const cx = new Context(text, RULES);
  const imports: Import[] = [];
  const top: Stmt[] = [];
  const methods = new Map<string, Fn[]>();
  for (const node of declarations(root)) {
    // The parser's repairs depend on what stands around a unit, so broken ones are never mistaken for sound ones.
    const kind = node.hasError ? `${node.type} broken` : node.type;
    const part = units.take(kind, text.slice(node.startIndex, node.endIndex), node.startIndex, () => {
      cx.startUnit();
      return partOf(cx, snapshot(node));
    });
    imports.push(...part.imports);
    top.push(...part.statements);
    if (part.method) methods.set(part.method.type, [...(methods.get(part.method.type) ?? []), part.method.fn]);
  }
  return { imports, top: withMethods(top, methods) };
};

/** Declarations at the top, and those that a damaged piece holds. */
function declarations(parent: Node): Node[] {
  return parent.namedChildren.flatMap((node) => {
    if (node === null || node.type === 'comment') return [];
    const holds = node.type === 'ERROR' && node.namedChildren.some((c) => c?.type.endsWith('_declaration'));
    return holds ? declarations(node) : [node];
  });
}

/** Types with their methods; a type that another file declares gets a declaration that only holds them. */
function withMethods(top: Stmt[], methods: Map<string, Fn[]>): Stmt[] {
  const out = top.map((s): Stmt => {
    const own = s.s === 'type' ? methods.get(s.type.name) : undefined;
    if (s.s !== 'type' || !own) return s;
    methods.delete(s.type.name);
    // Methods stand anywhere in the file: the type reaches from the first of its parts to the last.
    const type = { ...s.type, methods: [...s.type.methods, ...own], range: hull([s.type, ...own]) };
    return { ...s, type, range: hull([s, ...own]) };
  });
  for (const [name, own] of methods) out.push({ s: 'type', type: elsewhere(name, own), range: hull(own) });
  return out;
}

function elsewhere(name: string, methods: Fn[]): TypeDecl {
  const at = hull(methods);
  return {
    name,
    nameRange: { start: at.start, end: at.start },
    kind: 'struct',
    bases: [],
    fields: [],
    methods,
    nested: [],
    marks: [],
    exported: true,
    range: at,
  };
}

function hull(parts: { range: Range }[]): Range {
  return {
    start: Math.min(...parts.map((p) => p.range.start)),
    end: Math.max(...parts.map((p) => p.range.end)),
  };
}
