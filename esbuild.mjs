/**
 * Builds the bundles into dist/: the command line, its worker and the extension, and copies the grammars beside them.
 *
 * Usage: node esbuild.mjs [--minify] [--sourcemap] [cli] [extension] [host-tests]   (no names: every bundle whose entry exists)
 */

import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));

/** Options every bundle shares. */
const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  minify: args.includes('--minify'),
  sourcemap: args.includes('--sourcemap'),
  // jsonc-parser's "main" is a UMD file that bundlers cannot follow; its "module" is plain ESM.
  mainFields: ['module', 'main'],
};

/** Reads a module of the project as it is. */
const load = (file) => tsImport(file, import.meta.url);

/** Grammar files the bundles read at run time, by the names the engine asks for. */
async function copyGrammars() {
  const target = join(root, 'dist', 'grammars');
  await mkdir(target, { recursive: true });
  const source = dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm'));
  const wanted = await wantedGrammars();
  const present = await readdir(source);
  for (const name of wanted) {
    if (!present.includes(name)) throw new Error(`${name} is not in @vscode/tree-sitter-wasm`);
    await copyFile(join(source, name), join(target, name));
  }
  await copyFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(target, 'web-tree-sitter.wasm'));
}

/** The grammars of the language table, so that adding a language needs no change here. */
async function wantedGrammars() {
  const { languages } = await load('./src/analysis/languages/index.ts');
  return new Set(languages.flatMap((language) => language.grammars.map((name) => `tree-sitter-${name}.wasm`)));
}

const { bundles } = await load('./scripts/lib/bundles.ts');
const chosen = bundles.filter((row) => names.length === 0 || names.includes(row.group));
await copyGrammars();
for (const { group, executable, copies = [], beside = {}, ...options } of chosen) {
  const entry = join(root, options.entryPoints[0]);
  if (!existsSync(entry)) {
    if (names.includes(group)) throw new Error(`${options.entryPoints[0]} does not exist`);
    continue;
  }
  if (executable) options.banner = { js: `#!/usr/bin/env node\n${options.banner.js}` };
  await build({ ...common, ...options });
  if (executable) await chmod(join(root, options.outfile), 0o755);
  const folder = dirname(join(root, options.outfile));
  for (const [name, file] of Object.entries(beside)) await copyFile(join(root, file), join(folder, name));
  for (const copy of copies) await copyFile(join(root, options.outfile), join(root, copy));
}
