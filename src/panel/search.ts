/** Finds scenarios by words, or by an error that was pasted. */
import type { Entry } from './protocol.js';

/** A query of more words than this is a pasted error rather than a name. */
const NAME_WORDS = 5;

/**
 * The entries that match, best first for a pasted error and otherwise in their own order. All words must be found; where
 * none has them all, an error code that stands in the query decides.
 */
export function search(entries: readonly Entry[], query: string): Entry[] {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [...entries];
  const all = isPasted(query) ? [] : entries.filter(({ terms }) => wanted.every((word) => terms.includes(word)));
  if (all.length > 0) return all;
  return entries
    .map((entry) => ({ entry, score: score(entry, query) }))
    .filter(({ score: found }) => found > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

/** True for a query that is an error rather than a name: several words, or something of a body, a header or a trace. */
export function isPasted(query: string): boolean {
  return query.trim().split(/\s+/).length > NAME_WORDS || /[{}":=]/.test(query);
}

/** How many signs of the codes of an entry stand in a text as words. */
function score({ codes }: Entry, query: string): number {
  return Math.max(0, ...codes.map((code) => (hasWord(query, code) ? code.length : 0)));
}

function hasWord(text: string, word: string): boolean {
  if (word.length < 4) return false;
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return false;
  const isPart = (sign: string | undefined) => sign !== undefined && /\w/.test(sign);
  return !isPart(text[at - 1]) && !isPart(text[at + word.length]);
}
