/**
 * `new` of a value: since Go 1.26 it gives a pointer to it. The grammar reads a type there, so that a text, a number or a call
 * would be damage. Source: "Changes to the language" of https://go.dev/doc/go1.26
 */

/** Stands for `new` where a value follows: as long, and no name that anybody gives. */
export const NEW_VALUE = 'n\u00EBw';

/** What no type begins with, and a name with what only stands behind a value: a call, a literal's fields, an operator, a field of a field. */
const VALUE =
  /(?<![\w.])new(?=\(\s*(?:["'`\d!+^-]|&|(?:\[\w*\])?(?!(?:func|struct|interface|map|chan)\b)[A-Za-z_][\w.]*(?:\[[^\]\n]*\])?\s*(?:(?<=\.\w+\.\w+)\)|[({+\-*/%&|^<>=!])))/g;

/** The text of the same length in which such a `new` is a function like others. */
export function withoutNewValues(text: string): string {
  return text.includes('new(') ? text.replace(VALUE, NEW_VALUE) : text;
}
