/** The format for people: each finding with its code line, why it is one, and what helps. */
import type { Severity, Site } from '../../analysis/findings.js';
import { reasonSentence } from '../../analysis/reason-text.js';
import type { Scenario } from '../../catalog/types.js';
import { phrases, t } from '../../l10n/t.js';
import type { Report } from '../report.js';
import { frame } from './code-frame.js';
import { makeStyle, printable, type Style } from './style.js';
import { summaryLines } from './summary.js';

const COLOURS: Readonly<Record<Severity, keyof Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'green',
  none: 'dim',
};

const TITLES: Readonly<Record<Severity, string>> = phrases({
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
  none: 'no mark',
});

const CERTAINTIES: Readonly<Record<Site['certainty'], string>> = phrases({ certain: 'certain', likely: 'likely' });

export interface PrettyOptions {
  colour: boolean;
  /** Show every recognised call instead of the findings only. */
  sites: boolean;
}

export function formatPretty(report: Report, scenarios: readonly Scenario[], options: PrettyOptions): string {
  const style = makeStyle(options.colour);
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const shown = options.sites ? report.sites : report.findings;
  const blocks = shown.map((site) => block(site, byId.get(site.rule), report, style).join('\n'));
  return `${[...blocks, summaryLines(report, style).join('\n')].join('\n\n')}\n`;
}

function block(site: Site, scenario: Scenario | undefined, report: Report, style: Style): string[] {
  const severity = site.ignored === undefined ? site.severity : 'none';
  const colour = style[COLOURS[severity]];
  const gutter = ' '.repeat(String(site.line).length);
  const bar = style.blue('|');
  const lines = [
    `${colour(style.bold(t(TITLES[severity])))}${style.bold(`[${site.rule}]: ${printable(headline(site))}`)}`,
    `${gutter}${style.blue('-->')} ${printable(site.file)}:${site.line}:${site.column}`,
  ];
  const text = report.lineOf(site.file, site.line);
  if (text !== undefined) {
    const end = site.endLine > site.line ? text.length + 1 : site.endColumn;
    const { code, indent, marks } = frame(text, site.column, end);
    lines.push(`${gutter} ${bar}`, `${style.blue(String(site.line))} ${bar} ${code}`);
    lines.push(`${gutter} ${bar} ${indent}${colour(marks)}`);
  }
  const note = (title: string, body: string) =>
    lines.push(`${gutter} ${style.blue('=')} ${style.bold(title)}: ${printable(body)}`);
  note(t('why'), `${t(reasonSentence(site.reason))} (${site.verdict}: ${site.reason})`);
  note(t('call'), `${site.operation}; ${t(CERTAINTIES[site.certainty])}: ${site.evidence.join(', ')}`);
  for (const step of site.trail) note(t('passed'), `${step.file}:${step.line}: ${step.message}`);
  if (site.also.length > 0) note(t('also'), site.also.join(', '));
  if (site.ignored !== undefined) note(t('ignored'), site.ignored);
  const remedy = site.remedies[0];
  if (severity !== 'none' && remedy !== undefined) {
    const row = scenario?.remedies.find(({ id }) => id === remedy);
    note(t('help'), row ? `${remedy}: ${row.text}` : remedy);
  }
  return lines;
}

/** The message without its last sentence, which stands below as the reason. */
function headline(site: Site): string {
  const reason = t(reasonSentence(site.reason));
  return site.message.endsWith(reason) ? site.message.slice(0, -reason.length).trimEnd() : site.message;
}
