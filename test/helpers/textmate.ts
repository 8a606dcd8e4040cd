/** Texts as the editor's own tokeniser colours them, with the grammars of the manifest or without. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { IOnigLib } from 'vscode-textmate';
import { textOf } from './repository.js';

const require = createRequire(import.meta.url);
// Both are bundles whose names a static import does not find.
const textmate: typeof import('vscode-textmate') = require('vscode-textmate');
const oniguruma: typeof import('vscode-oniguruma') = require('vscode-oniguruma');

/** Where the test grammars of the languages are, by scope; the same that the editor has. */
const HOSTS: Record<string, string> = {
  'source.ts': 'typescript',
  'source.tsx': 'tsx',
  'source.js': 'javascript',
  'source.js.jsx': 'jsx',
  'source.cs': 'csharp',
  'source.python': 'python',
  'source.java': 'java',
  'source.go': 'go',
  'source.powershell': 'powershell',
};

interface Injection {
  scopeName: string;
  path: string;
  injectTo: string[];
}

/** A run of characters with the same scopes. */
export interface Token {
  text: string;
  /** Outermost first. */
  scopes: string[];
}

let loaded: Promise<IOnigLib> | undefined;

function library(): Promise<IOnigLib> {
  loaded ??= oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }));
  return loaded;
}

/**
 * A tokeniser of one language.
 *
 * @param scope scope of the language: `source.ts`
 * @param injected whether the grammars of the manifest are added
 */
export async function tokeniser(scope: string, injected: boolean): Promise<(text: string) => Token[][]> {
  const rows: Injection[] = injected ? JSON.parse(textOf('package.json')).contributes.grammars : [];
  const registry = new textmate.Registry({
    onigLib: library(),
    loadGrammar: async (name) => {
      const own = rows.find((row) => row.scopeName === name);
      const host = HOSTS[name];
      if (own) return textmate.parseRawGrammar(textOf(own.path), own.path);
      return host ? JSON.parse(readFileSync(require.resolve(`tm-grammars/grammars/${host}.json`), 'utf8')) : null;
    },
    getInjections: (name) => rows.filter((row) => row.injectTo.includes(name)).map((row) => row.scopeName),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`no grammar for ${scope}`);
  return (text) => {
    let stack = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      if (result.stoppedEarly) throw new Error(`the tokeniser gave up on: ${line}`);
      return result.tokens.map((t) => ({ text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes }));
    });
  };
}

/** The scopes of every character of a line. */
export const byCharacter = (line: Token[]): string[] =>
  line.flatMap((t) => Array.from({ length: t.text.length }, () => t.scopes.join(' ')));
