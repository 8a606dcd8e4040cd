// Reads every source file below a folder and does nothing with it: the least a scan can cost.
// Usage: node read-files.mjs FOLDER EXTENSION…    (folders that begin with a dot and node_modules are not entered)
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const [root = '.', ...extensions] = process.argv.slice(2);
const wanted = new Set(extensions);
let files = 0;
let bytes = 0;
let characters = 0;

function enter(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') enter(path);
    } else if (entry.isFile() && wanted.has(extname(entry.name))) {
      const content = readFileSync(path);
      bytes += content.length;
      characters += content.toString('utf8').length;
      files++;
    }
  }
}

enter(root);
process.stdout.write(`${JSON.stringify({ files, bytes, characters })}\n`);
