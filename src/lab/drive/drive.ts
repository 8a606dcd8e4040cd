/** Requests on drives: which operation, and the conflict behaviour that was asked for. */
import { errorAnswer } from '../answers.js';
import { tooLate } from '../change.js';
import { page } from '../lists.js';
import type { LabAnswer, LabRequest } from '../request.js';
import type { Member } from '../store.js';
import type { World } from '../world.js';
import { driveEtag } from './behavior.js';
import { createChild } from './children.js';
import { readContent, writeContent } from './content.js';
import { copyItem, createLink, moveItem } from './move.js';
import { type Target, Tree, targetOf } from './tree.js';
import { createSession, onSession } from './upload.js';

type Handler = (world: World, target: Target, request: LabRequest) => LabAnswer;

/** By method and what follows the item. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET drive': (_world, { drive }) => ({ status: 200, body: { id: drive, driveType: 'business' } }),
  'GET ': (world, target) => onItem(target, (item) => shown(world, target, item)),
  'GET children': (world, target, request) =>
    onItem(target, (item) => {
      const tree = new Tree(world, target.drive);
      const rows = tree.children(item).filter((m) => !m.unlisted);
      return page(
        world,
        request,
        rows.map((m) => tree.shown(m)),
      );
    }),
  'POST children': (world, target, request) => onItem(target, (item) => createChild(world, target, item, request)),
  'GET content': (_world, target) => onItem(target, readContent),
  'PUT content': writeContent,
  'PATCH ': (world, target, request) => onItem(target, (item) => moveItem(world, target, item, request)),
  'DELETE ': (world, target, request) => onItem(target, (item) => removeItem(world, target, item, request)),
  'POST copy': (world, target, request) => onItem(target, (item) => copyItem(world, target, item, request)),
  'POST createLink': (world, target, request) => onItem(target, (item) => createLink(world, item, request)),
  'POST createUploadSession': createSession,
};

/** Answers a request on a drive or an upload session, or nothing for any other. */
export function onDrive(world: World, request: LabRequest): LabAnswer | undefined {
  if (request.path.startsWith('/uploadSessions/')) return onSession(world, request);
  const target = targetOf(world, request);
  if (!target) return undefined;
  return HANDLERS[`${request.method} ${target.verb}`]?.(world, target, request);
}

/** The item a request names, for faults. */
export function driveItemOf(world: World, request: LabRequest): Member | undefined {
  return targetOf(world, request)?.item;
}

function onItem({ item }: Target, act: (item: Member) => LabAnswer): LabAnswer {
  return item ? act(item) : errorAnswer(404, 'itemNotFound', 'The resource could not be found.');
}

function shown(world: World, { drive }: Target, item: Member): LabAnswer {
  return { status: 200, headers: { ETag: item.etag }, body: new Tree(world, drive).shown(item) };
}

function removeItem(world: World, { drive }: Target, item: Member, request: LabRequest): LabAnswer {
  const refused = tooLate(world, driveEtag, item, request, {});
  if (refused) return refused;
  new Tree(world, drive).remove(item);
  return { status: 204 };
}
