/** A text as a literal of Java. */
export function literal(text: string): string {
  return JSON.stringify(text);
}
