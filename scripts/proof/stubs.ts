/** Declarations in the place of modules that are not installed: whatever comes from them is `any`. */
import { existsSync } from 'node:fs';

/** Modules whose real types decide: they are never replaced. */
const REAL = /^(?:node:|@azure\/cosmos$|@azure\/identity$|@microsoft\/microsoft-graph-client(?:\/|$))/;
const NODE =
  /^(?:assert|buffer|child_process|crypto|events|fs|http|https|os|path|process|stream|url|util|timers)(?:\/|$)/;

/** One module as a file names it: what it takes from there. */
interface Import {
  module: string;
  names: Set<string>;
}

/** @returns declarations of the modules that texts import and that are not here */
export function stubsFor(texts: readonly string[]): string {
  const modules = new Map<string, Import>();
  for (const text of texts) collect(text, modules);
  return [...modules.values()].map(declaration).join('\n');
}

function collect(text: string, modules: Map<string, Import>): void {
  const entry = (written: string): Import => {
    // An ambient module may not be relative: a pattern stands for it.
    const module = written.replace(/^(?:\.{1,2}\/)+/, '*/').replace(/^\.{1,2}$/, '*');
    const found = modules.get(module) ?? { module, names: new Set<string>() };
    if (!isHere(written)) modules.set(module, found);
    return found;
  };
  for (const [, clause = '', module = ''] of text.matchAll(
    /^\s*(?:import|export)\s+(?:type\s+)?([^;'"]*?)\s*from\s*['"]([^'"]+)['"]/gm,
  )) {
    const into = entry(module);
    const [, braced] = /\{([^}]*)\}/.exec(clause) ?? [];
    for (const part of (braced ?? '').split(',')) {
      const [name = ''] = part
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+as\s+/);
      if (/^\w+$/.test(name) && name !== 'default') into.names.add(name);
    }
  }
  for (const [, module = ''] of text.matchAll(/(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g)) entry(module);
  for (const [, module = ''] of text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)) entry(module);
}

function isHere(module: string): boolean {
  if (REAL.test(module) || NODE.test(module)) return true;
  return !module.startsWith('.') && existsSync(`node_modules/${module}/package.json`);
}

function declaration({ module, names }: Import): string {
  const values = [...names].map(
    (one) => `  export const ${one}: any;\n  export type ${one}<A = any, B = any, C = any> = any;`,
  );
  return `declare module '${module}' {\n  const whole: any;\n  export default whole;\n${values.join('\n')}\n}`;
}
