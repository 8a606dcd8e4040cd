/**
 * Adds to a list or object in JSON with comments so that it looks like the rest and nothing else changes: no line is laid
 * out anew, and a comment stays with what it speaks of.
 */
import type { Edit, Node } from 'jsonc-parser';

/** Lists and objects as plain data. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** The line end of a text; a line feed where it has one line. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** Edits that put an item, already written, behind the last one of a list or the last property of an object. */
export function append(text: string, container: Node, item: (layout: ItemLayout) => string): Edit[] {
  const last = container.children?.at(-1);
  return last ? behind(text, container, last, item) : into(text, container, item);
}

/** Where an item comes to stand. */
export interface ItemLayout {
  /** Indentation of its line; undefined where everything stands on one line. */
  indent: string | undefined;
  /** One step of indentation. */
  unit: string;
  eol: string;
}

/** A list under a key. A list of objects has a line for each of them. */
export function listProperty(key: string, value: Plain, { indent, unit, eol }: ItemLayout): string {
  const item = inline(value);
  const one = `${JSON.stringify(key)}: [${item}]`;
  if (indent === undefined || typeof value === 'string') return one;
  return `${JSON.stringify(key)}: [${eol}${indent}${unit}${item}${eol}${indent}]`;
}

/** A value on one line. */
export function inline(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const properties = Object.entries(value).map(([key, of]) => `${JSON.stringify(key)}: ${inline(of)}`);
  return `{ ${properties.join(', ')} }`;
}

/** A comma that is there already, and comments about the last item on its line. */
const REMARK = /^([ \t]*,)?((?:[ \t]*\/\*(?:(?!\*\/)[^\r\n])*\*\/)*(?:[ \t]*\/\/[^\r\n]*)?)/;

function behind(text: string, container: Node, last: Node, item: (layout: ItemLayout) => string): Edit[] {
  const end = last.offset + last.length;
  const [whole = '', comma, remark = ''] = REMARK.exec(text.slice(end)) ?? [];
  const ownLine = /[\r\n]/.test(text.slice(container.offset, last.offset));
  const lines = ownLine || remark.includes('//');
  const eol = eolOf(text);
  const unit = unitOf(text);
  const around = indentAt(text, last.offset);
  const indent = lines ? (ownLine ? around : around + unit) : undefined;
  const gap = indent === undefined ? ' ' : `${eol}${indent}`;
  const written = `${gap}${item({ indent, unit, eol })}${comma === undefined ? '' : ','}`;
  const edit = { offset: end + whole.length, length: 0, content: written };
  return comma === undefined ? [{ offset: end, length: 0, content: ',' }, edit] : [edit];
}

function into(text: string, container: Node, item: (layout: ItemLayout) => string): Edit[] {
  const start = container.offset + 1;
  const end = container.offset + container.length - 1;
  const within = text.slice(start, end);
  const eol = eolOf(text);
  const unit = unitOf(text);
  const around = indentAt(text, container.offset);
  const list = container.type === 'array';
  if (list && !/[\r\n]/.test(within)) {
    return [
      { offset: end, length: 0, content: `${within.trim() ? ' ' : ''}${item({ indent: undefined, unit, eol })}` },
    ];
  }
  const indent = around + unit;
  const written = `${indent}${item({ indent, unit, eol })}${eol}${around}`;
  // What stands in there is space and comments; the space before the closing bracket is written anew.
  const kept = within.trimEnd().length;
  return [{ offset: start + kept, length: within.length - kept, content: `${eol}${written}` }];
}

/** The indentation of the line an offset stands on. */
function indentAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** One step of indentation: that of the first indented line; two spaces where there is none. */
function unitOf(text: string): string {
  return /[\r\n]([ \t]+)(?=["{[\]}/])/.exec(text)?.[1] ?? '  ';
}
