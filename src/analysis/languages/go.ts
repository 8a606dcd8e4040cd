/** Go: `.go` files. */
import { lowerRoot } from './go/root.js';
import type { Language } from './language.js';
import { readWithGrammar } from './tree-language.js';

const GRAMMAR = 'go';

export const go: Language = {
  id: 'go',
  title: 'Go',
  extensions: ['.go'],
  editorIds: ['go'],
  grammars: [GRAMMAR],
  traits: {
    deferred: 'none',
    typedHandlers: false,
    builderCase: 'pascal',
    failure: 'lastResult',
    errorType: 'error',
    sharedNames: true,
    setters: true,
  },
  comments: { line: '//', block: ['/*', '*/'] },
  example: 'go.go',
  read: (text, options) => readWithGrammar('go', GRAMMAR, lowerRoot, text, options),
};
