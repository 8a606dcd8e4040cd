/** Which scenario of those an operation matches is the one to name, and which answers it must tell apart. */
import type { Answer, Precondition } from '../../catalog/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { ScenarioMatch } from '../operations/match.js';
import type { Candidate } from '../operations/operation.js';
import { BodyKeys } from '../operations/traits.js';

/** True if the request carries what a row or an answer needs. */
export function carries(
  ev: Evaluator,
  c: Candidate,
  needs: Precondition | undefined,
  properties: string[] = [],
): boolean {
  switch (needs) {
    case undefined:
      return true;
    case 'if-match':
      return c.traits.ifMatch;
    case 'condition':
      return c.traits.condition;
    case 'in-batch':
      return c.traits.inBatch === true;
    case 'in-bulk':
      return c.traits.inBulk === true;
    case 'prone-step':
      return c.traits.inBatch === true;
    case 'behavior-fail':
      return c.traits.behavior === 'fail';
    case 'body-property': {
      const keys = new BodyKeys(ev, c.body ? [c.body] : []);
      return properties.some((p) => keys.has(p));
    }
    case 'unique-key':
    case 'after-create':
      return false;
  }
}

/** The scenarios that mark the call, the one to name first; then those that only explain it. */
export function applicable(ev: Evaluator, c: Candidate): { marks: ScenarioMatch[]; explains: ScenarioMatch[] } {
  const marks: ScenarioMatch[] = [];
  const explains: ScenarioMatch[] = [];
  for (const m of c.matches) {
    if (m.row.marks && carries(ev, c, m.row.needs, m.row.properties)) {
      if (!marks.some((o) => o.scenario === m.scenario)) marks.push(m);
    } else if (!explains.some((o) => o.scenario === m.scenario)) explains.push(m);
  }
  return { marks, explains };
}

/** Answers the call can get, by what it carries. */
export function answersOf(ev: Evaluator, c: Candidate, m: ScenarioMatch): Answer[] {
  const open = m.scenario.answers.filter((a) => carries(ev, c, a.when));
  return open.length ? open : m.scenario.answers;
}
