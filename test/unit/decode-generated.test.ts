/**
 * The decoder over the whole catalog: every answer of every scenario, written in every shape. The scenario must be named
 * first, or one that the text cannot be told apart from: which those are is computed from the catalog and listed here.
 */
import assert from 'node:assert/strict';
import { scenarios } from '../../src/catalog/index.js';
import type { Answer, OperationRow, Scenario } from '../../src/catalog/types.js';
import { decode } from '../../src/decode/decode.js';
import {
  cosmosCalls,
  cosmosShapes,
  type Fact,
  graphShapes,
  namingShapes,
  tellingShapes,
} from '../helpers/error-shapes.js';

const GENERAL = 'graph/what-409-means';
const CONFLICTS = [409, 412, 423, 424, 449];
/** What a service writes where the catalog gives no code or no words. */
const PLAIN: Readonly<Record<number, readonly [string, string]>> = {
  400: ['BadRequest', 'Bad Request'],
  409: ['Conflict', 'Conflict'],
  412: ['PreconditionFailed', 'Precondition Failed'],
  423: ['notAllowed', 'Locked'],
  424: ['FailedDependency', 'Failed Dependency'],
  449: ['RetryWith', 'Retry the request'],
};
/** Words that services use for anything, so that they say nothing beside another status than a conflict's own. */
const ANYTHING =
  /^(?:|Conflict|conflict|BadRequest|Request_BadRequest|UnknownError|NotFound|itemNotFound|ResourceIsLocked|409|412|449)$/;

/** What stands around an error of scenarios that no operation tells: of libraries, of what happened before. */
const AROUND: Readonly<Record<string, string>> = {
  'cosmos/change-feed-lease': 'Microsoft.Azure.Cosmos.ChangeFeed.LeaseManagement.DocumentServiceLeaseUpdaterCosmos\n',
  'cosmos/ef-core-save-changes': 'Microsoft.EntityFrameworkCore.Update[10000] An exception occurred in SaveChanges\n',
  'cosmos/gremlin-exists': 'Gremlin.Net.Driver.Exceptions.ResponseException: ServerEvaluationError, x-ms-status-code\n',
  'cosmos/own-earlier-write': 'Request timed out (408), sent again\n',
  'cosmos/create-as-lock': 'could not acquire the lock, it is already held\n',
  'cosmos/partition-key-hash': 'Resource with id already exists with a conflicting hashed partition key\n',
  'cosmos/bulk-conflict': 'new CosmosClientOptions { AllowBulkExecution = true }\n',
  'cosmos/batch-conflict': 'TransactionalBatch.ExecuteAsync\n',
  'cosmos/stored-procedure-conflict': 'Encountered exception while executing Javascript\n',
  'cosmos/create-if-not-exists-race': 'CosmosDatabase.createContainerIfNotExists\n',
  'cosmos/account-operation-running': 'azurerm_cosmosdb_account: requires exclusive lock\n',
  'cosmos/account-name-taken': 'DNS record for shop under zone Documents.Azure.com is already taken\n',
  'cosmos/unique-key-taken': 'Unique index constraint violation\n',
  'cosmos/patch-condition-false': 'FilterPredicate = "from c where c.state = 1"\n',
  'cosmos/soft-deleted-id': 'read: 404 NotFound, then create:\n',
};

/** Told apart by nothing in the answer: those who give it, by status, code and words. */
interface Case {
  scenario: Scenario;
  answer: Answer;
  code: string;
  words: string;
}

const cases: Case[] = scenarios
  .filter(({ id }) => id !== GENERAL)
  .flatMap((scenario) =>
    scenario.answers.flatMap((answer) =>
      (answer.codes.length > 0 ? answer.codes : ['']).flatMap((code) =>
        (answer.texts ?? ['']).map((words) => ({ scenario, answer, code, words })),
      ),
    ),
  )
  // Statuses of many meanings tell of a conflict by a code or by a sentence alone.
  .filter(({ answer, code, words }) => CONFLICTS.includes(answer.status) || !ANYTHING.test(code) || isSentence(words))
  // An accepted copy tells its failure later, in a body of its own.
  .filter(({ answer }) => answer.status >= 400);

function isSentence(words: string): boolean {
  return words.split(' ').length >= 4;
}

const bare = (op: string): string => op.replace(/#.*/, '');

/** The scenarios that can give the same answer, to the same operation where the text names one. */
function alike({ scenario, answer, code, words }: Case, op: string | undefined): string[] {
  return scenarios
    .filter(
      (other) =>
        (other.service === 'cosmos') === (scenario.service === 'cosmos') &&
        (op === undefined || other.id === GENERAL || other.operations.some((row) => bare(row.op) === bare(op))) &&
        other.answers.some(
          (a) =>
            a.status === answer.status &&
            (ANYTHING.test(code)
              ? a.codes.length === 0 || code === '' || a.codes.includes(code)
              : a.codes.includes(code)) &&
            (!isSentence(words) ||
              (a.texts ?? []).includes(words) ||
              (!ANYTHING.test(code) && !(a.texts ?? []).some(isSentence))),
        ),
    )
    .map(({ id }) => id)
    .filter((id) => id !== GENERAL || op === undefined);
}

const fill = (path: string): string => path.replaceAll('{}', 'a1b2');

function factOf({ answer, code, words }: Case, request: string): Fact {
  const [plainCode = 'Conflict', plainWords = 'Error'] = PLAIN[answer.status] ?? [];
  return { status: answer.status, code: code || plainCode, message: words || plainWords, request };
}

/** Marked operations first: the others explain what happens and rarely answer so themselves. */
function rowsOf({ operations }: Scenario): OperationRow[] {
  const marked = operations.filter((row) => row.marks);
  return marked.length > 0 ? marked : operations;
}

/** Every n-th shape from another start for each case: all of them over the catalog, at a third of the time. */
function some<T>(all: readonly T[], start: number, count: number): T[] {
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[(start + i * 3) % all.length]).filter(
    (one): one is T => one !== undefined,
  );
}

interface Told {
  case: string;
  shape: string;
  got: string[];
  wanted: string[];
  own: string;
}

function tell(one: Case, shape: string, text: string, op: string | undefined): Told {
  return {
    case: `${one.scenario.id} ${one.answer.status} ${one.code} "${one.words}" ${op ?? ''}`,
    shape,
    got: decode((AROUND[one.scenario.id] ?? '') + text).matches.map(({ rule }) => rule),
    wanted: [one.scenario.id, ...alike(one, op)],
    own: one.scenario.id,
  };
}

const wrong = (all: readonly Told[]): string[] =>
  all
    .filter(({ got, wanted }) => !wanted.includes(got[0] ?? ''))
    .map(({ case: what, shape, got }) => `${what} in ${shape}: ${got[0] ?? 'nothing'}`);

/** Sentences of the directory for any object. */
const SHARED = ['Another object with', 'A conflicting object with'];

/** Answers of several scenarios, which only the operation or the resource tells apart. */
const SAME: Readonly<Record<string, string>> = {
  '400 ObjectConflict: Another object with the same value for property': 'application-exists group-exists user-exists',
  '400 Request_BadRequest: A conflicting object with one or more of the specified property values is present':
    'directory-role-activated group-settings-exist role-assignment-exists',
  '400 Request_BadRequest: Another object with the same value for property': 'application-exists group-exists',
  '409 Request_MultipleObjectsWithSameKeyValue':
    'application-exists domain-issuer-taken federated-credential-exists permission-grant-exists service-principal-exists',
  '409 nameAlreadyExists':
    'drive-content-changed drive-copy-name-exists drive-move-name-exists drive-name-exists list-exists upload-session-open',
  '409 resourceModified': 'drive-content-changed upload-session-open',
  '412 preconditionFailed': 'drive-content-changed drive-stale-etag',
  '412 resourceModified': 'drive-content-changed drive-stale-etag',
};

describe('decoding every answer of the catalog', () => {
  const graph = cases.filter(({ scenario }) => scenario.service !== 'cosmos');
  const naming = {
    ...namingShapes,
    ...Object.fromEntries(['curl', 'har', 'log', 'workflow', 'powershell'].map((n) => [n, graphShapes[n]])),
  };
  const telling = {
    ...tellingShapes,
    ...Object.fromEntries(['js', 'dotnetV4', 'python', 'java', 'go'].map((n) => [n, graphShapes[n]])),
  };

  it('names the scenario where the text names the operation', () => {
    const names = Object.keys(naming);
    const told = graph.flatMap((one, n) => {
      const rows = rowsOf(one.scenario).filter(({ op }) => !op.includes('$batch'));
      return rows.length === 0
        ? []
        : some(names, n, 6).map((shape, i) => {
            const op = rows[(n + i) % rows.length]?.op ?? '';
            return tell(one, shape, naming[shape]?.(factOf(one, fill(op))) ?? '', op);
          });
    });
    assert.ok(told.length > 400, String(told.length));
    assert.deepEqual(wrong(told), []);
  });

  it('names it, or one that answers the same, where the text does not', () => {
    const names = Object.keys(telling);
    const told = graph.flatMap((one, n) =>
      some(names, n, 4).map((shape) => tell(one, shape, telling[shape]?.(factOf(one, 'POST /x')) ?? '', undefined)),
    );
    assert.deepEqual(wrong(told), []);
    // Where only few can be meant, all of them are named.
    const silent = told
      .filter(
        ({ wanted, case: what }) =>
          new Set(wanted).size <= 3 && / \w+ "" $/.test(what) && !/ (?:Conflict|BadRequest) ""/.test(what),
      )
      .filter(({ wanted, got }) => wanted.some((id) => id !== GENERAL && !got.includes(id)));
    assert.deepEqual(
      silent.map(({ case: what, got }) => `${what}: ${got.join(' ')}`),
      [],
    );
  });

  it('names what Azure Cosmos DB answers to each call', () => {
    const told = cases
      .filter(({ scenario }) => scenario.service === 'cosmos')
      .flatMap((one, n) => {
        const rows = rowsOf(one.scenario);
        return some(Object.keys(cosmosShapes), n, 4).map((shape, i) => {
          const op = rows.length > 0 ? rows[(n + i) % rows.length]?.op : undefined;
          const path = fill(bare(op ?? 'POST /dbs/{}/colls/{}/docs').replace(/^\w+ /, ''));
          const call =
            shape === 'rest' ? `POST ${path}` : shape === 'go' ? path : (cosmosCalls[op ?? '']?.[shape] ?? 'Send');
          return tell(one, shape, cosmosShapes[shape]?.(factOf(one, call)) ?? '', op);
        });
      });
    assert.ok(told.length > 80, String(told.length));
    assert.deepEqual(wrong(told), []);
  });

  it('knows which answers of several operations cannot be told apart', () => {
    const groups = new Map<string, string>();
    for (const one of graph) {
      const ids = [...new Set(alike(one, undefined))].filter((id) => id !== GENERAL).sort();
      const shared = SHARED.some((words) => one.words.startsWith(words));
      if (ids.length > 1 && (shared || (!isSentence(one.words) && !ANYTHING.test(one.code))))
        groups.set(
          `${one.answer.status} ${one.code}${isSentence(one.words) ? `: ${one.words}` : ''}`,
          ids.map((id) => id.replace('graph/', '')).join(' '),
        );
    }
    assert.deepEqual(Object.fromEntries(groups), SAME);
  });
});
