/** Where a helper is inserted in Java, and how it is written there. */
import type { Range } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';
import { indented, type Style } from '../style.js';

/** At the end of the outermost type around the call: an inner one may not have static methods. */
export function placeOf({ text, candidate }: Subject): { at: number; depth: number; within?: Range } {
  const { file, val } = candidate.cell;
  let type = file.enclosingType(val);
  for (let up = type && file.enclosingType(type); up; up = file.enclosingType(up)) type = up;
  if (!type) return { at: text.length, depth: 0 };
  const brace = text.lastIndexOf('}', type.range.end - 1);
  const line = text.lastIndexOf('\n', brace) + 1;
  return { at: text.slice(line, brace).trim() === '' ? line : brace, depth: 1, within: type.range };
}

/** A canonical helper in the style of the file. */
export function restyled(source: string, style: Style, subject: Subject): string {
  return indented(source, style, placeOf(subject).depth);
}
