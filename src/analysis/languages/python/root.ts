/**
 * A file, unit by unit. Units are the statements of the file and the members of the classes among them; a class's header
 * is cheap and read anew each time.
 */
import type { Node } from 'web-tree-sitter';
import type { Import, Stmt } from '../../code-model.js';
import { type Syntax, snapshot } from '../syntax.js';
import type { LowerRoot } from '../tree-language.js';
import type { UnitCache } from '../unit-cache.js';
import { type ClassPart, classFrom, classPart, unwrapped } from './classes.js';
import { type Lowering, rangeOf } from './context.js';
import { declareNames } from './locals.js';
import { lowering } from './lowering.js';

interface File {
  text: string;
  units: UnitCache;
  imports: Import[];
}

export const lowerRoot: LowerRoot = (root, text, units) => {
  const file: File = { text, units, imports: [] };
  const top = root.namedChildren.flatMap((node) => (node.type === 'comment' ? [] : statements(node, file)));
  return { imports: file.imports, top };
};

function statements(node: Node, file: File): Stmt[] {
  const inner = node.type === 'decorated_definition' ? node.childForFieldName('definition') : node;
  const body = inner?.type === 'class_definition' ? inner.childForFieldName('body') : null;
  if (inner && body) return classStatement(node, inner, body, file);
  return unit(node.type, node, file, (l, only) => declareNames(l.statement(only), l, new Set()));
}

function classStatement(node: Node, inner: Node, body: Node, file: File): Stmt[] {
  const parts: ClassPart[] = body.namedChildren
    .filter((child) => child.type !== 'comment')
    .map((child) => unit(`member ${child.type}`, child, file, (l, only) => classPart(only, l)));
  const l = lowering(file.text);
  const whole = snapshot(node, (type) => type === 'block');
  const { definition, decorators } = unwrapped(whole);
  const type = classFrom(inner.id === node.id ? whole : definition, parts, l);
  type.marks.push(...l.marks(decorators));
  type.range = rangeOf(whole);
  file.imports.push(...l.imports);
  return [{ s: 'type', range: rangeOf(whole), type }];
}

/** Lowers a node as one unit, or takes over what its text came to in the version before. */
function unit<T>(kind: string, node: Node, file: File, lower: (l: Lowering, node: Syntax) => T): T {
  const read = (): { value: T; imports: Import[] } => {
    const l = lowering(file.text);
    const value = lower(l, snapshot(node));
    return { value, imports: l.imports };
  };
  // How damaged code is read depends on what stands around it.
  const { value, imports } = node.hasError
    ? file.units.fresh(read)
    : file.units.take(kind, file.text.slice(node.startIndex, node.endIndex), node.startIndex, read);
  file.imports.push(...imports);
  return value;
}
