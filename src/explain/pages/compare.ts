/** Portal against API: what each does in the same situation, for one scenario or for all. */
import { scenarios } from '../../catalog/index.js';
import type { Scenario } from '../../catalog/types.js';
import { t } from '../../l10n/t.js';
import { escapeMarkdown as plain } from '../markdown-text.js';

/** @param scenario undefined: all of them, by service */
export function comparePage(scenario: Scenario | undefined, linkTo: (rule: string) => string): string {
  if (!scenario) return allOfThem(linkTo);
  const rows = [
    [t('What happens'), plain(t(scenario.portal)), plain(t(scenario.api))],
    [t('Who notices'), t('a person, in the dialog'), noticed(scenario)],
  ];
  return `# ${t('Portal and API: {0}', plain(t(scenario.title)))}\n\n${table(['', t('Portal'), t('API')], rows)}\n\n[${plain(t('The whole explanation'))}](${linkTo(scenario.id)})\n`;
}

function noticed(scenario: Scenario): string {
  const [answer] = scenario.answers;
  if (!answer) return t('nobody: there is no error');
  return t('whoever reads the answer: status {0}', [...new Set(scenario.answers.map((a) => a.status))].join(', '));
}

function allOfThem(linkTo: (rule: string) => string): string {
  const rows = [...scenarios]
    .sort((a, b) => a.id.localeCompare(b.id, 'en'))
    .map((s) => [`[${plain(t(s.title))}](${linkTo(s.id)})`, plain(t(s.portal)), plain(t(s.api))]);
  return `# ${t('Portal and API')}\n\n${table([t('Conflict'), t('Portal'), t('API')], rows)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
