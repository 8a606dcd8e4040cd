/** Tables of names. */

/** Names of a language that does not tell upper from lower case. */
export class FoldedNames<T> extends Map<string, T> {
  override get(name: string): T | undefined {
    return super.get(name.toLowerCase());
  }
  override has(name: string): boolean {
    return super.has(name.toLowerCase());
  }
  override set(name: string, value: T): this {
    return super.set(name.toLowerCase(), value);
  }
}

/** Another empty table of the same kind. */
export function emptyLike<T>(names: Map<string, T>): Map<string, T> {
  return names instanceof FoldedNames ? new FoldedNames() : new Map();
}
