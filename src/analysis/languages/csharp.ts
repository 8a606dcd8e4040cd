/** C#: `.cs` files and scripts. */
import { lowerRoot } from './csharp/root.js';
import type { Language } from './language.js';
import { readWithGrammar } from './tree-language.js';

const GRAMMAR = 'c-sharp';

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  extensions: ['.cs', '.csx'],
  editorIds: ['csharp'],
  grammars: [GRAMMAR],
  traits: { deferred: 'task', typedHandlers: true, builderCase: 'pascal' },
  comments: { line: '//', block: ['/*', '*/'] },
  read: (text, options) => readWithGrammar('csharp', GRAMMAR, lowerRoot, text, options),
};
