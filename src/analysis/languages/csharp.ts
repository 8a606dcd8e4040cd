/** C#: `.cs` files and scripts. */
import { shapeDirectives } from './csharp/directives.js';
import { lowerRoot } from './csharp/root.js';
import type { Language } from './language.js';
import { readShaped } from './shaped-text.js';

const GRAMMAR = 'c-sharp';

export const csharp: Language = {
  id: 'csharp',
  title: 'C#',
  extensions: ['.cs', '.csx'],
  editorIds: ['csharp'],
  grammars: [GRAMMAR],
  traits: {
    deferred: 'task',
    typedHandlers: true,
    filteredHandlers: true,
    builderCase: 'pascal',
    implicitThis: true,
    annotations: true,
    puts: true,
  },
  comments: { line: '//', block: ['/*', '*/'] },
  example: 'csharp.cs',
  read: (text, options) => readShaped('csharp', GRAMMAR, lowerRoot, text, shapeDirectives(text), options),
};
