/** C#: `.cs` files and scripts. */
import type { Tree } from 'web-tree-sitter';
import { shapeDirectives } from './csharp/directives.js';
import { lowerRoot } from './csharp/root.js';
import type { TextEdit } from './grammars.js';
import type { Language, ReadOptions } from './language.js';
import { readWithGrammar } from './tree-language.js';

const GRAMMAR = 'c-sharp';

/** Trees of texts that were changed before parsing: edits of the source do not describe edits of them. */
const shapedTrees = new WeakSet<Tree>();

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  extensions: ['.cs', '.csx'],
  editorIds: ['csharp'],
  grammars: [GRAMMAR],
  traits: { deferred: 'task', typedHandlers: true, builderCase: 'pascal', implicitThis: true },
  comments: { line: '//', block: ['/*', '*/'] },
  example: 'csharp.cs',
  read(text, options) {
    const shaped = shapeDirectives(text);
    const old = options.previous?.state.tree;
    const whole = old !== undefined && (shaped !== text || shapedTrees.has(old));
    const result = readWithGrammar(
      'csharp',
      GRAMMAR,
      lowerRoot,
      shaped,
      whole ? replaced(old, shaped, options) : options,
    );
    if (result.state && shaped !== text) shapedTrees.add(result.state.tree);
    return result;
  },
};

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
