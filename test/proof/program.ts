/** What a program with the fault is, as data. The proof applies each fix to it, and runs it before and after. */
import type { FixId } from '../../src/analysis/findings.js';
import { scenarioById } from '../../src/catalog/index.js';
import type { SeedRequest } from '../../src/lab/index.js';

type Json = Record<string, unknown>;

export interface Program {
  /** What it makes or changes, in a few words: names the row of the table. */
  title: string;
  /** The scenario its call can run into. */
  rule: string;
  /** The call, in the catalog's grammar. */
  operation: string;
  /**
   * TypeScript that exports `run(note)`, or C# with a class `Program` that has `Run(note)`. `note` goes into a field that is no part of the identity, so that it shows whose
   * values are there in the end.
   */
  text: string;
  /** The curing fixes that are offered for it, all of which are proven. */
  fixes: readonly FixId[];
  /** Where it ends: a collection of the lab or of Cosmos DB, or nothing is left of it. */
  ends: { graph: string } | { nowhere: true } | { cosmos: 'items' | 'containers' | 'databases' | 'users' | 'scripts' };
  /** What has to be there before. */
  parents?: SeedRequest[];
  /** How the conflict comes about: it is there (default), it comes and goes, somebody else writes in between. */
  cause?: 'duplicate' | 'transient' | 'stale';
  /** What somebody else made under the same identity. */
  twin?: Json;
  /** What else is there, so that a list of it goes over several pages. */
  others?: Json[];
  /** A twin that is none to go on with: the conflict stays an error. */
  elsewhere?: Json;
  /** The operation that reads the twin, in the catalog's grammar. */
  reads?: string;
  /** The field `note` goes into; undefined where the thing has none. */
  note?: string;
  /** The field that tells two apart (default `id`). */
  key?: string;
  /** Where a twin is seeded, if not where it ends. */
  seeds?: string;
  /** How the holder of the identity can be hidden from lists. */
  hidden?: 'deleted' | 'unlisted';
  /** What is sent in the place of the call where it is written so that it overwrites. */
  after?: string;
  /** A policy of its own waits: it does not look at what the service asks for. */
  ownWaits?: true;
  /** What a program that counts counts in (default `count`). */
  counts?: string;
  /** Its failures are answers that have to be looked at, not errors. */
  answers?: true;
  /** With the note `cancelled` its function is given a token that is cancelled already. */
  cancels?: true;
  /** It hands out nothing. */
  silent?: true;
  /** Without the fix it may never end: it is run with it only. */
  endless?: true;
  /** Its handler does not work; it answers `made` and, once mended, `known`. */
  broken?: true;
}

/** Statuses of its scenario. */
export const conflictsOf = ({ rule }: Program): number[] => scenarioById(rule)?.answers.map((a) => a.status) ?? [];

export const GRAPH_HEAD = `import { Client } from '@microsoft/microsoft-graph-client';

const client = Client.init({
  baseUrl: process.env['GRAPH_URL'] ?? 'https://graph.microsoft.com/',
  authProvider: (done) => done(null, 'token'),
});
`;

export const COSMOS_HEAD = `import { CosmosClient } from '@azure/cosmos';

const client = new CosmosClient({ endpoint: process.env['COSMOS_URL'] ?? '', key: process.env['COSMOS_KEY'] ?? '' });
`;
