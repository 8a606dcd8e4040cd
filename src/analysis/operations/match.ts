/** From an operation to the scenarios it can run into. */

import { scenarios } from '../../catalog/index.js';
import { operationsOf } from '../../catalog/operation.js';
import type { OperationRow, Precondition, Scenario } from '../../catalog/types.js';

/** A scenario a request can run into, by one of its operations. */
export interface ScenarioMatch {
  scenario: Scenario;
  row: OperationRow;
  /** Literal segments that are the same in both: more is more specific. */
  literals: number;
}

interface Row {
  scenario: Scenario;
  row: OperationRow;
  segments: string[];
}

const HOLE = '{}';

/** Rows by method, trait and number of segments. */
const index = new Map<string, Row[]>();
for (const scenario of scenarios)
  for (const { row, operation } of operationsOf(scenario)) {
    const key = `${operation.method}#${operation.trait ?? ''}`;
    const list = index.get(key) ?? [];
    if (!list.length) index.set(key, list);
    list.push({ scenario, row, segments: operation.segments.map((s) => s.toLowerCase()) });
  }

/**
 * Scenarios whose operation a request may be. Both sides may have holes: `/groups/{}/{}s/$ref` of a program meets
 * `/groups/{}/members/$ref` of the catalog. The last literal of the catalog's path must stand in the program.
 *
 * @param segments path segments of the program, holes as `{}`, also inside a segment (`{}s`)
 * @param anchored false: the path's beginning is unknown, so a catalog path may begin earlier
 */
export function matchScenarios(
  method: string,
  segments: string[],
  trait: string | undefined,
  anchored = true,
): ScenarioMatch[] {
  const rows = index.get(`${method}#${trait ?? ''}`) ?? [];
  const lower = segments.map((s) => s.toLowerCase());
  const out: ScenarioMatch[] = [];
  for (const r of rows) {
    const offset = r.segments.length - lower.length;
    if (offset < 0 || (offset > 0 && anchored)) continue;
    const literals = unify(lower, r.segments.slice(offset));
    if (literals === undefined) continue;
    if (offset > 0 && literals < 2) continue;
    out.push({ scenario: r.scenario, row: r.row, literals });
  }
  // An alternate key names the same resource: `/groups(uniqueName={})` is `/groups/{}`.
  const keyed = /^(.+)\(.*=.*\)$/.exec(segments.at(-1) ?? '');
  if (!out.length && keyed?.[1])
    return matchScenarios(method, [...segments.slice(0, -1), keyed[1], HOLE], trait, anchored);
  out.sort((a, b) => b.literals - a.literals);
  return out;
}

function unify(program: string[], catalog: string[]): number | undefined {
  let literals = 0;
  let lastLiteral: boolean | undefined;
  for (let i = 0; i < catalog.length; i++) {
    const p = program[i] ?? '';
    const c = catalog[i] ?? '';
    if (c === HOLE) {
      // A literal of the program that is a resource name elsewhere is no id: `$value`, `$ref`, `microsoft.graph.x`.
      if (p.startsWith('$') || p.startsWith('microsoft.graph.')) return undefined;
      continue;
    }
    if (p === c) {
      literals++;
      lastLiteral = true;
    } else if (p.includes(HOLE) && pattern(p).test(c)) lastLiteral = p !== HOLE;
    else return undefined;
  }
  if (literals === 0 || lastLiteral !== true) return undefined;
  return literals;
}

const patterns = new Map<string, RegExp>();

function pattern(segment: string): RegExp {
  let re = patterns.get(segment);
  if (!re) {
    const escaped = segment
      .split(HOLE)
      .map((s) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*');
    re = new RegExp(`^${escaped}$`);
    patterns.set(segment, re);
  }
  return re;
}

/** Every first, or only, literal of the catalog's Graph paths: `users`, `subscriptions` … For the prefilter. */
export function literalSegments(): Set<string> {
  const out = new Set<string>();
  for (const rows of index.values()) for (const r of rows) for (const s of r.segments) if (s !== HOLE) out.add(s);
  return out;
}

export type { Precondition };
