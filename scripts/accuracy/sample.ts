/** A random sample of marks that anybody can draw again: same seed and same marks, same sample. Pure. */
import type { Site } from '../../src/analysis/findings.js';

/** A mark of a repository at a commit. */
export interface Mark {
  repo: string;
  commit: string;
  site: Site;
  /** The line of code. */
  code: string;
}

/** A generator of numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` of a list without repetition, in the list's order. The list's order must not depend on the run. */
export function pick<T>(list: readonly T[], count: number, random: () => number): T[] {
  const indexes = list.map((_, index) => index);
  for (let i = 0; i < Math.min(count, indexes.length); i++) {
    const j = i + Math.floor(random() * (indexes.length - i));
    const [a, b] = [indexes[i] ?? 0, indexes[j] ?? 0];
    indexes[i] = b;
    indexes[j] = a;
  }
  const chosen = new Set(indexes.slice(0, count));
  return list.filter((_, index) => chosen.has(index));
}

/** The address of a line at a commit. */
export function permalink(repo: string, commit: string, path: string, line: number): string {
  const safe = path.split('/').map(encodeURIComponent).join('/');
  return `https://github.com/${repo}/blob/${commit}/${safe}#L${line}`;
}

/** Repositories and commits of a Markdown table whose first two columns they are. */
export function readCommits(table: string): Map<string, string> {
  const rows = table.matchAll(/^\|\s*([\w.-]+\/[\w.-]+)\s*\|\s*([0-9a-f]{40})\s*\|/gm);
  return new Map([...rows].map((row) => [row[1] ?? '', row[2] ?? '']));
}

/** One mark of the sample as Markdown, with room for the judgement. */
export function writeMark(mark: Mark, number: number): string {
  const { repo, commit, site, code } = mark;
  const trail = site.trail.map((step) => `   - line ${step.line}: ${step.message}`);
  return [
    `${number}. [${repo} ${site.file}:${site.line}](${permalink(repo, commit, site.file, site.line)})`,
    `   \`${code.trim().replaceAll('`', "'")}\``,
    `   ${site.verdict} \`${site.reason}\`, ${site.certainty}: ${site.operation} (${site.rule})`,
    ...(site.evidence.length > 0 ? [`   Evidence: ${site.evidence.join('; ')}`] : []),
    ...trail,
    '   Judgement:',
  ].join('\n');
}
