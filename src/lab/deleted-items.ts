/** `/directory/deletedItems`: reading, restoring and purging what was deleted. */
import { errorAnswer } from './answers.js';
import { notFound } from './change.js';
import { firstClash } from './create.js';
import type { Conflict, Family, Json } from './family.js';
import { page } from './lists.js';
import { shown } from './locate.js';
import { decode } from './paths.js';
import type { LabAnswer, LabRequest } from './request.js';
import type { Member } from './store.js';
import { refuse, type World } from './world.js';

/** The catalog leaves the text of this answer open. */
const NAME_TAKEN: Conflict = {
  rule: 'graph/restore-name-taken',
  record: 'graph-deleted-user-restore-conflict',
  status: 400,
  code: 'Request_BadRequest',
  message: "The object cannot be restored: the value '{value}' of {field} belongs to another object now.",
};

interface Found {
  family: Family;
  collection: string;
  member: Member;
}

/** Answers a path below `/directory/deletedItems`, or nothing for any other path. */
export function deletedItems(world: World, request: LabRequest): LabAnswer | undefined {
  const [, rest] = /^\/directory\/deletedItems(?:\/(.*))?$/i.exec(decode(request.path)) ?? [];
  if (!/^\/directory\/deletedItems(?:\/|$)/i.test(decode(request.path))) return undefined;
  const [name = '', verb] = (rest ?? '').split('/');
  if (name === '' || /^microsoft\.graph\./i.test(name))
    return request.method === 'GET'
      ? page(world, request, everyDeleted(world, name).map(shownDeleted))
      : errorAnswer(405, undefined, 'A list of deleted items can only be read.');
  const found = everyDeleted(world, '').find(({ member }) => member.id.toLowerCase() === name.toLowerCase());
  if (!found) return notFound(name);
  if (request.method === 'DELETE') {
    world.store.remove(found.collection, found.member);
    return { status: 204 };
  }
  if (request.method === 'POST' && verb === 'restore') return restore(world, found);
  return { status: 200, body: shownDeleted(found) };
}

function restore(world: World, { family, collection, member }: Found): LabAnswer {
  const clash = firstClash(world, family, collection, member.data, member);
  if (clash) return refuse(world, NAME_TAKEN, { field: clash.field, value: clash.value, id: clash.holder.id });
  member.deleted = false;
  delete member.deletedAt;
  return { status: 200, body: shown(member, family, false) };
}

/** @param type `microsoft.graph.group`, or '' for all */
function everyDeleted(world: World, type: string): Found[] {
  return world.families.flatMap((family) => {
    if (typeof family.deleted !== 'object') return [];
    if (type !== '' && family.deleted.type.toLowerCase() !== type.toLowerCase()) return [];
    return family.collections.flatMap((collection) =>
      world.store.all(collection).flatMap((member) => (member.deleted ? [{ family, collection, member }] : [])),
    );
  });
}

function shownDeleted({ family, member }: Found): Json {
  const type = typeof family.deleted === 'object' ? family.deleted.type : '';
  return { '@odata.type': `#${type}`, ...shown(member, family, true), deletedDateTime: member.deletedAt };
}
