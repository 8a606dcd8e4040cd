/** Parsing, reuse and clean-up common to the languages that are read by a tree-sitter grammar. */
import type { Node, Tree } from 'web-tree-sitter';
import type { Comment, FileModel, Range } from '../code-model.js';
import type { ReadOptions, ReadResult } from './language.js';
import { UnitCache } from './unit-cache.js';

/** Lowers a parsed file. `units` must be asked for every top-level statement and type member. */
export type LowerRoot = (root: Node, text: string, units: UnitCache) => Pick<FileModel, 'imports' | 'top'>;

/** How a grammar is used. */
export interface Reading {
  /**
   * A damaged text is parsed as a whole. Where lines and their indentation make the structure, what is recovered from
   * an error depends on the way the text came about.
   */
  wholeIfDamaged?: boolean;
}

/**
 * Reads a text with one grammar.
 *
 * @param languageId goes into the model
 * @throws ParseTimeout when parsing exceeds its budget
 */
export function readWithGrammar(
  languageId: string,
  grammar: string,
  lower: LowerRoot,
  text: string,
  options: ReadOptions,
  reading: Reading = {},
): ReadResult {
  const previous = options.previous?.state;
  let tree: Tree | undefined;
  let kept = false;
  try {
    tree = options.grammars.parse(grammar, text, options.limitMs, previous?.tree, options.previous?.edits);
    if (previous && reading.wholeIfDamaged && tree.rootNode.hasError) {
      tree.delete();
      tree = options.grammars.parse(grammar, text, options.limitMs);
    }
    const units = previous?.units ?? new UnitCache();
    units.next();
    const { imports, top } = lower(tree.rootNode, text, units);
    const comments = text.includes('guard409-') ? instructions(tree.rootNode) : [];
    const damaged = tree.rootNode.hasError ? errors(tree.rootNode) : [];
    const model: FileModel = { language: languageId, imports, top, comments, damaged };
    kept = options.keep === true;
    return kept ? { model, state: { tree, units } } : { model };
  } finally {
    previous?.tree.delete();
    if (!kept) tree?.delete();
  }
}

function instructions(root: Node): Comment[] {
  const out: Comment[] = [];
  for (const node of root.descendantsOfType(['comment', 'line_comment', 'block_comment'])) {
    if (node?.text.includes('guard409-'))
      out.push({ text: node.text, range: { start: node.startIndex, end: node.endIndex } });
  }
  return out;
}

function errors(root: Node): Range[] {
  const out: Range[] = [];
  // No recursion: code that nests without end is often the damaged one.
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isError || node.isMissing) out.push({ start: node.startIndex, end: node.endIndex });
    else if (node.hasError) pending.push(...[...node.children].reverse());
  }
  return out;
}
