/** `guard409 explain`: a scenario by its rule, or the scenarios that an error text tells of. */

import { closest } from '../analysis/closest.js';
import type { Decoded, Match } from '../decode/decode.js';
import { t } from '../l10n/t.js';
import type { Dependencies } from './dependencies.js';
import { formatDecoded } from './formats/decoded.js';
import { formatExplainPage } from './formats/explain-page.js';
import { makeStyle } from './formats/style.js';
import { type Io, wantsColour } from './io.js';
import { UsageError } from './usage-error.js';

export const EXPLAIN_FORMATS = ['pretty', 'json'] as const;

export interface ExplainCommandOptions {
  format: (typeof EXPLAIN_FORMATS)[number];
}

/** Exit codes. */
const FOUND = 0;
const NO_MATCH = 1;

/** A rule's form, whether there is such a rule or not. */
const RULE = /^(?:graph|bookings|cosmos)\/[\w-]+$/;

/**
 * Runs the command and prints.
 *
 * @param target a rule, the text of an error, or `-` for standard input
 * @returns 0 where something explains it, 1 where nothing does
 * @throws UsageError for an unknown rule and for an empty text (exit code 2)
 */
export async function explainCommand(
  target: string,
  { format }: ExplainCommandOptions,
  io: Io,
  { scenarios }: Dependencies,
): Promise<number> {
  const style = makeStyle(wantsColour(io.stdout, io.env));
  const wanted = target.trim();
  const scenario = scenarios.find(({ id }) => id === wanted);
  if (scenario) {
    const match = {
      rule: scenario.id,
      records: scenario.records,
      confidence: 1,
      why: t('the rule itself was asked for'),
    };
    io.stdout.write(format === 'json' ? json([match]) : formatExplainPage(scenario, style));
    return FOUND;
  }
  if (RULE.test(wanted)) throw new UsageError(unknownRule(wanted, scenarios));
  const text = wanted === '-' ? await standardInput(io) : target;
  if (text.trim() === '') throw new UsageError(t('there is no text to explain'));
  const decoded = await decodeText(text);
  io.stdout.write(format === 'json' ? json(decoded.matches) : formatDecoded(decoded, style));
  return decoded.matches.length > 0 ? FOUND : NO_MATCH;
}

/** The decoder is loaded only when it is needed: a scan does without it. */
async function decodeText(text: string): Promise<Decoded> {
  const { decode } = await import('../decode/decode.js');
  return decode(text);
}

async function standardInput(io: Io): Promise<string> {
  if (!io.stdin) throw new UsageError(t('there is no standard input'));
  return io.stdin();
}

function unknownRule(rule: string, scenarios: Dependencies['scenarios']): string {
  const near = closest(
    rule,
    scenarios.map(({ id }) => id),
  );
  return near === undefined
    ? t('there is no rule {0}', rule)
    : t('there is no rule {0}; did you mean {1}?', rule, near);
}

function json(matches: readonly Pick<Match, 'rule' | 'records' | 'confidence' | 'why'>[]): string {
  const plain = matches.map(({ rule, records, confidence, why }) => ({ rule, records, confidence, why }));
  return `${JSON.stringify({ matches: plain }, undefined, 2)}\n`;
}
