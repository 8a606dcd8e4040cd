/**
 * Checks the lists of SDK signatures against the sources the packages were made from:
 *
 *     npm run signatures -- microsoft/kiota-dotnet=FOLDER …       compares
 *     npm run signatures -- --write microsoft/kiota-dotnet=FOLDER …
 *
 * A folder is a clone that has the commit of the list, or holds the files of that commit. A library without a folder is
 * left as it is, and said to be.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureList } from './signatures/list.js';
import { readList } from './signatures/read.js';
import { type Wanted, wanted } from './signatures/wanted.js';

const given = process.argv.slice(2);
const write = given.includes('--write');
const folders = new Map(given.filter((one) => one.includes('=')).map((one) => one.split('=') as [string, string]));
const pathOf = ({ file }: Wanted): string => `test/data/signatures/${file}.json`;

/** Last names of all types that are wanted, and of what comes with them. */
const listed = new Set(
  wanted.flatMap((row) =>
    Object.values(row.sources).flatMap((types) =>
      Object.keys(types).flatMap((name) => {
        const last = name.replace(/<.*/, '').split('.').at(-1) ?? '';
        return [last, `${last}GetQueryParameters`];
      }),
    ),
  ),
);

function showing(folder: string, commit: string): (path: string) => string {
  const isClone = existsSync(join(folder, 'objects')) || existsSync(join(folder, '.git'));
  if (!isClone) return (path) => readFileSync(join(folder, path), 'utf8');
  return (path) =>
    execFileSync('git', ['-C', folder, 'show', `${commit}:${path}`], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

const differing: string[] = [];
for (const row of wanted) {
  const folder = folders.get(row.repository);
  if (folder === undefined) {
    console.log(`${row.file}: not checked, no folder for ${row.repository}`);
    continue;
  }
  const list: SignatureList = readList(row, listed, showing(folder, row.commit));
  const text = `${JSON.stringify(list, null, 2)}\n`;
  const count = list.types.reduce((sum, type) => sum + type.members.length, 0);
  const kept = existsSync(pathOf(row)) ? JSON.stringify(JSON.parse(readFileSync(pathOf(row), 'utf8'))) : '';
  const same = kept === JSON.stringify(list);
  if (!same) differing.push(row.file);
  if (write) writeFileSync(pathOf(row), text);
  const found = `${list.types.length} types, ${count} members of ${row.package} ${row.version}`;
  console.log(`${row.file}: ${found}, ${same ? 'as listed' : write ? 'written' : 'NOT as listed'}`);
}
if (!write && differing.length > 0) process.exitCode = 1;
