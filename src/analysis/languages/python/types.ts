/** Annotations. What only wraps the type that counts (`Optional`, `Annotated`, `X | None`) is left out. */
import type { TypeRef } from '../../code-model.js';
import { field, named, type Syntax } from '../syntax.js';
import { type Lowering, MAX_DEPTH, textOf } from './context.js';

const unnamed = (): TypeRef => ({ path: [], args: [] });
/** Types that say nothing of their own about a value. */
const WRAPPERS = new Set(['Optional', 'Union', 'Annotated', 'ClassVar', 'Final', 'Required', 'NotRequired', 'InitVar']);
const NOTHING = new Set(['None', 'Any', 'object']);

/** The dotted path of `a.b.c`; undefined for anything else. */
export function pathOf(node: Syntax, l: Lowering): string[] | undefined {
  const path: string[] = [];
  let at: Syntax | undefined = node;
  while (at?.type === 'attribute') {
    const name = field(at, 'attribute');
    if (!name) return undefined;
    path.unshift(textOf(name, l));
    at = field(at, 'object');
  }
  if (at?.type === 'dotted_name') return [...named(at).map((n) => textOf(n, l)), ...path];
  if (at?.type !== 'identifier') return undefined;
  path.unshift(textOf(at, l));
  return path;
}

/** The type of an annotation. */
export function typeRef(node: Syntax, l: Lowering, depth = 0): TypeRef {
  if (depth > MAX_DEPTH) return unnamed();
  const first = named(node)[0];
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
      return first ? typeRef(first, l, depth + 1) : unnamed();
    case 'string':
      return quoted(textOf(node, l));
    case 'generic_type':
    case 'subscript': {
      const path = first ? pathOf(first, l) : undefined;
      if (!path) return unnamed();
      const rest =
        node.type === 'subscript'
          ? named(node).slice(1)
          : named(node)
              .slice(1)
              .flatMap((p) => named(p));
      return applied(
        path,
        rest.map((r) => typeRef(r, l, depth + 1)),
      );
    }
    case 'binary_operator':
    case 'union_type': {
      const choices = named(node).map((n) => typeRef(n, l, depth + 1));
      return choices.find((c) => !isNothing(c)) ?? unnamed();
    }
    case 'none':
      return { path: ['None'], args: [] };
    default:
      return { path: pathOf(node, l) ?? [], args: [] };
  }
}

function applied(path: string[], args: TypeRef[]): TypeRef {
  if (!WRAPPERS.has(path.at(-1) ?? '')) return { path, args };
  return args.find((a) => !isNothing(a)) ?? unnamed();
}

function isNothing(type: TypeRef): boolean {
  return type.path.length === 0 || (type.path.length === 1 && NOTHING.has(type.path[0] ?? ''));
}

/** A type written as a string, since it is declared further down. */
function quoted(written: string): TypeRef {
  const name = /^[rRbBuU]?['"]+\s*(?:Optional\[)?\s*([A-Za-z_][\w.]*)/.exec(written)?.[1];
  return name ? { path: name.split('.'), args: [] } : unnamed();
}

/** `{ type }` of a node's annotation field, or nothing, to be spread into a model object. */
export function typeOf(node: Syntax, l: Lowering, name = 'type'): { type?: TypeRef } {
  const annotation = field(node, name);
  if (!annotation) return {};
  const type = typeRef(annotation, l);
  return type.path.length > 0 ? { type } : {};
}
