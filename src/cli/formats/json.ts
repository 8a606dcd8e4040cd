/** The JSON contract. English in every display language; keys in the order people read them. */
import type { Site } from '../../analysis/findings.js';
import type { Report } from '../report.js';

/** A call as it stands in the JSON. */
export function siteJson(site: Site) {
  return {
    rule: site.rule,
    file: site.file,
    line: site.line,
    column: site.column,
    endLine: site.endLine,
    endColumn: site.endColumn,
    // A call that a comment covers is not marked.
    severity: site.ignored === undefined ? site.severity : 'none',
    verdict: site.verdict,
    reason: site.reason,
    service: site.service,
    operation: site.operation,
    cause: site.cause,
    certainty: site.certainty,
    evidence: site.evidence,
    also: site.also,
    message: site.message,
    trail: site.trail.map(({ file, line, message }) => ({ file, line, message })),
    remedies: site.remedies,
  };
}

/** @param sites also list every recognised call */
export function formatJson(report: Report, sites: boolean): string {
  const { files, parsed, bytes, ms } = report.stats;
  const content = {
    version: 1,
    findings: report.findings.map(siteJson),
    ...(sites ? { sites: report.sites.map(siteJson) } : {}),
    stats: { files, parsed, bytes, ms },
    problems: report.problems.map(({ file, message, line }) => ({ file, ...(line ? { line } : {}), message })),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
