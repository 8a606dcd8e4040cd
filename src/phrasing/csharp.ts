/** How fixes are written in C#, with nothing newer than C# 7. */
import type { Slot } from '../remedies/remedy.js';
import type { Subject } from '../remedies/subject.js';
import { helpers } from './csharp/helpers.js';
import { literal } from './csharp/writer.js';
import type { Phrasing } from './phrasing.js';
import { indented, type Style } from './style.js';

export const csharp: Phrasing = {
  languages: ['csharp'],
  awaits: 'await',
  piece(piece) {
    if ('code' in piece) return piece.code;
    if ('method' in piece) return piece.method;
    if ('anyOf' in piece) return `(${piece.anyOf.join(' || ')})`;
    return 'path' in piece ? `.${piece.path.join('?.')}` : 'await ';
  },
  helper: (key, subject) => helpers[key]?.(subject),
  wrapped(wrap, name, call, subject) {
    const rest = wrap.slots.map((slot) => slotOf(slot, subject));
    if (rest.includes(undefined)) return undefined;
    const first = wrap.call === 'started' ? call : `${wrap.lifted?.name ?? '()'} => ${call}`;
    return `${name}(${[first, ...rest].join(', ')})`;
  },
  inline: (source) => source,
  restyle: (source, style, subject) => indented(braced(source, style), style, placeOf(subject).depth),
  place: placeOf,
};

/** A slot as an argument; undefined where it is not written for the call's library. */
function slotOf(slot: Slot, _subject: Subject): string | undefined {
  if ('code' in slot) return slot.code;
  return 'literal' in slot ? literal(slot.literal) : undefined;
}

/** Canonical sources have braces on lines of their own. */
function braced(source: string, style: Style): string {
  return style.braceOnOwnLine ? source : source.replace(/\n *\{$/gm, ' {');
}

/** At the end of the type around the call, or of a file of top-level statements. */
function placeOf(subject: Subject): { at: number; depth: number } {
  const { text, candidate } = subject;
  const type = candidate.cell.file.enclosingType(candidate.cell.val);
  if (!type) return { at: text.length, depth: 0 };
  const brace = text.lastIndexOf('}', type.range.end);
  const line = text.lastIndexOf('\n', brace) + 1;
  const before = text.slice(line, brace);
  const alone = before.trim() === '';
  const width = before.replace(/\t/g, '    ').length;
  return { at: alone ? line : brace, depth: alone ? Math.round(width / stepOf(text)) + 1 : 1 };
}

/** Width of one step of indentation, in columns. */
function stepOf(text: string): number {
  return /^ {2}\S/m.test(text) ? 2 : 4;
}
