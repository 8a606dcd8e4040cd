/**
 * A cheap first question before a file is held against hundreds of ignore rules: can any of them match this name at
 * all? Rules are looked at for the literal beginning or end of their last part. It may say yes too often, never no.
 */

/** Whether a rule may match a file of this name in a folder of that name. Only for files whose folders were asked for. */
export type MayMatch = (name: string, folder: string) => boolean;

interface Literals {
  names: Set<string>;
  prefixes: string[];
  suffixes: string[];
}

export function mayMatchFile(rules: string): MayMatch {
  const own = literals();
  const parent = literals();
  for (const line of rules.split(/\r?\n/)) {
    const rule = line.trim();
    // A rule that ends in a slash matches folders only.
    if (rule === '' || rule.startsWith('#') || rule.endsWith('/')) continue;
    // Escapes and brackets are rare in rules for files: they are left to the full reading.
    if (/[\\[\]]/.test(rule)) return () => true;
    const parts = (rule.startsWith('!') ? rule.slice(1) : rule).toLowerCase().split('/');
    const last = parts.at(-1) ?? '';
    const above = parts.at(-2) ?? '';
    if (add(own, last)) continue;
    if (last === '**' || above === '**' || !add(parent, above)) return () => true;
  }
  return (name, folder) => matches(own, name.toLowerCase()) || matches(parent, folder.toLowerCase());
}

function literals(): Literals {
  return { names: new Set(), prefixes: [], suffixes: [] };
}

/** Remembers what is literal in a part of a rule; false when nothing is. */
function add(to: Literals, part: string): boolean {
  const first = part.search(/[*?]/);
  const suffix = part.slice(Math.max(part.lastIndexOf('*'), part.lastIndexOf('?')) + 1);
  if (part === '') return false;
  if (first < 0) to.names.add(part);
  else if (suffix !== '') to.suffixes.push(suffix);
  else if (first > 0) to.prefixes.push(part.slice(0, first));
  else return false;
  return true;
}

function matches({ names, prefixes, suffixes }: Literals, name: string): boolean {
  return (
    names.has(name) || suffixes.some((end) => name.endsWith(end)) || prefixes.some((begin) => name.startsWith(begin))
  );
}
