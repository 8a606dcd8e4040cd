/** Was a mutant told from its original: the right verdict, for a right reason. Pure. */
import type { Site } from '../../src/analysis/findings.js';
import type { Expected } from './types.js';

/**
 * True if a site is one of those expected. A check before a create is a fact of its own: where the engine names one
 * that stands before the call, `race` is the right form of `unhandled`; and of a call that checks by itself.
 *
 * @param checks the call looks first and then creates
 */
export function asExpected(site: Site | undefined, expected: readonly Expected[], checks = false): boolean {
  if (!site) return false;
  if (expected.some((e) => e.verdict === site.verdict && e.reasons.includes(site.reason))) return true;
  return (
    site.verdict === 'race' &&
    site.reason === 'check-then-create' &&
    expected.some((e) => e.verdict === 'unhandled') &&
    (checks || site.trail.some((step) => step.file === site.file && step.line < site.line))
  );
}

/** The site nearest to a place on its line. */
export function siteAt(sites: readonly Site[], line: number, column: number): Site | undefined {
  return sites
    .filter((site) => site.line === line)
    .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0];
}

/** `unhandled no-handler` or `unhandled not-told-apart|swallowed`. */
export const written = (expected: readonly Expected[]): string =>
  expected.map((e) => `${e.verdict} ${e.reasons.join('|')}`).join(' or ');
