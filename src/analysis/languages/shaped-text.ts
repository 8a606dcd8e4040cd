/** Reading a text that is changed, at its length, before it is parsed: what the grammar cannot read is made readable. */
import type { Tree } from 'web-tree-sitter';
import type { TextEdit } from './grammars.js';
import type { ReadOptions, ReadResult } from './language.js';
import { type LowerRoot, type Reading, readWithGrammar } from './tree-language.js';

/** Trees of texts that were changed before parsing: edits of the source do not describe edits of them. */
const shapedTrees = new WeakSet<Tree>();

/**
 * Reads a text with one grammar by way of another text of the same length.
 *
 * @param text what is written
 * @param shaped what is parsed
 * @throws ParseTimeout when parsing exceeds its budget
 */
export function readShaped(
  languageId: string,
  grammar: string,
  lower: LowerRoot,
  text: string,
  shaped: string,
  options: ReadOptions,
  reading: Reading = {},
): ReadResult {
  const old = options.previous?.state.tree;
  const whole = old !== undefined && (shaped !== text || shapedTrees.has(old));
  const from = whole ? replaced(old, shaped, options) : options;
  const result = readWithGrammar(languageId, grammar, lower, shaped, from, reading);
  if (result.state && shaped !== text) shapedTrees.add(result.state.tree);
  return result;
}

/** The same options with one edit that replaces everything: parsed afresh, while unchanged units are still reused. */
function replaced(old: Tree, text: string, options: ReadOptions): ReadOptions {
  const { state } = options.previous ?? {};
  if (!state) return options;
  const lastLine = text.lastIndexOf('\n');
  const edit: TextEdit = {
    start: 0,
    oldEnd: old.rootNode.endIndex,
    newEnd: text.length,
    startPosition: { row: 0, column: 0 },
    oldEndPosition: old.rootNode.endPosition,
    newEndPosition: { row: text.split('\n').length - 1, column: text.length - lastLine - 1 },
  };
  return { ...options, previous: { state, edits: [edit] } };
}
