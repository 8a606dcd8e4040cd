/**
 * Brings the tables of translations up to date: `npm run l10n`. New texts are added to every language as '', unused ones
 * are removed, and what is still to be translated is printed. Exit code 1 while something is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { TranslationTable } from '../src/l10n/t.js';
import {
  bundlePath,
  completed,
  englishBundle,
  faultsOf,
  languages,
  manifestPath,
  samePath,
  tableText,
} from './lib/l10n-bundles.js';
import { collectKeys } from './lib/l10n-keys.js';

const read = <T>(path: string, none: T): T => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : none);
const noTable: TranslationTable = {};

const keys = await collectKeys('.');
writeFileSync(englishBundle, tableText(Object.fromEntries([...keys.keys()].map((key) => [key, key]))));
const manifest = read('package.nls.json', noTable);
const manifestKeys = new Map(Object.keys(manifest).map((key) => [key, 'package.nls.json']));

const faults = languages.flatMap((language) => {
  const bundle = completed(keys.keys(), read(bundlePath(language), noTable));
  const texts = completed(manifestKeys.keys(), read(manifestPath(language), noTable));
  const used = new Set([...keys.keys(), ...Object.values(manifest)]);
  const same = read<string[]>(samePath(language), []).filter((text) => used.has(text));
  writeFileSync(bundlePath(language), tableText(bundle));
  writeFileSync(manifestPath(language), tableText(texts));
  writeFileSync(samePath(language), tableText([...new Set(same)].sort()));
  return [
    ...faultsOf({ file: bundlePath(language), table: bundle, keys, same }),
    ...faultsOf({ file: manifestPath(language), table: texts, keys: manifestKeys, english: manifest, same }),
  ];
});
for (const fault of faults) console.error(fault);
console.log(`${keys.size} texts, ${manifestKeys.size} of the manifest; ${faults.length} to do`);
process.exitCode = faults.length > 0 ? 1 : 0;
