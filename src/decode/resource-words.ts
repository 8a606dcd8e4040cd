/**
 * What people call a resource that a path names: `servicePrincipals` is "service principal" in prose, `service_principal`
 * in a configuration. Where a code or a sentence is of several scenarios, these words say which is likelier.
 */
import { operationsOf } from '../catalog/operation.js';
import type { Scenario } from '../catalog/types.js';

/** Ends of a path that are words for anything. */
const COMMON = /^(?:items|children|content|docs|colls)$/;
/** A word of one part says less: it stands in many texts. */
const weight = { one: 0.6, several: 1.5 } as const;

const words = new Map<string, readonly [RegExp, number][]>();

/** How much the words of a text are those of the resources a scenario is about. */
export function resourceScore(scenario: Scenario, text: string): number {
  let known = words.get(scenario.id);
  if (!known) {
    known = wordsOf(scenario);
    words.set(scenario.id, known);
  }
  return known.reduce((best, [pattern, value]) => (value > best && pattern.test(text) ? value : best), 0);
}

function wordsOf(scenario: Scenario): [RegExp, number][] {
  const nouns = new Set<string>();
  for (const { row, operation } of operationsOf(scenario)) {
    const noun = operation.segments.filter((s) => s !== '{}' && !s.startsWith('$')).at(-1);
    if (row.marks && noun !== undefined && /^[A-Za-z]{4,}$/.test(noun) && !COMMON.test(noun)) nouns.add(noun);
  }
  return [...nouns].map((noun) => {
    const parts = noun
      .replace(/s$/, '')
      .split(/(?=[A-Z])/)
      .filter((part) => part !== '');
    return [
      new RegExp(`(?<![A-Za-z])${parts.join('[ _-]?')}s?(?![A-Za-z])`, 'i'),
      parts.length > 1 ? weight.several : weight.one,
    ];
  });
}
