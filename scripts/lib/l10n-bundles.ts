/** The tables of translations: what they should hold, and what is wrong with them. */
import type { TranslationTable } from '../../src/l10n/t.js';
import type { Keys } from './l10n-keys.js';

/** Languages the texts are translated to, by the editor's names for them. */
export const languages = ['de'] as const;

/** The English texts, for translators; the editor reads none for English. */
export const englishBundle = 'l10n/bundle.l10n.json';

/** The translated texts of the sources and the catalog. */
export const bundlePath = (language: string): string => `l10n/bundle.l10n.${language}.json`;

/** The translated texts of the manifest. */
export const manifestPath = (language: string): string => `package.nls.${language}.json`;

/** Texts that are the same in a language and in English: names, codes, requests. */
export const samePath = (language: string): string => `l10n/same.${language}.json`;

/** A table with the keys given, in their order: translations that are there stay, missing ones are '' and unused ones go. */
export function completed(keys: Iterable<string>, table: TranslationTable): TranslationTable {
  return Object.fromEntries([...keys].map((key) => [key, table[key] ?? '']));
}

/** The text of a table as a file. */
export function tableText(table: TranslationTable | readonly string[]): string {
  return `${JSON.stringify(table, undefined, 2)}\n`;
}

/** A table of translations with what it is checked against. */
export interface Checked {
  /** Its file, for the reports. */
  file: string;
  table: TranslationTable;
  /** Key to the place it is used at. */
  keys: Keys;
  /** Key to the English text; the key itself where this is left out. */
  english?: TranslationTable;
  /** English texts that are the same in the language. */
  same: readonly string[];
}

/** What is wrong with a table, each as a sentence with file and key; empty when all is well. */
export function faultsOf({ file, table, keys, english, same }: Checked): string[] {
  const faults: string[] = [];
  for (const [key, place] of keys) {
    const source = english?.[key] ?? key;
    const text = table[key];
    if (!text) faults.push(`${file}: no translation of "${key}" (${place})`);
    else if (placeholders(text) !== placeholders(source))
      faults.push(`${file}: other placeholders in the translation of "${key}" (${place})`);
    else if (lost(source, text).length > 0)
      faults.push(`${file}: ${lost(source, text).join(', ')} missing in the translation of "${key}" (${place})`);
    else if (text === source && !same.includes(source))
      faults.push(
        `${file}: "${key}" is still English (${place}); if that is right, add it to the list of equal texts in l10n/`,
      );
  }
  for (const key of Object.keys(table)) if (!keys.has(key)) faults.push(`${file}: "${key}" is not used any more`);
  return faults;
}

/** The numbers of the placeholders, each once, sorted. */
function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\d+\}/g)].map(([found]) => found))].sort().join();
}

/** What is spelled alike in every language: paths, requests, names of members and types, statuses, code in backticks. */
const SPELLED =
  /(`+)[^`]+\1|\/[\w{}/$()='…-]+|\b[a-z]+[A-Z]\w*|\b[A-Z][a-z]+[A-Z]\w*|\b\d{3,}\b|\b(?:GET|POST|PUT|PATCH|DELETE)\b/g;

/** Words of the English text that must stand in the translation as they are and do not. */
function lost(source: string, text: string): string[] {
  return [...new Set(source.match(SPELLED) ?? [])].filter((word) => !text.includes(word));
}
