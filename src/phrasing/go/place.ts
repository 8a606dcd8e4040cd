/** Where a helper is inserted in Go, and how it is written there. */
import type { Subject } from '../../remedies/subject.js';
import { indented, type Style } from '../style.js';

/** At the end of the file: functions of a package may stand in any order. */
export function placeOf({ text }: Subject): { at: number; depth: number } {
  return { at: text.length, depth: 0 };
}

/** A canonical helper in the form that gofmt gives. */
export function restyled(source: string, style: Style): string {
  return framed(source, style);
}

/** Canonical statements in the form that gofmt gives. */
export function framed(source: string, style: Style): string {
  return indented(source, { ...style, indent: '\t' }, 0);
}
