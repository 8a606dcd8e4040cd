/** Under which names a project may speak of the client of a call. */
import type { Val } from '../code-model.js';
import type { Cell } from '../evaluate/cell.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Candidate } from './operation.js';
import type { Recognition } from './recognition.js';

/** What a call stands on: names and members from the root outwards, as far as nothing is called. */
interface Receiver {
  steps: Val[];
  /** Something is called between these steps and the call itself: `client.api(url).post(body)`. */
  called: boolean;
}

function receiverOf(val: Val): Receiver {
  const callee = val.v === 'call' ? val.callee : val;
  let at: Val | undefined = callee.v === 'member' ? callee.obj : callee;
  let steps: Val[] = [];
  let called = false;
  while (at) {
    if (at.v === 'call') {
      steps = [];
      called = true;
      at = at.callee.v === 'member' ? at.callee.obj : at.callee;
    } else if (at.v === 'member') {
      steps.unshift(at);
      at = at.obj;
    } else if (at.v === 'index') {
      at = at.obj;
    } else if (at.v === 'await') {
      at = at.value;
    } else {
      if (at.v === 'ref') steps.unshift(at);
      at = undefined;
    }
  }
  return { steps, called };
}

function nameOf(val: Val | undefined): string | undefined {
  return val?.v === 'ref' || val?.v === 'member' ? val.name : undefined;
}

/**
 * Every name by which the configuration may mean the client of a call: its variable, field or function, the objects it is
 * a member of, the module and the export it comes from, and its declared type.
 */
export function clientNames(ev: Evaluator, cell: Cell): Set<string> {
  const names = new Set<string>();
  for (const step of receiverOf(cell.val).steps) {
    const name = nameOf(step);
    if (name !== undefined) names.add(name);
    const imported = step.v === 'ref' ? cell.file.resolve(step)?.import : undefined;
    if (imported) names.add(imported.from.module).add(imported.imported);
    const type = ev.symbolOf({ ...cell, val: step })?.def.type?.path.at(-1);
    if (type !== undefined) names.add(type);
  }
  return names;
}

/** The one name people would use for the client of a call; undefined where it has none. */
export function clientName(rx: Recognition, cell: Cell): string | undefined {
  const { steps, called } = receiverOf(cell.val);
  for (const [index, step] of steps.entries()) {
    const hits = rx.roles.rolesOf({ ...cell, val: step });
    if (hits.length === 0) continue;
    const byMember = hits.every((h) => h.evidence.some((e) => e.endsWith(`member ${nameOf(step)}`)));
    // `db.items` is known by the member: the client is what it is a member of.
    return nameOf(byMember ? (steps[index - 1] ?? step) : step);
  }
  return nameOf(called ? steps.at(-1) : steps[0]);
}

/** Applies what the project says of its clients: undefined where a call's client is none of the services'. */
export function taught(ev: Evaluator, c: Candidate): Candidate | undefined {
  const { excluded, confirmed } = ev.project.own;
  if (excluded.size === 0 && (confirmed.size === 0 || c.certain)) return c;
  const names = [...clientNames(ev, c.cell), ...(c.inside ? clientNames(ev, c.inside) : [])];
  if (names.some((name) => excluded.has(name))) return undefined;
  const said = names.find((name) => confirmed.has(name));
  if (said === undefined || c.certain) return c;
  return { ...c, certain: true, evidence: [...c.evidence, `confirmed client ${said}`] };
}
