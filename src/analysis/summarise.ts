/**
 * What a scan found, most urgent first: the calls in groups by what a conflict does to them. The groups and their order are
 * the table below.
 */
import { scenarioById } from '../catalog/index.js';
import type { Cause } from '../catalog/types.js';
import { type Forms, plural } from '../l10n/plural.js';
import { phrases } from '../l10n/t.js';
import type { FileResult, Reason, Site } from './findings.js';

/** A group of findings. A call belongs to the heaviest group that all the given conditions admit it to. */
interface GroupRow {
  id: string;
  /** The heavier, the more urgent. */
  weight: number;
  reasons?: readonly Reason[];
  cause?: Cause;
  /** A status that one of the scenario's answers has. */
  status?: number;
  text: Forms;
}

const GROUPS: readonly GroupRow[] = [
  {
    id: 'harm',
    weight: 100,
    reasons: ['stale-body', 'retry-uncapped', 'retry-cannot-help'],
    text: phrases(['{0} that loses data or loops', '{0} that lose data or loop']),
  },
  {
    id: 'unnoticed',
    weight: 80,
    reasons: ['lost', 'swallowed', 'non-terminating', 'not-awaited'],
    text: phrases(['{0} whose failure nobody notices', '{0} whose failures nobody notices']),
  },
  {
    id: 'ineffective',
    weight: 60,
    reasons: ['wrong-property', 'wrong-type', 'wrong-status', 'never-thrown', 'ignored-option', 'partial-answers'],
    text: phrases(['{0} handler that misses the conflict', '{0} handlers that miss the conflict']),
  },
  { id: 'duplicate', weight: 40, cause: 'duplicate', text: phrases(['{0} duplicate', '{0} duplicates']) },
  { id: 'stale', weight: 30, cause: 'concurrency', status: 412, text: phrases(['{0} stale ETag', '{0} stale ETags']) },
  {
    id: 'concurrent',
    weight: 20,
    cause: 'concurrency',
    text: phrases(['{0} change at the same time', '{0} changes at the same time']),
  },
  { id: 'state', weight: 10, cause: 'state', text: phrases(['{0} unfit state', '{0} unfit states']) },
];

const BY_WEIGHT = [...GROUPS].sort((a, b) => b.weight - a.weight);

/** A group that was met. */
export interface FoundGroup {
  id: string;
  sites: Site[];
  /** "11 duplicates". */
  text: string;
}

export interface Summary {
  /** Files of the results. */
  files: number;
  /** Recognised calls, and those of them that are handled, cannot conflict, or are exempted by a comment or a severity. */
  calls: number;
  silent: number;
  /** Files in which no service is mentioned together with an operation. */
  unmentioned: number;
  /** Most urgent first; empty groups are left out. */
  groups: FoundGroup[];
  /** "3 that lose data or loop, 11 duplicates, 6 stale ETags"; empty without findings. */
  text: string;
}

/** True for a call that is marked: neither silent nor exempted. */
export function isFinding(site: Site): boolean {
  return site.severity !== 'none' && site.ignored === undefined;
}

/** Summarises results. Pure; the texts are in the user's language. */
export function summarise(results: readonly FileResult[]): Summary {
  const sites = results.flatMap((result) => result.sites);
  const findings = sites.filter(isFinding);
  const groups = rank(findings);
  return {
    files: results.length,
    calls: sites.length,
    silent: sites.length - findings.length,
    unmentioned: results.filter((result) => result.stage === 'prefiltered').length,
    groups,
    text: groups.map((group) => group.text).join(', '),
  };
}

/** The findings in groups, most urgent first. */
export function rank(findings: readonly Site[]): FoundGroup[] {
  const found = new Map<GroupRow, Site[]>();
  for (const site of findings) {
    const row = BY_WEIGHT.find((candidate) => admits(candidate, site));
    if (row) found.set(row, [...(found.get(row) ?? []), site]);
  }
  return BY_WEIGHT.flatMap((row) => {
    const own = found.get(row);
    return own ? [{ id: row.id, sites: own, text: plural(own.length, row.text) }] : [];
  });
}

function admits({ reasons, cause, status }: GroupRow, site: Site): boolean {
  if (reasons && !reasons.includes(site.reason)) return false;
  if (cause && site.cause !== cause) return false;
  return status === undefined || hasStatus(site.rule, status);
}

function hasStatus(rule: string, status: number): boolean {
  return scenarioById(rule)?.answers.some((answer) => answer.status === status) ?? false;
}
