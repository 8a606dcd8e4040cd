/** Contents of files: `PUT` makes or replaces; only where it is asked for does a taken name fail. */
import { createHash } from 'node:crypto';
import { errorAnswer } from '../answers.js';
import { tooLate } from '../change.js';
import type { Json } from '../family.js';
import type { LabAnswer, LabRequest } from '../request.js';
import type { Member } from '../store.js';
import { refuse, type World } from '../world.js';
import { behaviorIn, inPortal, played, taken } from './behavior.js';
import { contentEtag, driveConflicts } from './conflicts.js';
import { type Target, Tree } from './tree.js';

export function readContent(item: Member): LabAnswer {
  const { content } = item.data;
  return { status: 200, headers: { ETag: item.etag }, body: Buffer.isBuffer(content) ? content : Buffer.alloc(0) };
}

/** `PUT …/content`. */
export function writeContent(world: World, target: Target, request: LabRequest): LabAnswer {
  const { item, parent, name } = target;
  const tree = new Tree(world, target.drive);
  if (!item && name === undefined) return errorAnswer(404, 'itemNotFound', 'The resource could not be found.');
  if (!item && !parent) return refuse(world, driveConflicts.parent);
  const { behavior, portal } = inPortal(world, behaviorIn(request.query) ?? 'replace');
  if (item) {
    const refused = tooLate(world, contentEtag, item, request, {});
    if (refused) return refused;
    if (behavior === 'fail') return taken(world, driveConflicts.content, String(item.data['name']), item.id);
    if (behavior === 'replace') {
      world.store.change(item, fileOf(request.bytes));
      return { status: 200, headers: { ETag: item.etag }, body: tree.shown(item) };
    }
  }
  const folder = parent ?? tree.byId(String(item?.data['parent'] ?? 'root'));
  const wanted = name ?? String(item?.data['name']);
  const made = tree.add(folder, item ? tree.freeName(folder, wanted) : wanted, fileOf(request.bytes));
  return played({ status: 201, body: tree.shown(made) }, portal && item !== undefined, driveConflicts.content);
}

/** The properties of a file with this content. */
export function fileOf(content: Buffer): Json {
  const sha256Hash = createHash('sha256').update(content).digest('hex').toUpperCase();
  return { file: { hashes: { sha256Hash } }, content };
}
