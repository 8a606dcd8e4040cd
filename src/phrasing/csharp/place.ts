/** Where a helper is inserted in C#, and how it is written there. */
import type { Range } from '../../analysis/code-model.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { indented, type Style } from '../style.js';

/** At the end of the type around the call, or behind the last of a file's top-level statements. */
export function placeOf({ text, candidate }: Subject): { at: number; depth: number; within?: Range } {
  const { file, val } = candidate.cell;
  const type = file.enclosingType(val);
  if (!type) return { at: behindStatements(text, file.model.top), depth: 0 };
  const brace = text.lastIndexOf('}', type.range.end - 1);
  const line = text.lastIndexOf('\n', brace) + 1;
  const before = text.slice(line, brace);
  const alone = before.trim() === '';
  const width = before.replace(/\t/g, '    ').length;
  return {
    at: alone ? line : brace,
    depth: alone ? Math.round(width / stepOf(text)) + 1 : 1,
    within: type.range,
  };
}

/** Types must not stand before a local function of the file. */
function behindStatements(text: string, top: Subject['candidate']['cell']['file']['model']['top']): number {
  const types = top.filter((stmt) => stmt.s === 'type');
  const end = Math.max(0, ...top.filter((stmt) => stmt.s !== 'type').map((stmt) => stmt.range.end));
  if (!types.some((type) => type.range.start >= end)) return text.length;
  const line = text.indexOf('\n', end);
  return line < 0 ? text.length : line + 1;
}

/** A canonical helper in the style of the file, as deep as it will stand. */
export function restyled(source: string, style: Style, subject: Subject): string {
  const place = placeOf(subject);
  // A local function of the file has no access of its own and no documentation.
  const local = source.replace(/^private static/gm, 'static').replace(/^\/\/\/ <summary>(.*)<\/summary>$/gm, '// $1');
  return indented(braced(place.within ? source : local, style), style, place.depth);
}

/** Canonical statements in the style of the file, from the first column. */
export function framed(source: string, style: Style): string {
  return indented(braced(source, style), style, 0);
}

/** Canonical sources have braces on lines of their own. */
function braced(source: string, style: Style): string {
  return style.braceOnOwnLine ? source : source.replace(/\n *\{$/gm, ' {').replace(/\}\n *(catch|else)\b/g, '} $1');
}

/** Width of one step of indentation, in columns. */
function stepOf(text: string): number {
  return /^ {2}\S/m.test(text) ? 2 : 4;
}

/**
 * A helper of a class that may go on in other files, which may have the same helper: named by the file.
 *
 * @param helper handed out as it is where it is a refusal, or the class stands in one file
 */
export function named<T>(helper: T | Helper, subject: Subject): T | Helper {
  const { file, val } = subject.candidate.cell;
  const type = file.enclosingType(val);
  if (!isHelper(helper) || !type) return helper;
  const head = subject.text.slice(subject.text.lastIndexOf(';', type.nameRange.start) + 1, type.nameRange.start);
  if (!/\bpartial\s+\w+\s*$/.test(head)) return helper;
  const stem = (file.path.split('/').at(-1) ?? '').replace(/\.\w+$/, '').replace(/\W/g, '');
  const rename = (one: Helper): Helper => ({
    ...one,
    name: one.name.replace(/(?:Async)?$/, (end) => `In${stem}${end}`),
    ...(one.uses ? { uses: one.uses.map(rename) } : {}),
  });
  return rename(helper);
}

function isHelper(helper: unknown): helper is Helper {
  return typeof helper === 'object' && helper !== null;
}
