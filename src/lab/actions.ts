/** Operations on a member: those that add to a list of it, and those that exclude a second one while they run. */
import { randomUUID } from 'node:crypto';
import { fieldsOf } from './create.js';
import { memberNamed, type Place } from './locate.js';
import type { LabAnswer, LabRequest } from './request.js';
import { refuse, type World } from './world.js';

/** Names of running operations are kept beside the members, so that a reset ends them. */
const RUNNING = '/__running';

export function act(world: World, place: Place, request: LabRequest): LabAnswer {
  const { action, family, collection, name } = place;
  if (!action) return { status: 204 };
  const key = `${collection}/${name}/${action.path.split('/').at(-1)}`;
  const busy = world.settings.busyMs ?? action.busyMs;
  if (busy !== undefined && action.conflict) {
    const running = world.store.all(RUNNING).find((m) => m.id === key);
    if (running && Number(running.data['until']) > world.now().getTime())
      return refuse(world, action.conflict, { id: name, value: name });
    if (running) world.store.remove(RUNNING, running);
    world.store.add(RUNNING, key, { until: world.now().getTime() + busy }, { unlisted: true });
  }
  if (!action.appends) return { status: action.status };
  const member = memberNamed(world.store, family, collection, name);
  const sent = fieldsOf(request.body);
  const [inner] = Object.values(sent);
  const entry = { ...fieldsOf(typeof inner === 'object' && inner !== null ? { ...inner } : {}), keyId: randomUUID() };
  if (member) {
    const list = member.data[action.appends];
    world.store.change(member, { [action.appends]: [...(Array.isArray(list) ? list : []), entry] });
  }
  return { status: action.status, body: entry };
}
