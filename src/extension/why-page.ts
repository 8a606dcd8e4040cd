/** The answer to "why is this (not) marked?" as a Markdown page. */
import type { Place, Why, WhyRow } from '../analysis/why/answer.js';
import { t } from '../l10n/t.js';

/** Where links of a page lead; undefined where nothing can be linked to. */
export interface WhyLinks {
  place(place: Place): string | undefined;
  rule(rule: string): string | undefined;
  /** The place as people know it. */
  shown(place: Place): Place;
}

/** The page: the answer as its heading, the call, and the facts in groups. Text of the program is shown, never obeyed. */
export function whyPage(answer: Why, links: WhyLinks): string {
  const { call, line, column, file } = answer;
  const asked: Place = call?.place ?? { file, line, column, endLine: line, endColumn: column };
  const where = linked(placeText(links.shown(asked)), links.place(asked));
  const about = call ? t('The call of {0} at {1}', code(call.name), where) : t('Asked at {0}', where);
  return `${[`# ${plain(answer.title)}`, about, ...groups(answer.rows).map((g) => group(g, links))].join('\n\n')}\n`;
}

/** Rows with the same label that follow one another. */
function groups(rows: readonly WhyRow[]): WhyRow[][] {
  const out: WhyRow[][] = [];
  for (const row of rows) {
    const last = out.at(-1);
    if (last?.[0]?.label === row.label) last.push(row);
    else out.push([row]);
  }
  return out;
}

function group(rows: WhyRow[], links: WhyLinks): string {
  const [first] = rows;
  const label = `**${plain(first?.label ?? '')}**`;
  if (first && rows.length === 1) return `${label}: ${rowText(first, links)}`;
  // What is passed one after the other is counted.
  const ordered = first?.id === 'trail' || first?.id === 'source';
  const items = rows.map((row, i) => `${ordered ? `${i + 1}.` : '-'} ${rowText(row, links)}`);
  return `${label}:\n\n${items.join('\n')}`;
}

function rowText(row: WhyRow, links: WhyLinks): string {
  const text = row.rule === undefined ? plain(row.text) : linked(row.text, links.rule(row.rule));
  return row.place ? `${text} (${linked(placeText(links.shown(row.place)), links.place(row.place))})` : text;
}

/** `orders.ts:12`. */
function placeText({ file, line }: Place): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}

function linked(text: string, target: string | undefined): string {
  return target === undefined ? plain(text) : `[${plain(text)}](${target})`;
}

/** A text without any meaning to Markdown. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@]/g, '\\$&');
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replace(/\s+/g, ' ')}${fence}`;
}

/**
 * A link from a page to a line of a file. The preview resolves paths that begin with a slash against the first folder of
 * the workspace, so the link is the way from there; files of another file system cannot be linked to.
 *
 * @param folder path of that folder, with forward slashes
 */
export function fileLink(folder: string, path: string, line: number): string {
  const from = folder.split('/').filter(Boolean);
  const to = path.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const way = [...from.slice(same).map(() => '..'), ...to.slice(same).map(encoded)];
  return `/${way.join('/')}#L${line}`;
}

/** A part of a path without anything that ends a link in Markdown. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(/[()*_!'~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
