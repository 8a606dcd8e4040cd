/** The accuracy report as text. */
import type { Site } from '../../src/analysis/findings.js';
import type { Judgement } from './labels.js';
import { checkOperations } from './operations.js';
import { agreement, apart, ENOUGH_ROWS, familyOf, nearRates, type Rates, rates } from './rates.js';
import { type Extra, isMark, type Outcome, type Score } from './score.js';

const percent = (share: number | undefined): string => (share === undefined ? '-' : `${(share * 100).toFixed(1)} %`);

/** Lays rows out in columns; the first is text, the others are numbers. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
    )
    .join('\n');
}

/** Rates by language, by service and pooled, of all marks and of the certain ones. */
export function ratesTable(all: Score, certain: Score, judgements: readonly Judgement[]): string {
  const languages = [...new Set(all.outcomes.map((o) => familyOf(o.row.lang)))].sort();
  const services = [...new Set(all.outcomes.map((o) => o.row.service))].sort();
  const line = (r: Rates, c: Rates): string[] => {
    const few = r.name !== 'pooled' && r.prone < ENOUGH_ROWS && r.safe < ENOUGH_ROWS ? ' (few rows)' : '';
    return [
      r.name + few,
      `${r.found}/${r.prone}`,
      percent(r.recall),
      `${r.marked}+${r.extra}/${r.safe}`,
      percent(r.falseMarks),
      percent(c.recall),
      percent(c.falseMarks),
    ];
  };
  const pair = (name: string, keep?: Parameters<typeof rates>[2]): string[] =>
    line(rates(name, all, keep), rates(name, certain, keep));
  return table([
    ['', 'found/prone', 'recall', 'marked+extra/safe', 'false marks', 'certain: recall', 'false marks'],
    pair('pooled'),
    ...(judgements.some((j) => j.judgement === 'far')
      ? [line(nearRates(all, judgements), nearRates(certain, judgements))]
      : []),
    ...languages.map((name) => pair(name, (at) => familyOf(at.lang) === name)),
    ...services.map((name) => pair(name, (at) => at.service === name)),
  ]);
}

/** What is left out of the rates, and how labels and verdicts meet. */
export function apartTables(score: Score): string {
  const verdicts = ['unhandled', 'mishandled', 'race', 'handled', 'idempotent', 'no site'];
  const cells = agreement(score);
  return [
    table([['apart', 'rows', 'marked'], ...apart(score).map((a) => [a.name, String(a.rows), String(a.marked)])]),
    table([
      ['label \\ verdict', ...verdicts],
      ...[...cells].map(([label, row]) => [label, ...verdicts.map((v) => String(row.get(v) ?? 0))]),
    ]),
  ].join('\n\n');
}

function ourView(site: Site | undefined): string {
  if (!site) return '    ours: no site';
  return (
    `    ours: ${site.verdict} ${site.reason} | ${site.operation} | ${site.rule} | ${site.certainty}` +
    ` | line ${site.line}\n    evidence: ${site.evidence.join('; ') || '-'}` +
    site.trail.map((step) => `\n    trail: ${step.file}:${step.line} ${step.message}`).join('')
  );
}

function rowView(o: Outcome): string {
  const { row } = o;
  const label = [row.label, row.where, row.note].filter(Boolean).join(' ');
  return `  ${row.repo} ${row.path}:${row.line}  [${label}] ${row.operation}  (${row.call})\n    why: ${row.why}\n${ourView(o.site)}`;
}

const extraView = (e: Extra): string =>
  `  ${e.repo} ${e.path}:${e.site.line}  [no row${e.judged ? `; judged ${e.judged.judgement}: ${e.judged.why}` : ''}]\n${ourView(e.site)}`;

/** Each disagreement: missed rows, false marks, marks without a row, marks on rows handled in another file. */
export function disagreements(score: Score): string {
  const parts: [string, string[]][] = [
    ['Missed', score.outcomes.filter((o) => o.group === 'prone' && !o.marked).map(rowView)],
    ['False marks', score.outcomes.filter((o) => o.group === 'safe' && o.marked).map(rowView)],
    ['Marks on lines without a row', score.extras.map(extraView)],
    [
      'Marked, but handled in another file (apart)',
      score.outcomes.filter((o) => o.group === 'other-file' && o.marked).map(rowView),
    ],
    [
      'Right side, other verdict than the label',
      score.outcomes.filter((o) => (o.group === 'prone' || o.group === 'safe') && otherVerdict(o)).map(rowView),
    ],
  ];
  return parts.map(([title, list]) => `${title}: ${list.length}\n${list.join('\n')}`.trimEnd()).join('\n\n');
}

/** The row is on the right side, but the verdict is not the label's own. */
function otherVerdict(o: Outcome): boolean {
  if (!o.site || o.marked !== (o.group === 'prone')) return false;
  const verdict = o.site.verdict;
  if (o.row.label === 'mismatched') return verdict !== 'mishandled';
  if (o.row.label === 'unhandled') return verdict === 'mishandled';
  if (o.row.label === 'not-prone') return verdict !== 'idempotent';
  return !isMark(o.site) && verdict !== o.row.label;
}

/** The operation check: the share that is right, and each that is not. */
export function operationReport(score: Score): string {
  const check = checkOperations(score.outcomes);
  const share = check.compared === 0 ? undefined : check.right / check.compared;
  const lines = [
    `Operations: ${check.right} of ${check.compared} right (${percent(share)}), ${check.unread.length} not compared`,
  ];
  for (const { row, expected, got } of check.mismatches)
    lines.push(
      `  ${row.repo} ${row.path}:${row.line}  ${row.operation}\n    expected: ${expected.join(' | ')}\n    ours: ${got.join(' | ')}`,
    );
  const unread = [...new Set(check.unread)];
  if (unread.length > 0) lines.push(`  words without a row in the table: ${unread.join('; ')}`);
  return lines.join('\n');
}
