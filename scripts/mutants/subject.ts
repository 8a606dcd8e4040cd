/** Builds the subject of mutation: the call at a place of a text, and how its conflict is handled. */
import type { Node } from 'web-tree-sitter';
import type { Dialect } from './dialects.js';
import { findHandling } from './handling.js';
import { below } from './nodes.js';
import type { Subject } from './types.js';

/**
 * The call whose method name stands nearest to a place.
 *
 * @param line 1-based
 * @param column 1-based, in UTF-16 code units; of several calls on the line the nearest one is taken
 * @returns `undefined` when no call's name stands on the line
 */
export function callAt(
  root: Node,
  dialect: Dialect,
  line: number,
  column: number,
): { call: Node; name: Node } | undefined {
  const calls = below(root, dialect.calls)
    .map((call) => ({ call, name: nameOf(call) }))
    .filter(({ name }) => name.startPosition.row === line - 1)
    .sort((a, b) => distance(a.name, column) - distance(b.name, column));
  return calls[0];
}

const distance = (name: Node, column: number): number => Math.abs(name.startPosition.column - (column - 1));

/** The node of a call's own name: `create` of `container.items.create(x)`. */
function nameOf(call: Node): Node {
  let at =
    call.childForFieldName('function') ??
    call.childForFieldName('type') ??
    call.childForFieldName('constructor') ??
    call;
  for (;;) {
    const member =
      at.childForFieldName('property') ??
      at.childForFieldName('name') ??
      at.childForFieldName('attribute') ??
      at.childForFieldName('field');
    const binding = at.type === 'conditional_access_expression' ? at.namedChildren.at(-1) : undefined;
    const next = member ?? binding;
    if (!next || next.id === at.id) return at;
    at = next;
  }
}

/** What is known of a site before it is looked up in the tree. */
export interface Place {
  origin: string;
  file: string;
  text: string;
  site: Subject['site'] & { column: number };
}

/** The subject at a place, or `undefined` when no call stands there. */
export function subjectAt(place: Place, dialect: Dialect, root: Node): Subject | undefined {
  const found = callAt(root, dialect, place.site.line, place.site.column);
  if (!found) return undefined;
  return {
    origin: place.origin,
    file: place.file,
    text: place.text,
    dialect,
    root,
    ...found,
    site: place.site,
    handling: findHandling(root, found.call, dialect),
  };
}
