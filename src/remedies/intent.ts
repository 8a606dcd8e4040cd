/**
 * What a create is meant for. Where it claims something (a lock, a lease, the next event of a stream), the conflict is
 * the answer: handing out what is there, overwriting it or trying again would break the claim.
 */
import type { Val } from '../analysis/code-model.js';
import { bodyOf } from './pieces.js';
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
    fn?.name,
    file.enclosingType(val)?.name,
  ];
  if (names.some((name) => name !== undefined && CLAIM.test(name))) return true;
  return body?.v === 'rec' && body.entries.some((entry) => CLAIM_FIELDS.has(String(entry.key ?? '').toLowerCase()));
}

/** The name or type a body goes by. */
function typeName(body: Val | undefined): string | undefined {
  if (body?.v === 'ref') return body.name;
  return body?.v === 'new' ? body.type.path.at(-1) : undefined;
}
