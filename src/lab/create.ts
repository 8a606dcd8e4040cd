/** A create: what must be there, whether it clashes, what the service adds; and what the portal does on a clash. */
import { randomUUID } from 'node:crypto';
import { errorAnswer } from './answers.js';
import type { Family, Json, PortalAct } from './family.js';
import { idInReference, type Place, shown } from './locate.js';
import { addBound } from './references.js';
import type { LabAnswer, LabRequest } from './request.js';
import { isJson } from './request.js';
import { type Member, setAt, valueAt } from './store.js';
import { type Clash, clashOf } from './uniqueness.js';
import { refuse, type World } from './world.js';

/** `POST` to a collection. */
export function create(world: World, place: Place, request: LabRequest): LabAnswer {
  const { family, collection } = place;
  const { body } = request;
  if (!body) return errorAnswer(400, 'BadRequest', 'The body is no JSON object.');
  const data = prepared(family, body);
  const missing = (family.requires ?? []).filter((name) => valueAt(data, name) === undefined);
  if (missing.length > 0)
    return errorAnswer(400, 'BadRequest', `A value is required for property '${missing.join("', '")}'.`);
  const twin = family.same && sameAs(world, family, collection, data);
  if (twin) return { status: family.same?.status ?? 200, body: shown(twin, family, false) };
  const { alone } = family;
  const first = world.store.all(collection).find((m) => !m.deleted);
  if (alone && first && world.settings.otherwise[alone.rule] !== 'accepts')
    return refuse(world, alone, { id: first.id, value: first.id });
  const clash = firstClash(world, family, collection, data);
  if (clash) return answerClash(world, place, request, data, clash);
  return created(world, place, request, data);
}

/** Adds the member. @param status other than the family's */
export function created(world: World, place: Place, request: LabRequest, data: Json, status?: number): LabAnswer {
  const { family, collection } = place;
  const member = insert(world, family, collection, data);
  addBound(world, place, member, member.data);
  const code = status ?? family.created ?? 201;
  const location = `${request.base}${collection}/${encodeURIComponent(member.id)}`;
  if (code === 204) return { status: 204 };
  if (code === 202) {
    const operation = `${collection}('${member.id}')/operations('${randomUUID()}')`;
    return { status: 202, headers: { Location: operation, 'Content-Location': `${collection}('${member.id}')` } };
  }
  return { status: code, headers: { Location: location }, body: shown(member, family, false) };
}

/** Puts a member in, with what the service makes. */
export function insert(
  world: World,
  family: Family,
  collection: string,
  data: Json,
  state: { deleted?: boolean; unlisted?: boolean } = {},
): Member {
  for (const [name, value] of Object.entries(family.starts ?? {})) data[name] ??= value;
  for (const [name, kind] of Object.entries(family.makes ?? {}))
    data[name] ??= kind === 'guid' ? randomUUID() : world.now().toISOString();
  const given = valueAt(data, family.idFrom ?? 'id');
  const id = typeof given === 'string' ? given : `${family.idPrefix ?? ''}${randomUUID()}`;
  if (!family.idFrom) delete data['id'];
  const member = world.store.add(collection, id, data, state);
  if (state.deleted) member.deletedAt = world.now().toISOString();
  return member;
}

/** Members whose time has passed since they were made are gone. One that came with a time in the past is kept: nothing passed. */
export function dropExpired(world: World, family: Family, collection: string): void {
  const { expires } = family;
  if (expires === undefined) return;
  const now = world.now().getTime();
  for (const member of world.store.all(collection)) {
    const until = Date.parse(String(member.data[expires]));
    if (until < now && until > member.changedAt) world.store.remove(collection, member);
  }
}

/** The body as a member: references become properties. */
export function prepared(family: Family, body: Json): Json {
  const data: Json = structuredClone(body);
  for (const [from, to] of Object.entries(family.binds ?? {})) {
    const id = idInReference(data[from]);
    delete data[from];
    if (id !== undefined) setAt(data, to, id);
  }
  return data;
}

function sameAs(world: World, { same }: Family, collection: string, data: Json): Member | undefined {
  if (!same) return undefined;
  const text = (value: unknown): string => JSON.stringify(value ?? null).toLowerCase();
  if (Object.entries(same.only ?? {}).some(([name, value]) => data[name] !== value)) return undefined;
  if (same.fields.some((name) => valueAt(data, name) === undefined)) return undefined;
  return world.store
    .all(collection)
    .find((m) => !m.deleted && same.fields.every((name) => text(valueAt(m.data, name)) === text(valueAt(data, name))));
}

/** The first rule that is broken, without those switched off. @param self the member that is changed */
export function firstClash(
  world: World,
  family: Family,
  collection: string,
  data: Json,
  self?: Member,
): Clash | undefined {
  const { otherwise, mode } = world.settings;
  const rules = (family.unique ?? [])
    .filter((rule) => otherwise[rule.conflict.rule] !== 'accepts')
    .map((rule) => (otherwise[rule.conflict.rule] === 'deleted-free' ? { ...rule, heldByDeleted: false } : rule));
  return clashOf(world.store, collection, rules, data, self, mode === 'portal');
}

/** The refusal, or what the portal does instead. */
export function answerClash(world: World, place: Place, request: LabRequest, data: Json, clash: Clash): LabAnswer {
  const { unique, holder, field, value } = clash;
  const act = world.settings.mode === 'portal' ? (holder.deleted ? unique.portalDeleted : unique.portal) : undefined;
  const played = act && PORTAL[act](world, place, request, data, clash);
  if (played) return { ...played, portal: act, rule: unique.conflict.rule };
  const answer = refuse(world, unique.conflict, { field, value, id: holder.id });
  return world.settings.mode === 'portal' ? { ...answer, portal: 'refuse' } : answer;
}

type Play = (world: World, place: Place, request: LabRequest, data: Json, clash: Clash) => LabAnswer | undefined;

/** What the portal does, by its name in the rows. */
const PORTAL: Readonly<Record<PortalAct, Play>> = {
  link: (_world, { family }, _request, _data, { holder }) => ({ status: 200, body: shown(holder, family, false) }),
  restore: (_world, { family }, _request, _data, { holder }) => {
    holder.deleted = false;
    delete holder.deletedAt;
    return { status: 200, body: shown(holder, family, false) };
  },
  rename: (world, place, request, data, { field }) => {
    const name = String(valueAt(data, field));
    for (let n = 1; ; n++) {
      const renamed = structuredClone(data);
      setAt(renamed, field, numbered(name, n));
      if (!firstClash(world, place.family, place.collection, renamed)) return created(world, place, request, renamed);
    }
  },
  skip: () => ({ status: 204 }),
  accept: (world, place, request, data) => created(world, place, request, data),
  refuse: () => undefined,
};

/** `report.docx` with 1 is `report 1.docx`. */
export function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)} ${n}${name.slice(dot)}` : `${name} ${n}`;
}

/** The fields of a request as they are kept. */
export function fieldsOf(body: Json | undefined): Json {
  return isJson(body) ? body : {};
}
