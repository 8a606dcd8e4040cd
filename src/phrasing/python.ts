/** How fixes are written in Python. Helpers stand behind the imports: what is called must be defined before. */
import type { Wrap } from '../remedies/remedy.js';
import { type Subject, sourceOf } from '../remedies/subject.js';
import type { Phrasing } from './phrasing.js';
import { helpers } from './python/helpers.js';
import { importing } from './python/imports.js';
import { loop } from './python/loop.js';
import { importsOf, pieceOf } from './python/pieces.js';
import { placeOf } from './python/place.js';
import { slotOf } from './python/slots.js';
import { indented, type Style, styleOf } from './style.js';

export const python: Phrasing = {
  languages: ['python'],
  awaits: 'await',
  piece(piece, subject) {
    const written = pieceOf(piece, subject);
    // What is the user's own keeps its style.
    return written === undefined || 'code' in piece || 'anyOf' in piece || 'allOf' in piece
      ? written
      : restyled(written, styleOf(subject.text));
  },
  pieceImports: importsOf,
  helper: (key, subject) => (opensContext(subject) ? undefined : helpers[key]?.(subject)),
  wrapped(wrap, name, call, subject) {
    const rest = wrap.slots.map((slot) => slotOf(slot, subject));
    const first = wrap.call === 'started' ? call : lambdaOf(wrap, call, subject);
    if (first === undefined || rest.includes(undefined)) return undefined;
    return `${name}(${[first, ...rest].join(', ')})`;
  },
  inline: restyled,
  frame: (source, style) => indented(restyled(source, style), style, 0),
  loop,
  // Two empty lines stand before a function.
  restyle: (source, style) => `${style.eol}${indented(restyled(source, style), style, 0)}`,
  importing: (subject, module, names, style) => importing(subject, module, names, style.eol),
  place: (subject) => ({ at: placeOf(subject), depth: 0 }),
};

/** Texts and comments; only what is inside double quotes that can be turned into single ones is captured. */
const TEXTS = /"""[\s\S]*?"""|'(?:\\.|[^'\\\n])*'|"([^"'\\\n]*)"|"(?:\\.|[^"\\\n])*"|#[^\n]*/g;

/** Canonical texts stand in double quotes. */
function restyled(source: string, style: Style): string {
  return style.quote === '"'
    ? source
    : source.replace(TEXTS, (whole, text?: string) => (text === undefined ? whole : `'${text}'`));
}

/** The call as a function; what awaits or yields inside cannot stand in one. */
function lambdaOf({ lifted }: Wrap, call: string, subject: Subject): string | undefined {
  if (/\b(?:await|yield)\b|:=/.test(sourceOf(subject, subject.call.range))) return undefined;
  return `lambda${lifted ? ` ${lifted.name}` : ''}: ${call}`;
}

/** `async with session.post(…) as answer`: what the call hands out is no coroutine but opens a context. */
function opensContext({ candidate, call, deferred }: Subject): boolean {
  const up = deferred ? candidate.cell.file.parent(call)?.node : undefined;
  return up !== undefined && 'v' in up && up.v === 'await' && up.range.start === call.range.start;
}
