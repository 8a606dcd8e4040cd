/** TypeScript and JavaScript, with and without JSX. */
import type { Language } from './language.js';
import { readWithGrammar } from './tree-language.js';
import { lowerRoot } from './typescript/root.js';

/** The second one by the custom of projects whose first only refers to others. */
const MODULE_MAPS = ['tsconfig.json', 'tsconfig.app.json', 'jsconfig.json'];

function language(id: string, title: string, grammar: string, extensions: string[], editorIds: string[]): Language {
  return {
    id,
    title,
    extensions,
    editorIds,
    grammars: [grammar],
    traits: { deferred: 'promise', typedHandlers: false, builderCase: 'camel', moduleMaps: MODULE_MAPS },
    comments: { line: '//', block: ['/*', '*/'] },
    read: (text, options) => readWithGrammar(id, grammar, lowerRoot, text, options),
  };
}

export const typescript: Language = {
  ...language('typescript', 'TypeScript', 'typescript', ['.ts', '.mts', '.cts'], ['typescript']),
  example: 'typescript.ts',
};

export const tsx = language('tsx', 'TypeScript with JSX', 'tsx', ['.tsx'], ['typescriptreact']);

/** Read with the grammar of TSX: it takes in JSX and most of Flow's annotations besides the language itself. */
export const javascript = language(
  'javascript',
  'JavaScript',
  'tsx',
  ['.js', '.mjs', '.cjs', '.jsx'],
  ['javascript', 'javascriptreact'],
);
