/**
 * `npm run package`: builds the extension for use and packs it as guard409-VERSION.vsix. Fails when the package is too
 * large or holds other files than test/data/packed-files.txt lists; `npm run package -- --list` writes that list anew.
 * `--pictures URL` names the address under which the folder docs is published: galleries show no other pictures.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { largestBytes, packExtension } from './lib/package.js';

const root = resolve(import.meta.dirname, '..');
const list = join(root, 'test', 'data', 'packed-files.txt');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const name = `guard409-${version}.vsix`;

const { values } = parseArgs({ options: { list: { type: 'boolean' }, pictures: { type: 'string' } } });
const { bytes, files } = await packExtension(root, join(root, name), values.pictures);
if (values.list) await writeFile(list, `${files.join('\n')}\n`);
const expected = (await readFile(list, 'utf8')).trim().split('\n');
const unexpected = files.filter((file) => !expected.includes(file));
const absent = expected.filter((file) => !files.includes(file));
for (const file of unexpected) console.error(`packed, but not listed: ${file}`);
for (const file of absent) console.error(`listed, but not packed: ${file}`);
if (bytes >= largestBytes) console.error(`too large: ${bytes} bytes, the limit is ${largestBytes}`);
console.log(`${name}: ${files.length} files, ${(bytes / 1024 / 1024).toFixed(2)} MB`);
process.exitCode = unexpected.length + absent.length > 0 || bytes >= largestBytes ? 1 : 0;
