/** Go: `.go` files. */
import { withoutNewValues } from './go/new-values.js';
import { lowerRoot } from './go/root.js';
import type { Language } from './language.js';
import { readShaped } from './shaped-text.js';

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
    packages: { ending: '.go', apart: '_test.go' },
    setters: true,
  },
  comments: { line: '//', block: ['/*', '*/'] },
  example: 'go.go',
  read: (text, options) => readShaped('go', GRAMMAR, lowerRoot, text, withoutNewValues(text), options),
};
