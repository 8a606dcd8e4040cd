/** Another writer, who is quicker: changes the resource a request is about to write, or makes it first. */
import { change, memberOf } from './change.js';
import { create } from './create.js';
import { driveItemOf, onDrive } from './drive/drive.js';
import { locate } from './locate.js';
import { resolvePath } from './paths.js';
import { addReference } from './references.js';
import type { LabRequest } from './request.js';
import type { World } from './world.js';

/** Changes the member, so that the tag the request was made for is stale. The fields of the request are those touched. */
export function otherWriter(world: World, request: LabRequest): void {
  const member = driveItemOf(world, request);
  if (member) {
    world.store.change(member, { lastModifiedDateTime: world.now().toISOString() });
    return;
  }
  const place = locate(world.families, world.store, resolvePath(request.path));
  if (!place) return;
  const found = memberOf(world, place);
  if (!found) return;
  const touched = Object.keys(request.body ?? {}).filter((name) => !name.includes('@') && name in found.data);
  const same = Object.fromEntries(touched.map((name) => [name, found.data[name]]));
  world.store.change(found, { ...same, lastModifiedDateTime: world.now().toISOString() });
}

/** Makes what the request is about to make. */
export function otherCreates(world: World, request: LabRequest): void {
  if (onDrive(world, request)) return;
  const place = locate(world.families, world.store, resolvePath(request.path));
  if (place?.kind === 'collection') create(world, place, request);
  else if (place?.kind === 'add-reference') addReference(world, place, request);
  else if (place?.kind === 'member') change(world, place, { ...request, headers: {} });
}
