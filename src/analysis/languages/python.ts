/** Python, also as the cells of notebooks: lines that are commands to the notebook are no code. */
import type { Language } from './language.js';
import { withoutMagics } from './python/magics.js';
import { lowerRoot } from './python/root.js';
import { readShaped } from './shaped-text.js';

export const python: Language = {
  id: 'python',
  title: 'Python',
  extensions: ['.py', '.pyw'],
  editorIds: ['python'],
  grammars: ['python'],
  traits: {
    deferred: 'none',
    typedHandlers: true,
    builderCase: 'snake',
    indexed: true,
    modules: { endings: ['.py'], folder: '__init__', fromAbove: true },
  },
  comments: { line: '#' },
  example: 'python.py',
  read: (text, options) =>
    readShaped('python', 'python', lowerRoot, text, withoutMagics(text), options, {
      wholeIfDamaged: true,
    }),
};
