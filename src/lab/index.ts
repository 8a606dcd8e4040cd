/**
 * The lab: Microsoft Graph with Bookings, and Azure Cosmos DB, on the loopback address, as far as the catalog knows their
 * conflicts. For tests and for people who rehearse their automation.
 *
 *     const lab = await startLab();
 *     const client = Client.init({ baseUrl: `${lab.graphUrl}/`, defaultVersion: 'v1.0', … });
 *     lab.fault({ on: 'POST /subscriptions', hold: 8 });            // eight requests leave together
 *     lab.fault({ on: 'PATCH /groups/{}', times: 2, answer: { rule: 'graph/directory-concurrency' },
 *                 retryAfter: { seconds: 1 } });                     // clears at the third attempt
 *     lab.fault({ on: 'PATCH /planner/tasks/{}', otherWriter: true }); // the tag is stale when it arrives
 *     lab.seed({ path: '/groups', body: { mailNickname: 'sales' }, deleted: true });
 *     …
 *     lab.journal(); lab.resources(); lab.reset(); await lab.close();
 *
 * Programs in other languages do the same over HTTP below `/__lab` (see `admin.ts`), on the port of Graph.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { onAdmin } from './admin.js';
import { errorAnswer } from './answers.js';
import type { LabControls, SeedRequest } from './controls.js';
import { CosmosService } from './cosmos/service.js';
import { insert, prepared } from './create.js';
import { Tree, targetOf } from './drive/tree.js';
import { allFamilies } from './families/index.js';
import type { Json } from './family.js';
import { type FaultRequest, Faults } from './faults.js';
import { Graph } from './graph.js';
import { labRequest, originOf, readBody, send } from './http.js';
import { Journal, type JournalEntry } from './journal.js';
import { locate } from './locate.js';
import { listen } from './loopback.js';
import type { Mode, Otherwise } from './options.js';
import { resolvePath, Templates } from './paths.js';
import { checkedOtherwise, faultFrom, settingsFrom } from './settings-from.js';
import { Store } from './store.js';
import type { World } from './world.js';

/** The key every client gives to Cosmos DB; the lab takes any. It is base64 because SDKs decode it. */
const COSMOS_KEY = Buffer.from('guard409-lab-no-secret').toString('base64');

/** Members in a page of Graph when nothing else is said. */
const PAGE_SIZE = 100;

export interface LabOptions {
  /** Port of Graph and Bookings; 0 (the default) for any free one. */
  port?: number;
  /** Port of Cosmos DB; 0 (the default) for any free one, false for none. */
  cosmosPort?: number | false;
  /** `api` (default) refuses as the services do; `portal` links, restores, renames, as the portals do. */
  mode?: Mode;
  /** Members in a page (default 100); small numbers make clients follow `@odata.nextLink`. */
  pageSize?: number;
  /** Other behaviours of scenarios that are known by report only: `{ 'graph/list-exists': 400 }`. */
  otherwise?: Readonly<Record<string, Otherwise>>;
  /** For how long operations run that exclude a second one, in milliseconds. */
  busyMs?: number;
  /** Faults from the start. */
  faults?: readonly FaultRequest[];
  /** Members from the start; a reset puts them in again. */
  seeds?: readonly SeedRequest[];
  /** Called with each journal entry. */
  onEntry?: (entry: JournalEntry) => void;
}

export interface Lab extends LabControls {
  /** `http://127.0.0.1:PORT`, without a version; `https:` works on the same port. */
  graphUrl: string;
  /** `https://127.0.0.1:PORT`, or undefined; `http:` works on the same port. */
  cosmosUrl: string | undefined;
  cosmosKey: string;
  /** What clients have to trust for `https:`, in PEM. */
  certificate: { graph: string; cosmos: string | undefined };
  close(): Promise<void>;
}

/**
 * Starts a lab on 127.0.0.1.
 * @throws PortInUse when a port is taken; Error when an option is not possible
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const now = (): Date => new Date();
  const world: World = {
    store: new Store(),
    families: allFamilies,
    settings: {
      mode: options.mode ?? 'api',
      pageSize: options.pageSize ?? PAGE_SIZE,
      otherwise: checkedOtherwise(options.otherwise ?? {}),
      busyMs: options.busyMs,
    },
    now,
  };
  const faults = new Faults();
  const journal = new Journal(now, options.onEntry ?? (() => undefined));
  const collections = allFamilies.flatMap((f) => f.collections.flatMap((c) => (f.single ? [c] : [c, `${c}/{}`])));
  const actions = allFamilies.flatMap((f) => (f.actions ?? []).map((a) => a.path));
  const graph = new Graph(world, faults, journal, new Templates([...collections, ...actions, '/uploadSessions/{}']));
  let cosmosPort = 0;
  const cosmos = new CosmosService(journal, faults, now, () => cosmosPort);
  const controls: LabControls = {
    journal: () => journal.entries(),
    clearJournal: () => journal.clear(),
    fault: (request) => faults.add(faultFrom(request)),
    faults: () => faults.all(),
    clearFaults: (id) => faults.remove(id),
    seed: (request) => seed(world, request),
    reset: () => {
      world.store.clear();
      faults.remove();
      journal.clear();
      cosmos.clear();
      for (const request of options.seeds ?? []) seed(world, request);
    },
    settings: () => world.settings,
    configure: (changes) => {
      world.settings = settingsFrom(changes, world.settings);
      return world.settings;
    },
    resources: () => resourcesOf(world),
    families: () => collections.sort(),
  };
  for (const request of options.seeds ?? []) controls.seed(request);
  for (const request of options.faults ?? []) controls.fault(request);
  const served = await listen(
    options.port ?? 0,
    answering((q, s) => onHttp(graph, controls, q, s)),
  );
  try {
    const second =
      options.cosmosPort === false
        ? undefined
        : await listen(
            options.cosmosPort ?? 0,
            answering((q, s) => cosmos.handle(q, s)),
          );
    cosmosPort = second?.port ?? 0;
    return {
      ...controls,
      graphUrl: `http://127.0.0.1:${served.port}`,
      cosmosUrl: second && `https://127.0.0.1:${second.port}`,
      cosmosKey: COSMOS_KEY,
      certificate: { graph: served.certificate, cosmos: second?.certificate },
      close: async () => {
        faults.remove();
        await Promise.all([served.close(), second?.close()]);
      },
    };
  } catch (error) {
    await served.close();
    throw error;
  }
}

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Whatever happens inside is an answer. */
function answering(answer: Answering): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      return send(response, errorAnswer(500, 'UnknownError', error instanceof Error ? error.message : String(error)));
    });
  };
}

/**
 * microsoft-graph-client takes a link for a path when it begins with `http:`, and puts it behind its own address. The
 * services have only `https:`, so nobody notices there.
 */
const LINK_AS_PATH = /^\/(?:v1\.0|beta)\/https?:\/+[^/]+(?=\/(?:v1\.0|beta|uploadSessions)\/)/;

async function onHttp(
  graph: Graph,
  controls: LabControls,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readBody(incoming);
  const target = (incoming.url ?? '/').replace(LINK_AS_PATH, '');
  const origin = originOf(incoming);
  if (/^\/__lab(?:[/?]|$)/.test(target))
    return send(response, onAdmin(controls, labRequest(incoming, bytes, target, origin)));
  if (target.startsWith('/uploadSessions/'))
    return send(response, await graph.answer(labRequest(incoming, bytes, target, `${origin}/v1.0`)));
  const [, version, rest = '/'] = /^\/(v1\.0|beta)(?=[/?]|$)(.*)$/s.exec(target) ?? [];
  if (version === undefined) {
    const message = 'Paths begin with /v1.0 or /beta; the switches of the lab are below /__lab.';
    return send(response, errorAnswer(400, 'BadRequest', message));
  }
  send(response, await graph.answer(labRequest(incoming, bytes, rest, `${origin}/${version}`)));
}

function seed(world: World, { path, body, deleted, unlisted }: SeedRequest): Json {
  const target = targetOf(world, { path });
  if (target?.verb === 'children') {
    const tree = new Tree(world, target.drive);
    return tree.shown(tree.add(target.item, String(body['name']), { ...body }, { unlisted: unlisted ?? false }));
  }
  const place = locate(world.families, world.store, resolvePath(path));
  if (place?.kind !== 'collection') throw new Error(`${path} is no collection of the lab`);
  const data = prepared(place.family, body);
  const state = { deleted: deleted ?? false, unlisted: unlisted ?? false };
  const member = insert(world, place.family, place.collection, data, state);
  return { id: member.id, ...member.data, '@odata.etag': member.etag };
}

function resourcesOf({ store }: World): Json {
  return Object.fromEntries(
    store
      .names()
      .filter((name) => !name.startsWith('/__'))
      .map((name) => [
        name,
        store.all(name).map((m) => ({
          id: m.id,
          ...m.data,
          ...(Buffer.isBuffer(m.data['content']) ? { content: m.data['content'].toString('utf8') } : {}),
          '@odata.etag': m.etag,
          ...(m.deleted ? { deleted: true } : {}),
          ...(m.unlisted ? { unlisted: true } : {}),
        })),
      ]),
  );
}

export type { LabControls, SeedRequest } from './controls.js';
export type { Fault, FaultRequest } from './faults.js';
export type { JournalEntry } from './journal.js';
export { PortInUse } from './loopback.js';
export type { Mode, Otherwise, Settings } from './options.js';
