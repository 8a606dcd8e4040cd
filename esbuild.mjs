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

/** ESM bundles may contain CommonJS packages that call `require` for Node's own modules. */
const nodeEsm = {
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
};

/** CommonJS bundles may contain ESM packages that ask where they are. */
const nodeCjs = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': '__importMetaUrl' },
};

/** One row per bundle. `group` is the name given on the command line. */
const bundles = [
  { group: 'cli', entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', ...nodeEsm, executable: true },
  { group: 'cli', entryPoints: ['src/host-node/worker.ts'], outfile: 'dist/worker.js', ...nodeEsm },
  {
    group: 'extension',
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.cjs',
    ...nodeCjs,
    external: ['vscode'],
  },
  {
    group: 'host-tests',
    entryPoints: ['test/host/index.ts'],
    outfile: 'dist/test/host/index.cjs',
    ...nodeCjs,
    external: ['vscode'],
    // Mocha looks up its parallel mode's files by name; the tests do not run in parallel.
    logOverride: { 'require-resolve-not-external': 'silent' },
  },
];

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
  const { languages } = await tsImport('./src/analysis/languages/index.ts', import.meta.url);
  return new Set(languages.flatMap((language) => language.grammars.map((name) => `tree-sitter-${name}.wasm`)));
}

const chosen = bundles.filter((row) => names.length === 0 || names.includes(row.group));
await copyGrammars();
for (const { group, executable, ...options } of chosen) {
  const entry = join(root, options.entryPoints[0]);
  if (!existsSync(entry)) {
    if (names.includes(group)) throw new Error(`${options.entryPoints[0]} does not exist`);
    continue;
  }
  if (executable) options.banner = { js: `#!/usr/bin/env node\n${options.banner.js}` };
  await build({ ...common, ...options });
  if (executable) await chmod(join(root, options.outfile), 0o755);
}
