/** The page of a scenario for a terminal: its Markdown, with the marks that only dress it put into colours. */
import { scenarioMarkdown } from '../../catalog/markdown.js';
import type { Scenario } from '../../catalog/types.js';
import { t } from '../../l10n/t.js';
import type { Style } from './style.js';

export function formatExplainPage(scenario: Scenario, style: Style): string {
  return scenarioMarkdown(scenario, t)
    .split('\n')
    .filter((line) => !/^\|[ :|-]+\|$/.test(line))
    .map((line) => dressed(line, style))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

function dressed(line: string, style: Style): string {
  const heading = /^#{1,6} (.*)$/.exec(line)?.[1];
  if (heading !== undefined) return style.bold(plain(heading));
  const cells = /^\|(.*)\|$/.exec(line)?.[1];
  const text =
    cells === undefined
      ? line
      : `  ${cells
          .split(/(?<!\\)\|/)
          .map((c) => c.trim())
          .filter(Boolean)
          .join('  ·  ')}`;
  return text
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => style.bold(bold))
    .replace(/`([^`]+)`/g, (_, code: string) => style.cyan(code))
    .replace(/\\([\\|*_`[\]<>])/g, '$1');
}

function plain(text: string): string {
  return text.replace(/[`*]/g, '');
}
