/** Texts as they are written in Python. */

/** A text as a literal. */
export function literal(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;
}
