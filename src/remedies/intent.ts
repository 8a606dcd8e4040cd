/**
 * What a create is meant for. Where it claims something (a lock, a lease, the next event of a stream), the conflict is
 * the answer: handing out what is there, overwriting it or trying again would break the claim.
 */
import { children, type Node } from '../analysis/bind/walk.js';
import type { Fn, Val } from '../analysis/code-model.js';
import { givesErrors } from '../analysis/evaluate/results.js';
import { bodyOf, fieldOf } from './pieces.js';
import { type Subject, sourceOf } from './subject.js';

/** Words in names of types, containers and functions that tell of a claim. */
const CLAIM = /lock|lease|claim|outbox|checkpoint|event(?!s?handler)|sequence|semaphore|mutex|reservation|idempoten/i;

/** Fields only a claim has: it ends by itself. */
const CLAIM_FIELDS = new Set(['ttl', '_ttl', 'lease', 'leaseid', 'lockedby', 'owner', 'sequence', 'sequencenumber']);

/** True where the code shows that the create claims something. */
export function isClaim(subject: Subject): boolean {
  const { scenario, candidate, receiver } = subject;
  if (!scenario.intent.includes('lock')) return false;
  if (scenario.intent.every((intent) => intent === 'lock')) return true;
  const body = bodyOf(subject);
  const { file, val } = candidate.cell;
  const fn = file.enclosingFn(val);
  const names = [
    receiver && sourceOf(subject, receiver.range),
    typeName(body),
    ...subject.call.typeArgs.map((type) => type.path.at(-1)),
    body?.v === 'ref' ? fn?.params.find((param) => param.name === body.name)?.type?.path.at(-1) : undefined,
    fn?.name,
    file.enclosingType(val)?.name,
  ];
  if (names.some((name) => name !== undefined && CLAIM.test(name))) return true;
  if (fn && answersYesOrNo(fn, givesErrors(file))) return true;
  if (body?.v !== 'rec') return false;
  if (body.entries.some((entry) => CLAIM_FIELDS.has(String(entry.key ?? '').toLowerCase()))) return true;
  const id = fieldOf(body, 'id') ?? fieldOf(body, 'Id');
  return id !== undefined && COUNTS.test(sourceOf(subject, id.range));
}

/** An id that is counted up: the next of a stream. */
const COUNTS = /\+\+|\+ *1\b/;

/** The function answers whether it got it: it returns a Boolean constant or null. */
function answersYesOrNo(fn: Fn, errors: boolean): boolean {
  let found = false;
  // Beside an error only a Boolean is such an answer: no error, or no value, is what every function gives.
  const isAnswer = (value: Val): boolean => {
    const first = errors && value.v === 'list' ? value.items[0]?.value : value;
    if (first?.v !== 'lit') return false;
    return typeof first.value === 'boolean' || (!errors && first.value === null);
  };
  const visit = (node: Node): void => {
    if (('v' in node && node.v === 'fn') || ('s' in node && node.s === 'function')) return;
    if ('s' in node && node.s === 'return' && node.value) found ||= isAnswer(node.value);
    children(node, visit);
  };
  for (const statement of fn.body ?? []) visit(statement);
  return found;
}

/** The name or type a body goes by. */
function typeName(body: Val | undefined): string | undefined {
  if (body?.v === 'ref') return body.name;
  return body?.v === 'new' ? body.type.path.at(-1) : undefined;
}
