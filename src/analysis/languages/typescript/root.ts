/**
 * A file, unit by unit. Units are the statements of the file and of its namespaces, and the members of the classes
 * among them; what stands around them (a class's header, `export`, `declare`) is cheap and read anew each time.
 */
import type { Node } from 'web-tree-sitter';
import type { Import, Stmt } from '../../code-model.js';
import { type Syntax, snapshot } from '../syntax.js';
import type { LowerRoot } from '../tree-language.js';
import type { UnitCache } from '../unit-cache.js';
import { type ClassPart, classFrom, classPart, memberGroups } from './classes.js';
import { type Lowering, MAX_DEPTH, rangeOf } from './context.js';
import { exportAssigned, markExported, withDefault } from './exports.js';
import { lowering } from './lowering.js';

interface File {
  text: string;
  units: UnitCache;
  imports: Import[];
}

/** Strings are read from the text; the pieces they are parsed into are not asked for. */
const isWhole = (type: string): boolean => type === 'string' || type === 'regex';

/** What encloses a declaration and is carried into it. */
interface Around {
  exported: boolean;
  isDefault: boolean;
  decorators: Syntax[];
  /** The outermost node, whose range the statement takes. */
  whole: Node | undefined;
  namespace: string | undefined;
  /** Namespaces around this one. */
  depth: number;
}

const ENVELOPES = new Set(['export_statement', 'ambient_declaration']);
/** A class without a name stands as a value behind `export default`. */
const CLASSES = new Set(['class_declaration', 'abstract_class_declaration', 'class']);
const NAMESPACES = new Set(['internal_module', 'module']);

export const lowerRoot: LowerRoot = (root, text, units) => {
  const file: File = { text, units, imports: [] };
  const top = children(root, file, undefined, 0);
  return { imports: file.imports, top: exportAssigned(top) };
};

function children(node: Node, file: File, namespace: string | undefined, depth: number): Stmt[] {
  return node.namedChildren.flatMap((child) =>
    statements(child, file, { exported: false, isDefault: false, decorators: [], whole: undefined, namespace, depth }),
  );
}

function statements(node: Node, file: File, around: Around): Stmt[] {
  const type = node.type;
  if (type === 'comment') return [];
  const body = CLASSES.has(type) || NAMESPACES.has(type) ? node.childForFieldName('body') : null;
  if (body && CLASSES.has(type)) return classStatement(node, body, file, around);
  if (body && NAMESPACES.has(type)) {
    if (around.depth >= MAX_DEPTH) return [];
    return children(body, file, namespaceName(node, file) ?? around.namespace, around.depth + 1);
  }
  if (ENVELOPES.has(type) || (type === 'expression_statement' && mayBeNamespace(node, file))) {
    const inside = node.namedChildren.find((c) => CLASSES.has(c.type) || NAMESPACES.has(c.type));
    if (inside) return statements(inside, file, envelope(node, around));
  }
  const kind = around.namespace === undefined ? type : `${type} in ${around.namespace}`;
  return unit(kind, [node], file, (l, [only]) => (only ? inNamespace(l.statement(only), around.namespace) : []));
}

/** `namespace A {}` without anything before it is parsed as an expression. */
function mayBeNamespace(node: Node, file: File): boolean {
  return file.text.startsWith('namespace', node.startIndex) || file.text.startsWith('module', node.startIndex);
}

/** `A.B` of `namespace A.B`; a module that is named by a string is none. */
function namespaceName(node: Node, file: File): string | undefined {
  const name = node.childForFieldName('name');
  return name && name.type !== 'string' ? file.text.slice(name.startIndex, name.endIndex) : undefined;
}

function envelope(node: Node, around: Around): Around {
  const decorators = node.namedChildren.filter((c) => c.type === 'decorator').map((c) => snapshot(c));
  const isExport = node.type === 'export_statement';
  return {
    exported: around.exported || isExport,
    isDefault: around.isDefault || (isExport && node.children.some((c) => c.type === 'default')),
    decorators: [...around.decorators, ...decorators],
    whole: around.whole ?? node,
    namespace: around.namespace,
    depth: around.depth,
  };
}

/** The innermost namespace of a type. Part of the unit, since a unit is looked up by its kind as well. */
function inNamespace(lowered: Stmt[], namespace: string | undefined): Stmt[] {
  if (namespace !== undefined) for (const s of lowered) if (s.s === 'type') s.type.namespace = namespace;
  return lowered;
}

function classStatement(node: Node, body: Node, file: File, around: Around): Stmt[] {
  const parts: ClassPart[] = memberGroups(body.namedChildren).map((group) =>
    unit(`member ${group[group.length - 1]?.type}`, group, file, (l, nodes) => classPart(nodes, l)),
  );
  const l = lowering(file.text);
  const header = snapshot(node, (type) => type === 'class_body' || isWhole(type));
  const type = classFrom(header, parts, l);
  type.marks.unshift(...l.marks(around.decorators));
  const outer = header;
  if (around.whole) {
    outer.start = around.whole.startIndex;
    outer.end = around.whole.endIndex;
    // A decorator before `export` belongs to the class as well.
    if (around.decorators.length > 0) type.range = rangeOf(outer);
  }
  const out: Stmt[] = inNamespace([{ s: 'type', range: rangeOf(outer), type }], around.namespace);
  file.imports.push(...l.imports);
  if (around.exported) markExported(out);
  return [...l.classes, ...(around.isDefault ? withDefault(outer, out) : out)];
}

/** Lowers neighbouring nodes as one unit, or takes over what their text came to in the version before. */
function unit<T>(kind: string, nodes: Node[], file: File, lower: (l: Lowering, nodes: Syntax[]) => T): T {
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  const start = first?.startIndex ?? 0;
  const read = (): { value: T; imports: Import[] } => {
    const l = lowering(file.text);
    const value = lower(
      l,
      nodes.map((n) => snapshot(n, isWhole)),
    );
    return { value, imports: l.imports };
  };
  // How damaged code is read depends on what stands around it.
  const { value, imports } = nodes.some((n) => n.hasError)
    ? file.units.fresh(read)
    : file.units.take(kind, file.text.slice(start, last?.endIndex), start, read);
  file.imports.push(...imports);
  return value;
}
