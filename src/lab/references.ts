/** Lists of references: members, owners. They are added by `POST …/$ref` and, for groups, in the body of a change. */
import { errorAnswer } from './answers.js';
import type { Json } from './family.js';
import { idInReference, memberNamed, type Place } from './locate.js';
import type { LabAnswer, LabRequest } from './request.js';
import type { Member } from './store.js';
import { refuse, type World } from './world.js';

/** `POST …/$ref`. */
export function addReference(world: World, { family, collection }: Place, request: LabRequest): LabAnswer {
  const id = idInReference(request.body?.['@odata.id']);
  if (id === undefined || !family.references)
    return errorAnswer(400, 'Request_BadRequest', "The body needs '@odata.id'.");
  return add(world, collection, [id], family.references.conflict) ?? { status: 204 };
}

/** `DELETE …/{id}/$ref`. */
export function removeReference(world: World, { family, collection, name }: Place): LabAnswer {
  const member = memberNamed(world.store, family, collection, name);
  if (!member)
    return errorAnswer(404, 'Request_ResourceNotFound', `Resource '${name}' does not exist or one of its references.`);
  world.store.remove(collection, member);
  return { status: 204 };
}

/** `members@odata.bind` in a change. Takes what it used out of the data; returns a refusal. */
export function addBound(world: World, { collection }: Place, member: Member, data: Json): LabAnswer | undefined {
  for (const family of world.families) {
    const { references } = family;
    const values = references && data[references.boundBy];
    if (!references || !Array.isArray(values)) continue;
    const list = references.boundBy.replace(/@.*$/, '');
    const path = `${collection}/${member.id}/${list}`;
    const template = `${collection}/{}/${list}`;
    if (!family.collections.includes(template)) continue;
    delete data[references.boundBy];
    const ids = values.flatMap((v) => idInReference(v) ?? []);
    const refused = add(world, path, ids, references.conflict);
    if (refused) return refused;
  }
  return undefined;
}

/** Adds all or nothing. The portal leaves out those that are there. */
function add(
  world: World,
  collection: string,
  ids: string[],
  conflict: Parameters<typeof refuse>[1],
): LabAnswer | undefined {
  const there = ids.filter((id) => world.store.all(collection).some((m) => m.id.toLowerCase() === id.toLowerCase()));
  const portal = world.settings.mode === 'portal';
  if (there.length > 0 && !portal && world.settings.otherwise[conflict.rule] !== 'accepts') {
    const list = collection.split('/').at(-1) ?? '';
    return refuse(world, conflict, { field: list, id: there[0] ?? '', value: list });
  }
  for (const id of ids.filter((i) => !there.includes(i))) world.store.add(collection, id, {});
  if (there.length > 0 && portal) return { status: 204, portal: 'skip', rule: conflict.rule };
  return undefined;
}
