/** Java: `.java` files. */
import { lowerRoot } from './java/root.js';
import type { Language } from './language.js';
import { readWithGrammar } from './tree-language.js';

const GRAMMAR = 'java';

export const java: Language = {
  id: 'java',
  title: 'Java',
  extensions: ['.java'],
  editorIds: ['java'],
  grammars: [GRAMMAR],
  traits: {
    deferred: 'chain',
    typedHandlers: true,
    builderCase: 'camel',
    implicitThis: true,
    annotations: true,
    setters: true,
    modules: { endings: ['.java'], folder: 'package-info' },
  },
  comments: { line: '//', block: ['/*', '*/'] },
  example: 'java.java',
  read(text, options) {
    return readWithGrammar('java', GRAMMAR, lowerRoot, text, options);
  },
};
