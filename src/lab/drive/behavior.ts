/** What is done when a name is taken: what the request asks for, and in the portal what a person would choose. */
import type { Conflict, Json } from '../family.js';
import type { LabAnswer } from '../request.js';
import { refuse, type World } from '../world.js';

export { driveEtag } from '../families/sites.js';

export type Behavior = 'fail' | 'rename' | 'replace';

/** Names of the property. */
const NAMES = ['@microsoft.graph.conflictBehavior', '@name.conflictBehavior'];

/** The behaviour an object or a query asks for. */
export function behaviorIn(source: Json | URLSearchParams | undefined): Behavior | undefined {
  const value = NAMES.map((n) => (source instanceof URLSearchParams ? source.get(n) : source?.[n])).find((v) => v);
  return value === 'fail' || value === 'rename' || value === 'replace' ? value : undefined;
}

/** A body without what is for the service. */
export function withoutBehavior(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !NAMES.includes(name)));
}

/** The web page asks the person, who keeps both: the item gets the next free name. */
export function inPortal(world: World, behavior: Behavior): { behavior: Behavior; portal: boolean } {
  const asks = world.settings.mode === 'portal' && behavior === 'fail';
  return { behavior: asks ? 'rename' : behavior, portal: asks };
}

/** The answer with the name of what the portal did. */
export function played(answer: LabAnswer, portal: boolean, conflict: Conflict): LabAnswer {
  return portal ? { ...answer, portal: 'rename', rule: conflict.rule } : answer;
}

export function taken(world: World, conflict: Conflict, name: string, id: string): LabAnswer {
  return refuse(world, conflict, { field: 'name', value: name, id });
}
