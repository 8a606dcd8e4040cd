/** What the tests of the command line share. */
import type { Site } from '../../src/analysis/findings.js';

/** A marked call; what a test is about is given, the rest is filled in. */
export function site(extra: Partial<Site> = {}): Site {
  const line = extra.line ?? 1;
  return {
    rule: 'graph/group-duplicate',
    file: 'a.ts',
    line,
    column: 1,
    endLine: line,
    endColumn: 5,
    severity: 'warning',
    verdict: 'unhandled',
    reason: 'no-handler',
    service: 'graph',
    operation: 'POST /groups',
    cause: 'duplicate',
    certainty: 'certain',
    evidence: ['import @microsoft/microsoft-graph-client'],
    also: [],
    message: 'Creating a group can answer 409 Conflict, and nothing here tells it apart.',
    trail: [],
    remedies: ['create-or-get'],
    ...extra,
  };
}
