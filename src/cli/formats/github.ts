/** Workflow commands of GitHub Actions: each finding becomes an annotation of the pull request. */
import type { Severity, Site } from '../../analysis/findings.js';
import type { Report } from '../report.js';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
  none: 'notice',
};

export function formatGithub(report: Report): string {
  return report.findings.map((site) => `${annotation(site)}\n`).join('');
}

function annotation(site: Site): string {
  // GitHub takes columns only where the range stays on its line.
  const columns = site.endLine === site.line ? `,col=${site.column},endColumn=${site.endColumn}` : '';
  const place = `file=${property(site.file)},line=${site.line},endLine=${site.endLine}${columns}`;
  const steps = site.trail.map((step) => `${step.file}:${step.line}: ${step.message}`);
  const text = [site.message, ...steps].join('\n');
  return `::${COMMANDS[site.severity]} ${place},title=${property(site.rule)}::${data(text)}`;
}

/** Text after the second `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value: commas and colons end it. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
