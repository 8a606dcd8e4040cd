/** Sources of the catalog with links in them, where they name something that has an address. */
import type { SourceView } from '../panel/protocol.js';

/** A page of the documentation, or an issue of a repository: `learn.microsoft.com/graph/errors`, `Azure/ARO-HCP#681`. */
const ADDRESS =
  /\b(?:https?:\/\/)?((?:learn\.microsoft\.com|github\.com|devblogs\.microsoft\.com|stackoverflow\.com)\/[\w\-./%]*[\w/])|\b([\w.-]+\/[\w.-]+)#(\d+)\b/g;

/** A source in pieces. */
export function sourceView(source: string): SourceView {
  const out: SourceView = [];
  let at = 0;
  for (const match of source.matchAll(ADDRESS)) {
    const [text, page, repository, number] = match;
    if (match.index > at) out.push({ text: source.slice(at, match.index) });
    const url = page === undefined ? `https://github.com/${repository}/issues/${number}` : `https://${page}`;
    out.push({ text, url });
    at = match.index + text.length;
  }
  if (at < source.length) out.push({ text: source.slice(at) });
  return out;
}
