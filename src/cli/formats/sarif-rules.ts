/** Scenarios as SARIF rules: what the catalog knows, as help in text and markdown. */
import type { MultiformatMessageString, ReportingDescriptor } from 'sarif';
import type { Cause, Scenario } from '../../catalog/types.js';

const CAUSES: Readonly<Record<Cause, string>> = {
  duplicate: 'The resource is already there.',
  concurrency: 'Somebody else changed it at the same time.',
  state: 'Its state does not allow the request.',
};

/** One rule. Its default level is that of an unhandled call. */
export function sarifRule(scenario: Scenario): ReportingDescriptor {
  return {
    id: scenario.id,
    name: pascalCase(scenario.id),
    shortDescription: { text: scenario.title },
    fullDescription: { text: scenario.summary },
    help: help(scenario),
    defaultConfiguration: { level: 'warning' },
    properties: {
      tags: [scenario.service, scenario.cause, 'http-409', 'reliability'],
      precision: 'high',
      'problem.severity': 'warning',
      confidence: scenario.confidence,
      operations: scenario.operations.filter((row) => row.marks).map((row) => row.op),
    },
  };
}

function pascalCase(id: string): string {
  return id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function help(scenario: Scenario): MultiformatMessageString {
  const answers = scenario.answers.map(({ status, codes }) => [status, ...codes].join(' ')).join(', ');
  const useful = scenario.remedies.filter((remedy) => !remedy.cannotHelp);
  const useless = scenario.remedies.filter((remedy) => remedy.cannotHelp);
  const text = [
    scenario.summary,
    `Cause: ${CAUSES[scenario.cause]} Answers: ${answers}.`,
    ...(scenario.portal ? [`In the portal: ${scenario.portal}`] : []),
    ...(scenario.api ? [`In the API: ${scenario.api}`] : []),
    ...useful.map((remedy) => `${remedy.id}: ${remedy.text}`),
    ...useless.map((remedy) => `${remedy.id} does not help: ${remedy.text}`),
    ...(scenario.sources.length > 0 ? [`Sources: ${scenario.sources.join('; ')}`] : []),
  ];
  const markdown = [
    scenario.summary,
    `**Cause:** ${CAUSES[scenario.cause]}\n**Answers:** ${answers}`,
    ...(scenario.portal ? [`**In the portal:** ${scenario.portal}`] : []),
    ...(scenario.api ? [`**In the API:** ${scenario.api}`] : []),
    list(
      'What helps',
      useful.map((remedy) => `\`${remedy.id}\`: ${remedy.text}`),
    ),
    list(
      'What does not help',
      useless.map((remedy) => `\`${remedy.id}\`: ${remedy.text}`),
    ),
    list('Sources', scenario.sources),
  ];
  return { text: text.join('\n\n'), markdown: markdown.filter((part) => part !== '').join('\n\n') };
}

function list(title: string, rows: readonly string[]): string {
  return rows.length === 0 ? '' : `**${title}**\n\n${rows.map((row) => `- ${row}`).join('\n')}`;
}
