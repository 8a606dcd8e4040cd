/**
 * A syntax tree as plain JavaScript objects.
 *
 * Languages lower from this, not from the parser's own nodes: one walk with a cursor copies a declaration out of
 * WebAssembly memory, after which the tree can be freed and nothing keeps a handle on it.
 */
import type { Language, Node } from 'web-tree-sitter';
import { cursorAt } from './cursor.js';

export interface Syntax {
  type: string;
  /** Field name in its parent (`name`, `body` …), if it has one; never asked for brackets, commas and the like. */
  field: string | null;
  /** False for punctuation and keywords. */
  named: boolean;
  start: number;
  end: number;
  children: Syntax[];
}

interface Tables {
  types: readonly (string | null)[];
  isNamed: readonly boolean[];
  mayHaveField: readonly boolean[];
  mayHaveChildren: readonly boolean[];
  fieldNames: readonly (string | null)[];
}

const NO_FIELD = new Set(['(', ')', '{', '}', '[', ']', ',', ';', '.', ':', '`', '"', "'"]);
/** What has no children in any grammar, so that they need not be looked for. */
const LEAVES = new Set(['identifier', 'property_identifier', 'type_identifier', 'string_fragment', 'comment']);
/** Shared by all of them; frozen, so that a mistake shows. */
const NONE = Object.freeze<Syntax[]>([]) as Syntax[];
const tables = new WeakMap<Language, Tables>();

function tablesOf(language: Language): Tables {
  let found = tables.get(language);
  if (!found) {
    const isNamed = language.types.map((_, id) => language.nodeTypeIsNamed(id));
    const mayHaveField = language.types.map((type) => !NO_FIELD.has(type));
    const mayHaveChildren = language.types.map((type, id) => isNamed[id] === true && !LEAVES.has(type));
    found = { types: language.types, isNamed, mayHaveField, mayHaveChildren, fieldNames: language.fields };
    tables.set(language, found);
  }
  return found;
}

/**
 * Copies a node and everything below it.
 *
 * Each step of the cursor crosses into WebAssembly, so names are looked up in the grammar's own tables and nothing is
 * asked about punctuation but where it stands.
 *
 * @param node a node of a living tree; nothing of it is kept
 * @param leaveOut types whose children are not copied
 * @returns the copy, with UTF-16 offsets from the start of the file
 */
export function snapshot(node: Node, leaveOut?: (type: string) => boolean): Syntax {
  const { types, isNamed, mayHaveField, mayHaveChildren, fieldNames } = tablesOf(node.tree.language);
  const cursor = cursorAt(node);
  const copy = (isRoot: boolean): Syntax => {
    const id = cursor.typeId();
    return {
      type: types[id] ?? 'ERROR',
      field: isRoot || mayHaveField[id] === false ? null : (fieldNames[cursor.fieldId()] ?? null),
      named: isNamed[id] !== false,
      start: cursor.start(),
      end: cursor.end(),
      children: mayHaveChildren[id] === false ? NONE : [],
    };
  };
  try {
    const root = copy(true);
    // No recursion: generated code nests deeper than the stack allows.
    const open: Syntax[][] = [];
    let at = root;
    for (;;) {
      if (at.children !== NONE && !leaveOut?.(at.type) && cursor.toFirstChild()) {
        open.push(at.children);
      } else {
        while (open.length > 0 && !cursor.toNextSibling()) {
          cursor.toParent();
          open.pop();
        }
      }
      const siblings = open[open.length - 1];
      if (!siblings) return root;
      at = copy(false);
      siblings.push(at);
    }
  } finally {
    cursor.release();
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
