/** A lab, and the programs that run against it. */
import assert from 'node:assert/strict';
import { CosmosClient, PartitionKeyKind } from '@azure/cosmos';
import { type JournalEntry, type Lab, startLab } from '../../../src/lab/index.js';
import { conflictsOf, type Program } from '../program.js';
import { type Loaded, Programs } from './running.js';

type Json = Record<string, unknown>;

/** In the place of a path: an item of Cosmos DB. */
export const COSMOS = 'cosmos';

export class Session {
  private readonly programs = new Programs();
  private readonly cosmos: CosmosClient;

  private constructor(readonly lab: Lab) {
    this.cosmos = new CosmosClient({ endpoint: this.cosmosUrl, key: lab.cosmosKey });
  }

  static async start(): Promise<Session> {
    // Pages of two: whoever looks into a list has to follow its links.
    return new Session(await startLab({ pageSize: 2 }));
  }

  private get cosmosUrl(): string {
    return (this.lab.cosmosUrl ?? '').replace(/^https/, 'http');
  }

  async close(): Promise<void> {
    this.programs.close();
    this.cosmos.dispose();
    await this.lab.close();
  }

  /** Begins anew: nothing is there but what the program needs. */
  async prepare({ ends, parents = [] }: Program): Promise<void> {
    this.lab.reset();
    if ('cosmos' in ends) {
      const { database } = await this.cosmos.databases.createIfNotExists({ id: 'shop' });
      await database.containers.createIfNotExists({
        id: 'orders',
        partitionKey: { paths: ['/customer'], kind: PartitionKeyKind.Hash },
      });
    }
    for (const parent of parents) {
      if (parent.path !== COSMOS) this.lab.seed(parent);
      else await this.cosmos.database('shop').container('orders').items.create(parent.body);
    }
    this.lab.clearJournal();
  }

  /** Somebody else makes the same. */
  async twin(
    { ends, twin = {}, seeds }: Program,
    state: { deleted?: boolean; unlisted?: boolean } = {},
  ): Promise<void> {
    if ('nowhere' in ends) return;
    if ('graph' in ends) this.lab.seed({ path: seeds ?? ends.graph, body: twin, ...state });
    else await placeOf(this.cosmos, ends.cosmos).create(twin);
    this.lab.clearJournal();
  }

  load(text: string): Promise<Loaded> {
    return this.programs.load(text, this.environment('/'));
  }

  /** Where programs find the services. @param version what their client wants behind the address of Graph */
  environment(version: string): Record<string, string> {
    const { graphUrl, cosmosKey } = this.lab;
    return { GRAPH_URL: `${graphUrl}${version}`, COSMOS_URL: this.cosmosUrl, COSMOS_KEY: cosmosKey };
  }

  /** What is there in the end. */
  async ended({ ends }: Program): Promise<Json[]> {
    if ('nowhere' in ends) return [];
    if ('graph' in ends) {
      // The lab writes paths in lower case, as Graph reads them in any.
      const own = Object.entries(this.lab.resources()).filter(
        ([path]) => path.toLowerCase() === ends.graph.toLowerCase(),
      );
      // A drive has its root from the start.
      return own.flatMap(([, members]) => (members as Json[]).filter((member) => !('root' in member)));
    }
    const all = await placeOf(this.cosmos, ends.cosmos).readAll().fetchAll();
    // The ones that every program finds.
    return (all.resources as { id: string }[]).filter(({ id }) => id !== 'shop' && id !== 'orders') as Json[];
  }

  /** The requests of the program's own operation, as the lab noted them. */
  calls({ operation }: Program): JournalEntry[] {
    return this.lab.journal().filter((entry) => `${entry.method} ${entry.path}` === operation);
  }

  /** Waits until the service answered one of the program's calls with the conflict. @throws AssertionError where it did not */
  async untilConflict(program: Program): Promise<void> {
    // The answer to a batch has its conflict inside.
    const met = (): boolean =>
      this.calls(program).some(({ status, rule }) => conflictsOf(program).includes(status) || rule === program.rule);
    // What nobody waits for may still be under way.
    for (let turn = 0; turn < 100 && !met(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(met(), 'it failed for another reason than the conflict');
  }

  /** Every request but those by which the SDK of Cosmos DB finds its way. */
  requests(): JournalEntry[] {
    return this.lab.journal().filter((entry) => entry.path !== '/');
  }

  /** At least two were under way at one moment: a race that was one. */
  assertRaced(program: Program): void {
    const most = Math.max(0, ...this.calls(program).map((entry) => entry.inFlight));
    assert.ok(most >= 2, `no race: at most ${most} in flight\n${JSON.stringify(this.lab.journal(), null, 1)}`);
  }
}

/** A collection of Cosmos DB. */
interface Place {
  create(body: Json): Promise<unknown>;
  readAll(): { fetchAll(): Promise<{ resources: unknown[] }> };
}

/** Where things of Cosmos DB end: in the database and container every program finds. */
function placeOf(client: CosmosClient, kind: Extract<Program['ends'], { cosmos: unknown }>['cosmos']): Place {
  const database = client.database('shop');
  const container = database.container('orders');
  const places = {
    items: container.items,
    containers: database.containers,
    databases: client.databases,
    users: database.users,
    scripts: container.scripts.storedProcedures,
  };
  // Each takes a body of its own type.
  return places[kind] as unknown as Place;
}
