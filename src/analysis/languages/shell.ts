/** Shell scripts (sh, bash, zsh). They are read by a reader of their own, see `shell/reader.ts`. */
import type { FileModel } from '../code-model.js';
import type { Language } from './language.js';
import { parts as commands } from './shell/commands.js';
import { knownFunctions } from './shell/known.js';
import { Lowering } from './shell/lowering.js';
import { fitted } from './shell/nested-ranges.js';
import { outputOf } from './shell/outputs.js';
import { Reader } from './shell/reader.js';
import { condition, statements } from './shell/statements.js';
import { word } from './shell/values.js';

const parts = { statements, condition, output: outputOf, word };

export const shell: Language = {
  id: 'shellscript',
  title: 'Shell script',
  extensions: ['.sh', '.bash', '.zsh'],
  editorIds: ['shellscript'],
  grammars: [],
  traits: {
    deferred: 'none',
    typedHandlers: false,
    builderCase: 'camel',
    bareWords: true,
    reusesNames: true,
  },
  comments: { line: '#' },
  read(text) {
    return { model: modelOf(text) };
  },
};

function modelOf(text: string): FileModel {
  const r = new Reader(text, commands);
  const items = commands.list(r, '');
  const l = new Lowering(text, parts);
  l.stops = /^#![^\n]*\s-[a-z]*e/.test(text);
  knownFunctions(l, items);
  const body = statements(l, items);
  const top = fitted([...l.declared(), ...body], 0, text.length);
  return {
    language: 'shellscript',
    imports: [],
    top,
    comments: r.comments,
    damaged: r.damaged,
  };
}
