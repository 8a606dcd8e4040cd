/** Upload sessions: one at a time for a name, and the name can be taken before the last byte is there. */
import { errorAnswer } from '../answers.js';
import { tooLate } from '../change.js';
import type { Json } from '../family.js';
import { isJson, type LabAnswer, type LabRequest } from '../request.js';
import type { Member } from '../store.js';
import { refuse, type World } from '../world.js';
import { type Behavior, behaviorIn, driveEtag, inPortal, played, taken } from './behavior.js';
import { driveConflicts } from './conflicts.js';
import { fileOf } from './content.js';
import { type Target, Tree } from './tree.js';

const SESSIONS = '/__sessions';

/** How long a session is open. */
const OPEN_MS = 15 * 60_000;

/** `POST …/createUploadSession`. */
export function createSession(world: World, target: Target, request: LabRequest): LabAnswer {
  const { drive, item } = target;
  const tree = new Tree(world, drive);
  const parent = target.parent ?? (item && tree.byId(String(item.data['parent'] ?? 'root')));
  const name = target.name ?? (item ? String(item.data['name']) : undefined);
  if (name === undefined) return errorAnswer(404, 'itemNotFound', 'The resource could not be found.');
  if (!parent) return refuse(world, driveConflicts.parent);
  const stale = item && tooLate(world, driveEtag, item, request, {});
  if (stale) return stale;
  const now = world.now().getTime();
  const key = `${drive}/${parent.id}/${name.toLowerCase()}`;
  const open = world.store.all(SESSIONS).find((m) => m.data['key'] === key && Number(m.data['until']) > now);
  if (open && world.settings.mode === 'portal')
    return { status: 200, body: shown(request, open), portal: 'link', rule: driveConflicts.uploading.rule };
  if (open) return taken(world, driveConflicts.uploading, name, open.id);
  const asked = request.body?.['item'];
  // Only inside item: at the top level of the body it is ignored.
  const { behavior, portal } = inPortal(world, behaviorIn(isJson(asked) ? asked : undefined) ?? 'fail');
  if (item && behavior === 'fail') return taken(world, driveConflicts.session, name, item.id);
  const session = world.store.add(SESSIONS, undefined, {
    ...{ key, drive, parent: parent.id, name, behavior },
    until: now + OPEN_MS,
    received: Buffer.alloc(0),
  });
  return played({ status: 200, body: shown(request, session) }, portal && item !== undefined, driveConflicts.session);
}

function shown({ base }: LabRequest, session: Member): Json {
  const received = session.data['received'];
  const next = Buffer.isBuffer(received) ? received.length : 0;
  return {
    // Outside the versions, and needing no token, as in the service.
    uploadUrl: `${base.replace(/\/(?:v1\.0|beta)$/, '')}/uploadSessions/${session.id}`,
    expirationDateTime: new Date(Number(session.data['until'])).toISOString(),
    nextExpectedRanges: [`${next}-`],
  };
}

/** Requests to the address of a session. */
export function onSession(world: World, request: LabRequest): LabAnswer {
  const id = request.path.split('/').at(-1);
  const session = world.store.all(SESSIONS).find((m) => m.id === id);
  if (!session) return errorAnswer(404, 'itemNotFound', 'The upload session was not found.');
  if (request.method === 'DELETE') {
    world.store.remove(SESSIONS, session);
    return { status: 204 };
  }
  return request.method === 'PUT' ? receive(world, request, session) : { status: 200, body: shown(request, session) };
}

function receive(world: World, request: LabRequest, session: Member): LabAnswer {
  const [, from, to, total] = /bytes (\d+)-(\d+)\/(\d+)/.exec(request.headers['content-range'] ?? '') ?? [];
  const before = session.data['received'];
  const received = Buffer.isBuffer(before) ? before : Buffer.alloc(0);
  if (from === undefined || Number(from) !== received.length)
    return errorAnswer(416, 'invalidRange', 'The uploaded fragment overlaps with data that has been received.');
  const all = Buffer.concat([received, request.bytes]);
  session.data['received'] = all;
  if (Number(to) + 1 < Number(total)) return { status: 202, body: shown(request, session) };
  return finish(world, session, all);
}

function finish(world: World, session: Member, content: Buffer): LabAnswer {
  const tree = new Tree(world, String(session.data['drive']));
  const parent = tree.byId(String(session.data['parent']));
  const name = String(session.data['name']);
  const behavior = session.data['behavior'] as Behavior;
  const twin = tree.named(parent, name);
  if (twin && behavior === 'fail') return taken(world, driveConflicts.uploaded, name, twin.id);
  world.store.remove(SESSIONS, session);
  if (twin && behavior === 'replace') {
    world.store.change(twin, fileOf(content));
    return { status: 200, body: tree.shown(twin) };
  }
  const made = tree.add(parent, twin ? tree.freeName(parent, name) : name, fileOf(content));
  return { status: 201, body: tree.shown(made) };
}
