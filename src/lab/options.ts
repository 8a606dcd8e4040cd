/** What a lab is started with, and the rules for the other behaviour of services that are known by report only. */
import { scenarioById } from '../catalog/index.js';
import type { Conflict } from './family.js';

export type Mode = 'api' | 'portal';

/**
 * The other behaviour of a scenario: `accepts` does not deduplicate; a number is another of the catalog's statuses for it;
 * `deleted-free` lets go of the names of deleted members.
 */
export type Otherwise = 'accepts' | 'deleted-free' | number;

export interface Settings {
  mode: Mode;
  /** Members in a page. */
  pageSize: number;
  /** Scenario id to its other behaviour. */
  otherwise: Readonly<Record<string, Otherwise>>;
  /** For how long an operation that excludes others runs, in milliseconds. Without it each family's own time. */
  busyMs: number | undefined;
}

/**
 * Whether the catalog leaves room for another behaviour: it is reported by users, not verified, or sometimes silent.
 * @returns undefined when it may be switched, else why not
 */
export function refusesOtherwise(rule: string, otherwise: Otherwise): string | undefined {
  const scenario = scenarioById(rule);
  if (!scenario) return `${rule}: the catalog knows no such scenario`;
  if (typeof otherwise === 'number')
    return scenario.answers.some((a) => a.status === otherwise)
      ? undefined
      : `${rule}: the catalog knows no answer with status ${otherwise}`;
  if (otherwise !== 'accepts' && otherwise !== 'deleted-free') return `${rule}: "${String(otherwise)}" is no behaviour`;
  const open = scenario.confidence !== 'documented' || scenario.silent || scenario.answers.some((a) => a.unverified);
  return open ? undefined : `${rule}: its behaviour is documented; there is no other one to switch on`;
}

/** The status asked for instead, where one was. */
export function statusOf(settings: Settings, conflict: Conflict): number {
  const otherwise = settings.otherwise[conflict.rule];
  return typeof otherwise === 'number' ? otherwise : conflict.status;
}
