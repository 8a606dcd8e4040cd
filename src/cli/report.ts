/** What the formats print: the scan's result with the paths as they are shown, and which sites are findings. */
import type { Problem, Severity, Site } from '../analysis/findings.js';
import { atLeast } from '../analysis/severity.js';
import { absolute, shown } from '../host-node/paths.js';
import { repositoryOf } from '../host-node/repository.js';
import type { ScanResult, ScanStats } from '../host-node/scan.js';
import type { WalkReport } from '../host-node/walk.js';
import { fingerprints } from './fingerprint.js';
import { type LineOf, sourceLines } from './source-lines.js';

export interface Report {
  cwd: string;
  /** Every recognised call, by file and line. Paths are relative to `cwd`. */
  sites: Site[];
  /** Sites at or above the threshold that are neither ignored nor in the baseline. */
  findings: Site[];
  /** Sites that a comment covers. */
  ignored: Site[];
  /** Sites at or above the threshold that are in the baseline. */
  baselined: Site[];
  /** Marked sites below the threshold. */
  quieter: Site[];
  problems: Problem[];
  stats: ScanStats;
  walk: WalkReport;
  /** Of every marked site. */
  fingerprints: Map<Site, string>;
  lineOf: LineOf;
}

export interface ReportOptions {
  cwd: string;
  minSeverity: Severity;
  baseline?: ReadonlySet<string> | undefined;
}

/** Sorts the sites of a scan into findings and the rest. */
export function makeReport(result: ScanResult, { cwd, minSeverity, baseline }: ReportOptions): Report {
  const path = (file: string) => shown(cwd, file);
  const sites = result.files.flatMap((file) => file.sites.map((site) => relative(site, path))).sort(byPlace);
  const marked = sites.filter((site) => site.severity !== 'none');
  const lineOf = sourceLines((file) => absolute(cwd, file));
  const root = repositoryOf(cwd) ?? cwd;
  const prints = fingerprints(marked, lineOf, (file) => shown(root, absolute(cwd, file)));
  const open = marked.filter((site) => site.ignored === undefined);
  const loud = open.filter((site) => atLeast(site.severity, minSeverity));
  const isKnown = (site: Site) => baseline?.has(prints.get(site) ?? '') ?? false;
  return {
    cwd,
    sites,
    findings: loud.filter((site) => !isKnown(site)),
    ignored: marked.filter((site) => site.ignored !== undefined),
    baselined: loud.filter(isKnown),
    quieter: open.filter((site) => !atLeast(site.severity, minSeverity)),
    problems: result.problems.map((problem) => ({ ...problem, file: path(problem.file) })),
    stats: result.stats,
    walk: result.report,
    fingerprints: prints,
    lineOf,
  };
}

function relative(site: Site, path: (file: string) => string): Site {
  return { ...site, file: path(site.file), trail: site.trail.map((step) => ({ ...step, file: path(step.file) })) };
}

function byPlace(a: Site, b: Site): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
