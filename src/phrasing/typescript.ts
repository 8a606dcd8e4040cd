/** How fixes are written in TypeScript and JavaScript. */
import type { Wrap } from '../remedies/remedy.js';
import type { Subject } from '../remedies/subject.js';
import type { Phrasing } from './phrasing.js';
import { indented, type Style, styleOf } from './style.js';
import { helpers } from './typescript/helpers.js';
import { home } from './typescript/home.js';
import { importing } from './typescript/imports.js';
import { loop } from './typescript/loop.js';
import { pieceOf } from './typescript/pieces.js';
import { slotOf } from './typescript/slots.js';
import { typeArguments } from './typescript/types.js';

export const typescript: Phrasing = {
  languages: ['typescript', 'tsx', 'javascript'],
  awaits: 'await',
  piece: (piece, subject) => pieceOf(piece, subject, (source) => restyled(source, styleOf(subject.text))),
  helper: (key, subject) => helpers[key]?.(subject),
  wrapped(wrap, name, call, subject) {
    const rest = wrap.slots.map((slot) => slotOf(slot, subject));
    if (rest.includes(undefined)) return undefined;
    const first = wrap.call === 'started' ? call : `(${parameter(wrap, subject)}) => ${call}`;
    return `${name}(${[first, ...rest].join(', ')})`;
  },
  inline: restyled,
  frame: (source, style) => indented(restyled(source, style), style, 0),
  loop,
  restyle: (source, style) => indented(restyled(source, style), style, 0),
  importing: (subject, module, names, style) => importing(subject, module, names, (source) => restyled(source, style)),
  home,
  // Function declarations are hoisted, so the end of the file is as good a place as any and moves no line.
  place: (subject: Subject) => ({ at: subject.text.length, depth: 0 }),
};

/** Texts and comments of a canonical source; only a text in single quotes is captured. */
const TEXTS = /`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/.*|'((?:\\.|[^'\\\n])*)'/g;

/** Quotes and semicolons as in the file. No canonical line begins with a bracket, so none needs a semicolon before it. */
function restyled(source: string, style: Style): string {
  const quoted =
    style.quote === '"'
      ? source.replace(TEXTS, (whole, text?: string) => (text === undefined ? whole : doubleQuoted(text)))
      : source;
  return style.semicolons ? quoted : quoted.replace(/;$/gm, '');
}

/** The inside of a text in single quotes, in double ones. */
function doubleQuoted(text: string): string {
  return `"${text.replace(/\\(.)|"/gs, (both, escaped?: string) => (escaped === "'" ? "'" : both === '"' ? '\\"' : both))}"`;
}

/** The parameter in the place of the body. The type the call names for it is said here too: the body is checked against it. */
function parameter({ lifted }: Wrap, subject: Subject): string {
  if (!lifted) return '';
  const type = typeArguments(subject);
  return type === undefined ? lifted.name : `${lifted.name}: ${type}`;
}
