/** `POST …/children`: folders, and files without content. `replace` is for folders alone. */
import { errorAnswer } from '../answers.js';
import type { LabAnswer, LabRequest } from '../request.js';
import type { Member } from '../store.js';
import type { World } from '../world.js';
import { behaviorIn, inPortal, played, taken, withoutBehavior } from './behavior.js';
import { driveConflicts } from './conflicts.js';
import { type Target, Tree } from './tree.js';

export function createChild(world: World, { drive }: Target, parent: Member, request: LabRequest): LabAnswer {
  const { body } = request;
  const name = body?.['name'];
  if (!body || typeof name !== 'string') return errorAnswer(400, 'invalidRequest', "The body needs a 'name'.");
  const tree = new Tree(world, drive);
  const { behavior, portal } = inPortal(world, behaviorIn(body) ?? 'fail');
  const twin = tree.named(parent, name);
  const data = withoutBehavior(body);
  const folders = twin !== undefined && 'folder' in twin.data && 'folder' in data;
  if (twin && behavior === 'replace' && folders) return { status: 200, body: tree.shown(twin) };
  if (twin && behavior !== 'rename') return taken(world, driveConflicts.child, name, twin.id);
  const item = tree.add(parent, twin ? tree.freeName(parent, name) : name, data);
  return played({ status: 201, body: tree.shown(item) }, portal && twin !== undefined, driveConflicts.child);
}
