/** One request on a resource: which family it is of, and what is done. */
import { act } from './actions.js';
import { errorAnswer } from './answers.js';
import { change, memberOf, notFound, put, remove } from './change.js';
import { create, dropExpired } from './create.js';
import { deletedItems } from './deleted-items.js';
import { list } from './lists.js';
import { locate, type Place, shown } from './locate.js';
import { resolvePath } from './paths.js';
import { addReference, removeReference } from './references.js';
import type { LabAnswer, LabRequest } from './request.js';
import type { World } from './world.js';

type Handler = (world: World, place: Place, request: LabRequest) => LabAnswer;

/** What is done, by the kind of place and the method. */
const HANDLERS: Readonly<Record<Place['kind'], Readonly<Record<string, Handler>>>> = {
  collection: { GET: list, POST: create },
  count: { GET: (world, place) => ({ status: 200, body: Buffer.from(String(counted(world, place))) }) },
  member: { GET: read, PATCH: change, PUT: put, DELETE: remove },
  action: { POST: act },
  'add-reference': { GET: list, POST: addReference },
  'remove-reference': { DELETE: removeReference },
};

/** Answers a request on anything but a drive. */
export function onResource(world: World, request: LabRequest): LabAnswer {
  const deleted = deletedItems(world, request);
  if (deleted) return deleted;
  const place = locate(world.families, world.store, resolvePath(request.path));
  if (!place)
    return errorAnswer(
      404,
      'ResourceNotFound',
      'The lab has no such resource. GET /__lab/families lists those it has; this is no answer of the service.',
    );
  dropExpired(world, place.family, place.collection);
  const handler = HANDLERS[place.kind][request.method];
  if (!handler) return errorAnswer(405, undefined, `${request.method} is not allowed here.`);
  return handler(world, place, request);
}

function read(world: World, place: Place): LabAnswer {
  const member = memberOf(world, place);
  if (!member) return notFound(place.name);
  const headers = place.family.etag ? { ETag: member.etag } : {};
  return { status: 200, headers, body: shown(member, place.family, false) };
}

function counted({ store }: World, { collection }: Place): number {
  return store.all(collection).filter((m) => !m.deleted && !m.unlisted).length;
}
