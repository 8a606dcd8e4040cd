/**
 * Every text a user reads goes through `t`. The English text is the key; a host that knows the user's language installs
 * a table, and without one the texts stay English. JSON, SARIF and fingerprints never depend on the table.
 */

/** Translates a message and fills `{0}`, `{1}` … with the arguments. */
export type Translate = (message: string, ...args: readonly (string | number)[]) => string;

/** English message to translated message. Placeholders keep their numbers. */
export type TranslationTable = Readonly<Record<string, string>>;

/**
 * Fills `{0}`, `{1}` … with the arguments. A placeholder without an argument stays as it is, so that texts which contain
 * braces, such as `/users/{id}`, are safe.
 */
export function fill(message: string, args: readonly (string | number)[]): string {
  if (args.length === 0) return message;
  return message.replace(/\{(\d+)\}/g, (whole, digits: string) => {
    const value = args[Number(digits)];
    return value === undefined ? whole : String(value);
  });
}

/** A `t` over a fixed table; messages that are not in it, or are not translated yet (''), stay English. */
export function translator(table: TranslationTable): Translate {
  return (message, ...args) => {
    const translated = Object.hasOwn(table, message) ? table[message] : undefined;
    return fill(translated || message, args);
  };
}

/**
 * Marks a table whose texts reach `t` later, by a variable: every literal value in the argument is a key. `npm run l10n`
 * collects them; the table itself is returned unchanged, in English.
 */
export function phrases<const T>(table: T): T {
  return table;
}

/** English: fills placeholders and translates nothing. */
export const english: Translate = (message, ...args) => fill(message, args);

let current: Translate = english;

/** Installs the translation of this process or worker. Call once, at start. */
export function setTranslate(translate: Translate): void {
  current = translate;
}

/** Translates with what `setTranslate` installed. */
export const t: Translate = (message, ...args) => current(message, ...args);
