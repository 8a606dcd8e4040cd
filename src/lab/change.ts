/** Changes, replacements and deletes, with tags: who is too late is told so as the row says. */
import { errorAnswer } from './answers.js';
import { answerClash, created, fieldsOf, firstClash, insert, prepared } from './create.js';
import type { EtagRule, Json } from './family.js';
import { keyOf, memberNamed, type Place, sameTag, shown } from './locate.js';
import { addBound } from './references.js';
import type { LabAnswer, LabRequest } from './request.js';
import { type Member, valueAt } from './store.js';
import { refuse, type World } from './world.js';

/** The member a request names; one that exists by being asked for is made. */
export function memberOf(world: World, { family, collection, name }: Place): Member | undefined {
  const member = memberNamed(world.store, family, collection, name);
  if (member || !family.single || family.put) return member;
  return insert(world, family, collection, { id: name });
}

/** What Graph says of a member that is not there. */
export function notFound(name: string): LabAnswer {
  return errorAnswer(404, 'Request_ResourceNotFound', `Resource '${name}' does not exist.`);
}

/** `PATCH` of a member, or a create by a key the caller chooses. */
export function change(world: World, place: Place, request: LabRequest): LabAnswer {
  const member = memberOf(world, place);
  if (!member) return upsert(world, place, request) ?? notFound(place.name);
  const data = fieldsOf(request.body && prepared(place.family, request.body));
  const refused =
    tooLate(world, place.family.etag, member, request, data) ?? guarded(world, place, 'PATCH', member, data);
  if (refused) return refused;
  const clash = firstClash(world, place.family, place.collection, data, member);
  if (clash) return answerClash(world, place, request, data, clash);
  const bound = addBound(world, place, member, data);
  if (bound) return bound;
  world.store.change(member, data);
  return changed(place, member, request);
}

function changed({ family }: Place, member: Member, { headers }: LabRequest): LabAnswer {
  const wanted = /return=representation/i.test(headers['prefer'] ?? '');
  if (family.changed === 204 && !wanted) return { status: 204 };
  return { status: 200, body: shown(member, family, false) };
}

/** `PATCH /groups(uniqueName='x')` with `Prefer: create-if-missing`. */
function upsert(world: World, place: Place, request: LabRequest): LabAnswer | undefined {
  const key = keyOf(place.name);
  if (!key || !(place.family.upsertKeys ?? []).includes(key.name)) return undefined;
  if (!/create-if-missing/i.test(request.headers['prefer'] ?? '')) return undefined;
  const data = { ...prepared(place.family, fieldsOf(request.body)), [key.name]: key.value };
  const clash = firstClash(world, place.family, place.collection, data);
  return clash ? answerClash(world, place, request, data, clash) : created(world, place, request, data, 201);
}

/** `PUT` of a member. */
export function put(world: World, place: Place, request: LabRequest): LabAnswer {
  const { family, collection, name } = place;
  const member = memberNamed(world.store, family, collection, name);
  if (!family.put) return member ? change(world, place, request) : errorAnswer(405, undefined, 'PUT is not allowed.');
  if (member && family.put === 'create-or-conflict' && family.putConflict) {
    const { conflict, portal } = { conflict: family.putConflict, portal: world.settings.mode === 'portal' };
    if (world.settings.otherwise[conflict.rule] !== 'accepts') {
      if (portal) return { status: 200, body: shown(member, family, false), portal: 'link', rule: conflict.rule };
      return refuse(world, conflict, { id: member.id, value: member.id });
    }
  }
  const data = prepared(family, fieldsOf(request.body));
  if (!member) return created(world, place, request, { ...data, [family.idFrom ?? 'id']: name }, 201);
  const refused = tooLate(world, family.etag, member, request, data) ?? guarded(world, place, 'PATCH', member, data);
  if (refused) return refused;
  world.store.change(member, data);
  return { status: 200, body: shown(member, family, false) };
}

/** `DELETE` of a member. */
export function remove(world: World, place: Place, request: LabRequest): LabAnswer {
  const member = memberOf(world, place);
  if (!member) return notFound(place.name);
  const refused = tooLate(world, place.family.etag, member, request, {}) ?? guarded(world, place, 'DELETE', member, {});
  if (refused) return refused;
  softDelete(world, place, member);
  return { status: 204 };
}

/** Deletes as the family does: for good, or so that the name stays taken. */
function softDelete(world: World, { family, collection }: Pick<Place, 'family' | 'collection'>, member: Member): void {
  if (!family.deleted) {
    world.store.remove(collection, member);
    return;
  }
  member.deleted = true;
  member.deletedAt = world.now().toISOString();
}

/** The refusal of a write that was made for another version. Drives use it too. */
export function tooLate(
  world: World,
  rule: EtagRule | undefined,
  member: Member,
  { headers, method, body }: Pick<LabRequest, 'headers' | 'method' | 'body'>,
  data: Json,
): LabAnswer | undefined {
  if (!rule) return undefined;
  const bodyKey = rule.property === 'changeKey' ? body?.['changeKey'] : undefined;
  const tag = headers['if-match'] ?? (typeof bodyKey === 'string' ? bodyKey : undefined);
  if (tag === undefined) return rule.missing && refuse(world, rule.missing);
  if (sameTag(tag, member.etag)) return undefined;
  const since = [...member.earlier].find(([etag]) => sameTag(tag, etag))?.[1];
  if (!rule.overlapping || !since) return refuse(world, rule.stale);
  const overlaps = method === 'DELETE' || Object.keys(data).some((name) => since.has(name));
  return overlaps ? refuse(world, rule.overlapping) : undefined;
}

function guarded(
  world: World,
  { family }: Place,
  method: 'PATCH' | 'DELETE',
  member: Member,
  data: Json,
): LabAnswer | undefined {
  for (const guard of family.guards ?? []) {
    const value = 'field' in guard ? valueAt(member.data, guard.field) : undefined;
    const refused =
      guard.kind === 'decided'
        ? method === 'PATCH' && typeof value === 'string' && !guard.open.includes(value)
        : guard.kind === 'in-use'
          ? method === 'DELETE' &&
            world.store.all(guard.collection).some((m) => !m.deleted && names(valueAt(m.data, guard.field), member.id))
          : method === 'PATCH' && guard.field in data && count(data[guard.field]) < count(value);
    if (refused) return refuse(world, guard.conflict, { id: member.id, value: member.id });
  }
  return undefined;
}

const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Whether a list of references names this id. */
function names(value: unknown, id: string): boolean {
  return JSON.stringify(value ?? null)
    .toLowerCase()
    .includes(JSON.stringify(id).toLowerCase());
}
