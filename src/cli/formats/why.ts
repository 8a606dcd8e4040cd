/** The answer of `guard409 why`, for people and for programs. */
import type { Outcome, Place, Why } from '../../analysis/why/answer.js';
import { shown } from '../../host-node/paths.js';
import { t } from '../../l10n/t.js';
import type { LineOf } from '../source-lines.js';
import { frame } from './code-frame.js';
import { siteJson } from './json.js';
import { printable, type Style } from './style.js';

export interface WhyReport {
  cwd: string;
  answer: Why;
  /** By the path the answer has. */
  lineOf: LineOf;
}

const COLOURS: Readonly<Record<Outcome, keyof Style>> = {
  marked: 'yellow',
  quiet: 'green',
  call: 'cyan',
  nowhere: 'dim',
  file: 'cyan',
};

/** A heading, the code it is about, and a line for each fact. */
export function formatWhyPretty({ cwd, answer, lineOf }: WhyReport, style: Style): string {
  const colour = style[COLOURS[answer.outcome]];
  const at = answer.call?.place;
  const line = at?.line ?? answer.line;
  const gutter = ' '.repeat(String(line).length);
  const bar = style.blue('|');
  const where = `${printable(shown(cwd, answer.file))}:${line}:${at?.column ?? answer.column}`;
  const lines = [colour(style.bold(printable(answer.title))), `${gutter}${style.blue('-->')} ${where}`];
  const text = at && lineOf(answer.file, at.line);
  if (at && text !== undefined) {
    const { code, indent, marks } = frame(text, at.column, at.endLine > at.line ? text.length + 1 : at.endColumn);
    lines.push(`${gutter} ${bar}`, `${style.blue(String(line))} ${bar} ${code}`);
    lines.push(`${gutter} ${bar} ${indent}${colour(marks)}`);
  }
  for (const row of answer.rows) {
    const place = row.place ? ` (${shown(cwd, row.place.file)}:${row.place.line})` : '';
    lines.push(`${gutter} ${style.blue('=')} ${style.bold(printable(row.label))}: ${printable(`${row.text}${place}`)}`);
  }
  if (answer.missing) lines.push(`${gutter} ${style.blue('=')} ${style.dim(t('missing piece: {0}', answer.missing))}`);
  return `${lines.join('\n')}\n`;
}

/** The answer as JSON, in English. Keys in the order people read them; paths relative to the working directory. */
export function formatWhyJson({ cwd, answer }: WhyReport): string {
  const { line, column, outcome, missing, title, call, rows, site } = answer;
  const relative = (place: Place): Place => ({ ...place, file: shown(cwd, place.file) });
  const content = {
    version: 1,
    file: shown(cwd, answer.file),
    line,
    column,
    outcome,
    ...(missing ? { missing } : {}),
    title,
    ...(call ? { call: { name: call.name, place: relative(call.place) } } : {}),
    rows: rows.map((row) => (row.place ? { ...row, place: relative(row.place) } : row)),
    ...(site ? { site: siteJson(withShownPaths(site, cwd)) } : {}),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function withShownPaths(site: NonNullable<Why['site']>, cwd: string): NonNullable<Why['site']> {
  const trail = site.trail.map((step) => ({ ...step, file: shown(cwd, step.file) }));
  return { ...site, file: shown(cwd, site.file), trail };
}
