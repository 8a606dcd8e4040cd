/** How fixes are written in PowerShell. */
import type { Slot } from '../remedies/remedy.js';
import type { Subject } from '../remedies/subject.js';
import type { Phrasing } from './phrasing.js';
import { helpers } from './powershell/helpers.js';
import { pieceOf } from './powershell/pieces.js';
import { place } from './powershell/place.js';
import { byAddress, byKey, byList, textOf } from './powershell/reads.js';
import { literal } from './powershell/test.js';
import { indented } from './style.js';

/** Variables that mean something else inside a script block. */
const OWN_OF_BLOCK = /[$@](?:args|input|PSBoundParameters|MyInvocation|PSCmdlet|ConflictCall|ConflictName)\b/i;

/** An argument that says what becomes of an error, also by its short name. */
const ASKED = /\s-(?:ErrorAction|ea)\b/i;

export const powershell: Phrasing = {
  languages: ['powershell'],
  awaits: '',
  piece: pieceOf,
  helper: (key, subject) => (canBeHanded(subject) ? helpers[key]?.(subject) : undefined),
  wrapped(wrap, name, call, subject) {
    const rest = wrap.slots.map((slot) => slotOf(slot, subject));
    if (rest.includes(undefined)) return undefined;
    const stops = subject.candidate.channel === 'stream' ? ' -ErrorAction Stop' : '';
    return [name, `{ ${call}${stops} }`, ...rest].join(' ');
  },
  inline: (source) => source,
  frame: (source, style) => indented(source, style, 0),
  // Behind a helper above the first statement a line stays empty.
  restyle: (source, style, subject) =>
    indented(source, style, 0) + (place(subject).at < subject.text.length ? style.eol : ''),
  place,
};

/** A slot as an argument; undefined where it is not written for the call's command. */
function slotOf(slot: Slot, subject: Subject): string | undefined {
  if ('literal' in slot) return literal(slot.literal);
  if ('parts' in slot) return textOf(slot.parts);
  if ('beside' in slot) return byKey(subject, slot.beside);
  if ('pages' in slot) return byList(subject, slot.pages);
  return 'reads' in slot && 'parts' in slot.reads ? byAddress(subject, slot.reads.parts) : undefined;
}

/** Whether the call means the same inside a script block, where it may be asked to end with its error. */
function canBeHanded(subject: Subject): boolean {
  const { start, end } = subject.call.range;
  const source = subject.text.slice(start, end);
  if (OWN_OF_BLOCK.test(source)) return false;
  if (subject.candidate.channel !== 'stream') return true;
  // A table of arguments may hold the one that is added; two of a name are an error.
  return !ASKED.test(source) && !subject.call.args.some((a) => a.spread && mentionsErrorAction(subject));
}

function mentionsErrorAction({ text }: Subject): boolean {
  return /\bErrorAction\b\s*=/i.test(text);
}
