/** What is built into dist/: one row per bundle, and what bundles for the same place share. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..', '..');

/** One file to build. */
export interface Bundle extends BuildOptions {
  /** Name given to the build to make it. */
  group: 'cli' | 'extension' | 'host-tests';
  entryPoints: [string];
  outfile: string;
  /** It begins with the line that makes it a program. */
  executable?: boolean;
  /** Further names of the same file. */
  copies?: string[];
  /** Files that are copied into its folder: names there, and where they come from. */
  beside?: Record<string, string>;
}

/** ESM bundles may contain CommonJS packages that call `require` for Node's own modules. */
const nodeEsm = {
  platform: 'node',
  format: 'esm',
  target: 'node20',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
} satisfies BuildOptions;

/** CommonJS bundles may contain ESM packages that ask where they are. */
const nodeCjs = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': '__importMetaUrl' },
  external: ['vscode'],
} satisfies BuildOptions;

/** The parser runs under Node too, by code that asks for Node's modules. In a browser it is never reached: it is left out. */
const parserWithoutNode: Plugin = {
  name: 'parser-without-node',
  setup(builder) {
    builder.onLoad({ filter: /\/web-tree-sitter\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(/var ENVIRONMENT_IS_NODE = [^;]*;/, '');
      if (contents === text) throw new Error('web-tree-sitter no longer asks whether it runs under Node');
      return { contents };
    });
  },
};

/** The browser has no Node and loads one file alone: what is imported later is inside, and is run when it is imported. */
const browserCjs = {
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  define: { 'import.meta.url': '""', process: 'undefined', ENVIRONMENT_IS_NODE: 'false' },
  // Leaves out what is never reached.
  minifySyntax: true,
  plugins: [parserWithoutNode],
  external: ['vscode'],
} satisfies BuildOptions;

/** What a web view loads: no module of anybody's, and nothing in the global scope. It stands in the page each time. */
const page = { platform: 'browser', format: 'iife', target: 'es2022' } satisfies BuildOptions;

/** Tests in the browser. That there is no `process` is for them to find out. */
const browserTests = {
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
} satisfies BuildOptions;

/** Mocha's file for browsers would take itself for the whole bundle, where it finds a `module` to export from. */
const mochaAsGlobal: Plugin = {
  name: 'mocha-as-global',
  setup(builder) {
    builder.onLoad({ filter: /\/mocha\/mocha\.js$/ }, async ({ path }) => ({
      contents: `var module, exports;\n${await readFile(path, 'utf8')}`,
    }));
  },
};

/** The texts of all files below a folder, by their paths in it. */
function textsUnder(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(
    files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** On the desktop the extension proper is a file of its own, which the entry loads when it is needed. */
const extensionApart: Plugin = {
  name: 'extension-apart',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/extension\.js$/ }, () => ({ path: './main.cjs', external: true }));
  },
};

/** The lab is a file of its own, which is read when it is started: `file` beside the bundle. */
const labApart = (file: string): Plugin => ({
  name: 'lab-apart',
  setup(builder) {
    builder.onResolve({ filter: /^(?:\.\.\/)+lab\/index\.js$/ }, () => ({ path: file, external: true }));
  },
});

/** The in-memory Cosmos DB reads addresses by a way of Node that newer versions warn of, in everybody's console. */
const cosmosWithoutWarning: Plugin = {
  name: 'cosmos-without-warning',
  setup(builder) {
    builder.onLoad({ filter: /\/cosmosdb-server\/lib\/router\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace('(0, url_1.parse)(req.url)', "new URL('http://localhost' + req.url)");
      if (contents === text) throw new Error('the in-memory Cosmos DB no longer asks url.parse');
      return { contents };
    });
  },
};

/** So is the server for agents, with the library of its protocol. */
const agentsApart: Plugin = {
  name: 'agents-apart',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/mcp-command\.js$/ }, () => ({ path: './mcp.js', external: true }));
  },
};

export const bundles: readonly Bundle[] = [
  {
    group: 'cli',
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    ...nodeEsm,
    executable: true,
    plugins: [labApart('./lab.js'), agentsApart],
  },
  { group: 'cli', entryPoints: ['src/cli/mcp-command.ts'], outfile: 'dist/mcp.js', ...nodeEsm },
  {
    group: 'cli',
    entryPoints: ['src/lab/index.ts'],
    outfile: 'dist/lab.js',
    ...nodeEsm,
    plugins: [cosmosWithoutWarning],
  },
  { group: 'cli', entryPoints: ['src/host-node/worker.ts'], outfile: 'dist/worker.js', ...nodeEsm },
  {
    group: 'extension',
    entryPoints: ['src/extension/entry.ts'],
    outfile: 'dist/extension.cjs',
    ...nodeCjs,
    banner: {},
    // `import()` would load it by another loader, which does not know the editor's own module.
    supported: { 'dynamic-import': false },
    plugins: [extensionApart],
  },
  {
    group: 'extension',
    entryPoints: ['src/extension/node/extension.ts'],
    outfile: 'dist/main.cjs',
    ...nodeCjs,
    plugins: [labApart('./lab.cjs')],
  },
  {
    group: 'extension',
    entryPoints: ['src/lab/index.ts'],
    outfile: 'dist/lab.cjs',
    ...nodeCjs,
    plugins: [cosmosWithoutWarning],
  },
  {
    group: 'extension',
    entryPoints: ['src/extension/node/scan-worker.ts'],
    outfile: 'dist/scan-worker.cjs',
    ...nodeCjs,
  },
  {
    group: 'extension',
    entryPoints: ['src/extension/entry.ts'],
    outfile: 'dist/extension-web.cjs',
    ...browserCjs,
    // The package is of type "module", so the name must say that this is none. Older editors then look for
    // "….cjs.js", and the package, which has no type, holds that one alone (scripts/lib/package.ts).
    copies: ['dist/extension-web.cjs.js'],
  },
  { group: 'extension', entryPoints: ['src/panel/page/main.ts'], outfile: 'dist/panel.js', ...page, minify: true },
  { group: 'extension', entryPoints: ['src/panel/panel.css'], outfile: 'dist/panel.css', ...page, minify: true },
  {
    group: 'host-tests',
    entryPoints: ['test/host/index.ts'],
    outfile: 'dist/test/host/index.cjs',
    ...nodeCjs,
    // Mocha looks up its parallel mode's files by name; the tests do not run in parallel.
    logOverride: { 'require-resolve-not-external': 'silent' },
  },
  {
    group: 'host-tests',
    entryPoints: ['test/host/activation-times-inside.ts'],
    outfile: 'dist/test/host/activation-times.cjs',
    ...nodeCjs,
  },
  {
    group: 'host-tests',
    entryPoints: ['test/host/panel-times-inside.ts'],
    outfile: 'dist/test/host/panel-times.cjs',
    ...nodeCjs,
  },
  {
    group: 'host-tests',
    entryPoints: ['test/host/index-web.ts'],
    outfile: 'dist/test/host/index-web.cjs',
    ...browserTests,
    alias: { mocha: './node_modules/mocha/mocha.mjs', 'node:assert/strict': './test/host/web/assert.ts' },
    plugins: [mochaAsGlobal],
    copies: ['dist/test/host/index-web.cjs.js'],
  },
  {
    group: 'host-tests',
    entryPoints: ['test/host/virtual-workspace/extension.ts'],
    outfile: 'dist/test/host/virtual-workspace/extension.js',
    ...browserTests,
    define: { WORKSPACE_FILES: JSON.stringify(textsUnder(join(root, 'test', 'host', 'workspace'))) },
    beside: {
      'package.json': 'test/host/virtual-workspace/manifest.json',
      'package.nls.json': 'test/host/virtual-workspace/manifest.nls.json',
    },
  },
];
