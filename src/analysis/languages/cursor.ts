/**
 * A cursor over a syntax tree that does not copy its state into WebAssembly memory for every question.
 *
 * The parser's own `TreeCursor` writes four words before each call and reads four after each move, which takes three
 * times as long as the calls themselves. The functions it calls are on the module object that was handed to
 * `Parser.init`; asked directly, the state simply stays where it is. Where they are not to be found (another build of
 * the parser), its own cursor serves.
 */
import type { Node, TreeCursor } from 'web-tree-sitter';

export interface Cursor {
  typeId(): number;
  fieldId(): number;
  /** Offsets in UTF-16 code units. */
  start(): number;
  end(): number;
  toFirstChild(): boolean;
  toNextSibling(): boolean;
  toParent(): void;
  /** Frees the cursor. Between its creation and this call nothing else may be asked of the parser. */
  release(): void;
}

type Ask = (tree: number) => number;

/** What is used of the parser's WebAssembly module. */
interface RawModule {
  HEAP32: Int32Array;
  _ts_init(): number;
  _ts_tree_cursor_current_node_type_id_wasm: Ask;
  _ts_tree_cursor_current_field_id_wasm: Ask;
  _ts_tree_cursor_start_index_wasm: Ask;
  _ts_tree_cursor_end_index_wasm: Ask;
  _ts_tree_cursor_goto_first_child_wasm: Ask;
  _ts_tree_cursor_goto_next_sibling_wasm: Ask;
  _ts_tree_cursor_goto_parent_wasm: Ask;
}

const FUNCTIONS = [
  '_ts_init',
  '_ts_tree_cursor_current_node_type_id_wasm',
  '_ts_tree_cursor_current_field_id_wasm',
  '_ts_tree_cursor_start_index_wasm',
  '_ts_tree_cursor_end_index_wasm',
  '_ts_tree_cursor_goto_first_child_wasm',
  '_ts_tree_cursor_goto_next_sibling_wasm',
  '_ts_tree_cursor_goto_parent_wasm',
];

/** Words of a cursor's state, in the order in which the parser transfers them. */
const STATE = [0, 1, 2, 3] as const;

let raw: { module: RawModule; transfer: number } | undefined;

/**
 * Lets cursors use the module directly.
 *
 * @param module the object handed to `Parser.init`, after that has resolved
 * @returns whether everything needed was found
 */
export function useModule(module: object): boolean {
  const record = module as Record<string, unknown>;
  if (!(record['HEAP32'] instanceof Int32Array)) return false;
  if (FUNCTIONS.some((name) => typeof record[name] !== 'function')) return false;
  const found = module as RawModule;
  // Asked again, it only answers where the transfer buffer lies.
  raw = { module: found, transfer: found._ts_init() >> 2 };
  return true;
}

/** A cursor at a node. */
export function cursorAt(node: Node): Cursor {
  const cursor = node.walk();
  const tree = (node.tree as unknown as Record<number, unknown>)[0];
  return raw && typeof tree === 'number' ? direct(raw.module, raw.transfer, tree, cursor) : wrapped(cursor);
}

function direct(module: RawModule, transfer: number, tree: number, cursor: TreeCursor): Cursor {
  const words = cursor as unknown as Record<number, number>;
  for (const i of STATE) module.HEAP32[transfer + i] = words[i] ?? 0;
  return {
    typeId: () => module._ts_tree_cursor_current_node_type_id_wasm(tree),
    fieldId: () => module._ts_tree_cursor_current_field_id_wasm(tree),
    start: () => module._ts_tree_cursor_start_index_wasm(tree),
    end: () => module._ts_tree_cursor_end_index_wasm(tree),
    toFirstChild: () => module._ts_tree_cursor_goto_first_child_wasm(tree) === 1,
    toNextSibling: () => module._ts_tree_cursor_goto_next_sibling_wasm(tree) === 1,
    toParent: () => {
      module._ts_tree_cursor_goto_parent_wasm(tree);
    },
    release: () => {
      // The state has moved; the wrapper must free what it has become.
      for (const i of STATE) words[i] = module.HEAP32[transfer + i] ?? 0;
      cursor.delete();
    },
  };
}

function wrapped(cursor: TreeCursor): Cursor {
  return {
    typeId: () => cursor.nodeTypeId,
    fieldId: () => cursor.currentFieldId,
    start: () => cursor.startIndex,
    end: () => cursor.endIndex,
    toFirstChild: () => cursor.gotoFirstChild(),
    toNextSibling: () => cursor.gotoNextSibling(),
    toParent: () => {
      cursor.gotoParent();
    },
    release: () => cursor.delete(),
  };
}
