/**
 * What agents are told: the catalog, decoded errors and calls that do not handle a conflict, as plain data in English. Used
 * by the editor's tools and by the server of the command line, so that both say the same. Nothing here changes anything.
 */
import { closest } from '../analysis/closest.js';
import type { Site } from '../analysis/findings.js';
import { scenarioById, scenarios } from '../catalog/index.js';
import type { Scenario } from '../catalog/types.js';
import { decode } from '../decode/decode.js';

/** The tools, by their names. */
export const TOOLS = {
  explain: {
    name: 'explain_conflict',
    description:
      'Explains a 409 conflict (or 412, 400 … that means one) of Microsoft Graph, Bookings or Azure Cosmos DB by its rule id: what clashes, what the service answers, what the portal does, remedies with costs, and which remedy cannot help. Without a rule it lists all rules.',
  },
  decode: {
    name: 'decode_error',
    description:
      'Tells from the text of an error (JSON body, log, exception with stack trace, HAR entry, curl or PowerShell output) which conflict of Microsoft Graph, Bookings or Azure Cosmos DB it is, with a confidence and the reason. Ids, addresses and tokens are masked in the answer.',
  },
  unhandled: {
    name: 'list_unhandled_calls',
    description:
      'Lists calls to Microsoft Graph, Bookings and Azure Cosmos DB that do not handle their conflict, with file, line, rule and reason. Reads files only.',
  },
} as const;

/** At most this many calls are listed: an agent reads from the top. */
const mostCalls = 200;

/** One scenario as data, or the list of all. */
export function explainAnswer(rule: string | undefined): unknown {
  if (rule === undefined || rule.trim() === '')
    return { rules: scenarios.map(({ id, title, service, cause }) => ({ rule: id, title, service, cause })) };
  const scenario = scenarioById(rule.trim());
  if (!scenario) {
    const near = closest(
      rule,
      scenarios.map(({ id }) => id),
    );
    return { error: `There is no rule ${rule.slice(0, 80)}.`, ...(near === undefined ? {} : { didYouMean: near }) };
  }
  return explained(scenario);
}

function explained(s: Scenario): unknown {
  return {
    rule: s.id,
    title: s.title,
    summary: s.summary,
    cause: s.cause,
    confidence: s.confidence,
    operations: s.operations.map(({ op, marks }) => ({ operation: op, marked: marks })),
    answers: s.answers,
    plainRetry: s.plainRetry,
    portal: s.portal,
    api: s.api,
    ...(s.silent === undefined ? {} : { withoutAnError: s.silent }),
    idempotent: s.idempotent,
    remedies: s.remedies.map(({ id, text, cost, cannotHelp }) => ({ id, text, cost, cannotHelp: cannotHelp === true })),
    sources: s.sources,
  };
}

/** What a text tells, without anything of a tenant. */
export function decodeAnswer(text: string): unknown {
  const { matches, read } = decode(text);
  return {
    matches: matches.map(({ rule, records, confidence, why, scenario }) => ({
      rule,
      title: scenario.title,
      confidence,
      why,
      records,
      remedies: scenario.remedies
        .filter((r) => r.cannotHelp !== true)
        .map(({ id, text: help }) => ({ id, text: help })),
    })),
    read,
  };
}

/** The calls that are marked, most severe first. */
export function unhandledAnswer(sites: readonly Site[], notes: readonly string[] = []): unknown {
  const marked = sites.filter((s) => s.severity !== 'none').sort((a, b) => rank(a) - rank(b));
  return {
    count: marked.length,
    calls: marked.slice(0, mostCalls).map((s) => ({
      rule: s.rule,
      file: s.file,
      line: s.line,
      operation: s.operation,
      severity: s.severity,
      verdict: s.verdict,
      reason: s.reason,
      certainty: s.certainty,
      message: s.message,
      remedies: s.remedies,
    })),
    ...(marked.length > mostCalls ? { leftOff: marked.length - mostCalls } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

const ORDER: readonly Site['severity'][] = ['error', 'warning', 'information', 'hint', 'none'];

function rank(site: Site): number {
  return ORDER.indexOf(site.severity);
}
