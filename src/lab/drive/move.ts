/** Renaming, moving and copying; sharing links, which are made once. */
import { randomUUID } from 'node:crypto';
import { tooLate } from '../change.js';
import type { Json } from '../family.js';
import { isJson, type LabAnswer, type LabRequest } from '../request.js';
import { type Member, valueAt } from '../store.js';
import { refuse, type World } from '../world.js';
import { behaviorIn, driveEtag, inPortal, played, taken, withoutBehavior } from './behavior.js';
import { driveConflicts } from './conflicts.js';
import { type Target, Tree } from './tree.js';

/** The folder that `parentReference` names, the item's own without one; null when it is not there. */
function folderFor(tree: Tree, item: Member, body: Json): Member | null | undefined {
  const id = valueAt(body, 'parentReference.id');
  const path = valueAt(body, 'parentReference.path');
  if (typeof id === 'string') return tree.byId(id) ?? null;
  if (typeof path === 'string') return tree.byPath(tree.byId('root'), path.replace(/^.*?root:?/, '')).item ?? null;
  return tree.byId(String(item.data['parent'] ?? 'root'));
}

/** `PATCH` of an item: its properties, its name, its folder. */
export function moveItem(world: World, { drive }: Target, item: Member, request: LabRequest): LabAnswer {
  const tree = new Tree(world, drive);
  const body = request.body ?? {};
  const refused = tooLate(world, driveEtag, item, request, body);
  if (refused) return refused;
  const folder = folderFor(tree, item, body);
  if (folder === null) return refuse(world, driveConflicts.parent);
  const name = typeof body['name'] === 'string' ? body['name'] : String(item.data['name']);
  const twin = tree.named(folder, name);
  const clash = twin !== undefined && twin !== item;
  const { behavior, portal } = inPortal(world, behaviorIn(body) ?? behaviorIn(request.query) ?? 'fail');
  if (clash && behavior === 'fail') return taken(world, driveConflicts.moved, name, twin.id);
  if (clash && behavior === 'replace') tree.remove(twin);
  const { parentReference: _where, ...rest } = withoutBehavior(body);
  world.store.change(item, {
    ...rest,
    name: clash && behavior === 'rename' ? tree.freeName(folder, name) : name,
    ...(item.id === 'root' ? {} : { parent: folder?.id ?? 'root' }),
  });
  return played({ status: 200, body: tree.shown(item) }, portal && clash, driveConflicts.moved);
}

/** `POST …/copy`: accepted, with an address to watch. `replace` is not honoured. */
export function copyItem(world: World, { drive }: Target, item: Member, request: LabRequest): LabAnswer {
  const tree = new Tree(world, drive);
  const body = request.body ?? {};
  const folder = folderFor(tree, item, body);
  if (folder === null) return refuse(world, driveConflicts.parent);
  const name = typeof body['name'] === 'string' ? body['name'] : String(item.data['name']);
  const twin = tree.named(folder, name);
  const asked = behaviorIn(request.query) ?? behaviorIn(body) ?? 'fail';
  const { behavior, portal } = inPortal(world, asked === 'replace' ? 'fail' : asked);
  if (twin && behavior === 'fail') {
    const refusal = taken(world, driveConflicts.copied, name, twin.id);
    // With the other status the copy is accepted, and fails where it is watched.
    if (refusal.status >= 400) return refusal;
    return watched(world, request, { status: 'failed', error: errorIn(refusal) }, refusal);
  }
  const { parent: _parent, ...data } = item.data;
  const made = tree.add(folder, twin ? tree.freeName(folder, name) : name, { ...data });
  const answer = watched(world, request, { status: 'completed', resourceId: made.id }, { status: 202 });
  return played(answer, portal && twin !== undefined, driveConflicts.copied);
}

/** The answer that names where the end of the copy is read. */
function watched(world: World, { base }: LabRequest, state: Json, answer: LabAnswer): LabAnswer {
  const { id } = world.store.add('/operations', undefined, state);
  const { body: _body, ...rest } = answer;
  return { ...rest, status: 202, headers: { Location: `${base}/operations/${id}` } };
}

function errorIn({ body }: LabAnswer): unknown {
  return isJson(body) ? body['error'] : undefined;
}

/** `POST …/createLink`: the link that is there, or a new one. */
export function createLink(world: World, item: Member, request: LabRequest): LabAnswer {
  const { type = 'view', scope = 'organization' } = request.body ?? {};
  const collection = `/__links/${item.id}`;
  const there = world.store.all(collection).find((m) => m.data['type'] === type && m.data['scope'] === scope);
  const link =
    there ?? world.store.add(collection, undefined, { type, scope, webUrl: `https://contoso.example/${randomUUID()}` });
  return { status: there ? 200 : 201, body: { id: link.id, link: link.data } };
}
