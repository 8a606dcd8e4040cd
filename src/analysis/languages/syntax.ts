/**
 * A syntax tree as plain JavaScript objects.
 *
 * Languages lower from this, not from the parser's own nodes: one walk with a cursor copies a declaration out of
 * WebAssembly memory, after which the tree can be freed and nothing keeps a handle on it.
 */
import type { Node } from 'web-tree-sitter';

export interface Syntax {
  type: string;
  /** Field name in its parent (`name`, `body` …), if it has one. */
  field: string | null;
  /** False for punctuation and keywords. */
  named: boolean;
  start: number;
  end: number;
  children: Syntax[];
}

/**
 * Copies a node and everything below it.
 *
 * @param node a node of a living tree; nothing of it is kept
 * @returns the copy, with UTF-16 offsets from the start of the file
 */
export function snapshot(node: Node): Syntax {
  const cursor = node.walk();
  try {
    const copy = (field: string | null): Syntax => {
      const out: Syntax = {
        type: cursor.nodeType,
        field,
        named: cursor.nodeIsNamed,
        start: cursor.startIndex,
        end: cursor.endIndex,
        children: [],
      };
      if (cursor.gotoFirstChild()) {
        do out.children.push(copy(cursor.currentFieldName));
        while (cursor.gotoNextSibling());
        cursor.gotoParent();
      }
      return out;
    };
    return copy(null);
  } finally {
    cursor.delete();
  }
}

/** The first child in a field, if any. */
export function field(node: Syntax, name: string): Syntax | undefined {
  return node.children.find((c) => c.field === name);
}

/** All children in a field. */
export function fields(node: Syntax, name: string): Syntax[] {
  return node.children.filter((c) => c.field === name);
}

/** Named children without comments. */
export function named(node: Syntax): Syntax[] {
  return node.children.filter((c) => c.named && !c.type.endsWith('comment'));
}

/** The first child of a type, if any. */
export function ofType(node: Syntax, ...types: string[]): Syntax | undefined {
  return node.children.find((c) => types.includes(c.type));
}

/** True if a keyword or punctuation child with this text stands directly below. */
export function hasToken(node: Syntax, token: string): boolean {
  return node.children.some((c) => !c.named && c.type === token);
}
