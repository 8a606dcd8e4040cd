/** The texts of a scenario in the user's language. Ids, statuses, codes, operations and the service's own words stay. */
import type { Translate } from '../l10n/t.js';
import type { RemedyRow, Scenario } from './types.js';

/**
 * The scenario with every text that people read put through `t`. What is matched against a request or an answer, such as
 * `answers[].texts`, is the same in every language and stays. With an English `t` the result equals the scenario.
 */
export function localizeScenario(scenario: Scenario, t: Translate): Scenario {
  const { identity, lookup, silent, timeline, governance } = scenario;
  return {
    ...scenario,
    title: t(scenario.title),
    summary: t(scenario.summary),
    operations: scenario.operations.map((row) =>
      row.notInMetadata === undefined ? row : { ...row, notInMetadata: t(row.notInMetadata) },
    ),
    ...(identity?.scope && { identity: { ...identity, scope: t(identity.scope) } }),
    ...(lookup && {
      lookup: {
        ...lookup,
        how: t(lookup.how),
        ...(lookup.deletedItems && { deletedItems: t(lookup.deletedItems) }),
      },
    }),
    idempotent: scenario.idempotent.map(({ form, warning }) => ({
      form: t(form),
      ...(warning && { warning: t(warning) }),
    })),
    ...(silent && { silent: t(silent) }),
    portal: t(scenario.portal),
    api: t(scenario.api),
    remedies: scenario.remedies.map((row) => localizeRemedy(row, t)),
    ...(timeline && {
      timeline: {
        actors: timeline.actors.map((actor) => t(actor)),
        steps: timeline.steps.map((step) => ({
          ...step,
          from: t(step.from),
          to: t(step.to),
          label: t(step.label),
        })),
      },
    }),
    ...(governance && {
      governance: {
        checklist: governance.checklist.map((item) => t(item)),
        decisionRecord: governance.decisionRecord.map((item) => t(item)),
      },
    }),
  };
}

function localizeRemedy(row: RemedyRow, t: Translate): RemedyRow {
  const { note } = row.cost;
  return { ...row, text: t(row.text), cost: note ? { ...row.cost, note: t(note) } : row.cost };
}

/** The English texts of a scenario that are translated, each once. */
export function scenarioTexts(scenario: Scenario): string[] {
  const texts = new Set<string>();
  localizeScenario(scenario, (message) => {
    texts.add(message);
    return message;
  });
  return [...texts];
}
