/** A card as Markdown for a hover. */
import type { CallCard, Line, Span } from './call-card.js';
import { escapeMarkdown } from './markdown-text.js';

/** A link that runs a command. */
export interface CommandLink {
  title: string;
  command: string;
  args: readonly unknown[];
}

/** The card's lines, and its links on a line of their own. Only `links` become links, whatever the texts are. */
export function cardMarkdown(card: CallCard, links: readonly CommandLink[]): string {
  const [headline = '', ...facts] = card.lines.map(lineMarkdown);
  const parts = [headline, facts.join('  \n')];
  return [...parts, links.map(linkMarkdown).join(' | ')].filter((part) => part !== '').join('\n\n');
}

function lineMarkdown(line: Line): string {
  return line.map(spanMarkdown).join('');
}

function spanMarkdown({ text, style }: Span): string {
  const escaped = escapeMarkdown(text);
  if (style === 'strong') return escaped.replace(/^(.*?)(\s*)$/s, '**$1**$2');
  // What is of the catalog and without a backtick.
  if (style === 'code') return `\`${text}\``;
  if (style === 'quiet') return escaped.replace(/^(\s*)(.+)$/s, '$1*$2*');
  return escaped;
}

function linkMarkdown({ title, command, args }: CommandLink): string {
  // A parenthesis would end the address.
  const query = encodeURIComponent(JSON.stringify(args)).replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${escapeMarkdown(title)}](command:${command}?${query})`;
}
