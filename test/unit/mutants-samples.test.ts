import assert from 'node:assert/strict';
import { csharp, type Dialect, go, python, typescript } from '../../scripts/mutants/dialects.js';
import { applyEdits } from '../../scripts/mutants/nodes.js';
import { mutators } from '../../scripts/mutants/registry.js';
import { subjectAt } from '../../scripts/mutants/subject.js';
import type { Mutant, Subject } from '../../scripts/mutants/types.js';
import type { Grammars } from '../../src/analysis/languages/grammars.js';
import { loadGrammars } from '../helpers/grammars.js';

const LIMIT = 5_000;

interface Sample {
  dialect: Dialect;
  text: string;
  /** The call's name as it stands in the text. */
  name: string;
  cause: Subject['site']['cause'];
  service?: Subject['site']['service'];
}

const tsCreate: Sample = {
  dialect: typescript,
  name: 'create',
  cause: 'duplicate',
  text: `import { ErrorResponse } from '@azure/cosmos';
async function add(c, x) {
  try {
    return await c.items.create(x);
  } catch (e) {
    if (e instanceof ErrorResponse && e.code === 409) return undefined;
    throw e;
  }
}`,
};
const tsReplace: Sample = {
  dialect: typescript,
  name: 'replace',
  cause: 'concurrency',
  text: `import { CosmosClient } from '@azure/cosmos';
async function change(c, x) {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      return await c.item(x.id).replace(x, { accessCondition: { type: 'IfMatch', condition: x._etag } });
    } catch (e) {
      if (e.code !== 412) throw e;
      x = await again(x);
    }
  }
}`,
};
const tsPromise: Sample = {
  dialect: typescript,
  name: 'create',
  cause: 'duplicate',
  text: `import { CosmosClient } from '@azure/cosmos';
const add = (c, x) =>
  c.items.create(x).catch((err) => {
    if (err.code === 409) return undefined;
    throw err;
  });`,
};
const csCreate: Sample = {
  dialect: csharp,
  name: 'CreateItemAsync',
  cause: 'duplicate',
  text: `using Microsoft.Azure.Cosmos;
class A {
  async Task<Item> Add(Item x) {
    try {
      return await c.CreateItemAsync(x);
    } catch (CosmosException ex) when (ex.StatusCode == HttpStatusCode.Conflict) {
      return await Read(x);
    }
  }
}`,
};
const csReplace: Sample = {
  dialect: csharp,
  name: 'ReplaceItemAsync',
  cause: 'concurrency',
  text: `using Microsoft.Azure.Cosmos;
class A {
  async Task Change(Item x) {
    for (var attempt = 0; ; attempt++) {
      try {
        await c.ReplaceItemAsync(x, x.Id, requestOptions: new ItemRequestOptions { IfMatchEtag = x.ETag });
        return;
      } catch (CosmosException ex) when (ex.StatusCode == HttpStatusCode.PreconditionFailed && attempt < 5) {
        x = await Again(x);
      }
    }
  }
}`,
};
const csGraph: Sample = {
  dialect: csharp,
  name: 'PostAsync',
  cause: 'duplicate',
  service: 'graph',
  text: `using Microsoft.Graph;
class A {
  async Task Add(Group g) {
    try { await client.Groups.PostAsync(g); }
    catch (ODataError e) { if (e.ResponseStatusCode != 409) { throw; } Note(g); }
  }
}`,
};

const tsText: Sample = {
  dialect: typescript,
  name: 'post',
  cause: 'duplicate',
  service: 'graph',
  text: `async function add(client, g) {
  try { await client.api('/groups').post(g); } catch (e) {
    if (/already exists/i.test(e.message) || e.message.includes('nameAlreadyExists')) return;
    log('conflict seen');
    throw e;
  }
}`,
};

const pyCreate: Sample = {
  dialect: python,
  name: 'create_item',
  cause: 'duplicate',
  text: `async def add(c, x):
    try:
        return await c.create_item(x)
    except CosmosHttpResponseError as e:
        if e.status_code == 409:
            return None
        raise
`,
};

const pyReplace: Sample = {
  dialect: python,
  name: 'replace_item',
  cause: 'concurrency',
  text: `def change(c, x):
    for attempt in range(3):
        x = c.read_item(x, x)
        try:
            return c.replace_item(x, x, etag=x)
        except CosmosAccessConditionFailedError:
            time.sleep(1)
`,
};

const goCreate: Sample = {
  dialect: go,
  name: 'CreateItem',
  cause: 'duplicate',
  text: `package p

func add(ctx context.Context, c *azcosmos.ContainerClient, x []byte) error {
	_, err := c.CreateItem(ctx, pk, x, nil)
	var failed *azcore.ResponseError
	if errors.As(err, &failed) && failed.StatusCode == http.StatusConflict {
		return nil
	}
	return err
}
`,
};

const goReplace: Sample = {
  dialect: go,
  name: 'ReplaceItem',
  cause: 'concurrency',
  text: `package p

func change(ctx context.Context, c *azcosmos.ContainerClient, x []byte) error {
	_, err := c.ReplaceItem(ctx, pk, id, x, &azcosmos.ItemOptions{IfMatchEtag: &tag})
	if isStale(err) {
		return errLater
	}
	return err
}

func isStale(err error) bool {
	var failed *azcore.ResponseError
	return errors.As(err, &failed) && failed.StatusCode == 412
}
`,
};

/** Mutator, sample, and the words that must stand in a mutant's text (all of a row, in one mutant). */
const rows: [string, Sample, string[], string][] = [
  ['wrong-status-result', goCreate, ['http.StatusPreconditionFailed {'], 'mishandled wrong-status'],
  ['wrong-status-result', goReplace, ['StatusCode == 409'], 'mishandled wrong-status'],
  ['other-status-404-result', goReplace, ['StatusCode == 404'], 'unhandled no-handler'],
  ['other-status-429-result', goCreate, ['http.StatusTooManyRequests {'], 'unhandled no-handler'],
  ['wrong-type-result', goReplace, ['*odataerrors.ODataError'], 'mishandled wrong-type'],
  ['remove-test-result', goCreate, ['if err != nil {\n\t\treturn nil'], 'unhandled not-told-apart'],
  ['no-condition-result', goReplace, ['(ctx, pk, id, x, nil)'], 'idempotent no-condition'],
  ['wrong-status-indented', pyCreate, ['status_code == 412:'], 'mishandled wrong-status'],
  ['wrong-status-indented', pyReplace, ['except CosmosResourceExistsError:'], 'mishandled wrong-status'],
  ['other-status-indented', pyReplace, ['except CosmosResourceNotFoundError:'], 'unhandled not-told-apart'],
  ['wrong-property-indented', pyCreate, ['e.code == 409:'], 'mishandled wrong-property'],
  ['wrong-type-indented', pyCreate, ['except ODataError as e:'], 'mishandled wrong-type'],
  ['negate-indented', pyCreate, ['e.status_code != 409:'], 'unhandled not-told-apart'],
  ['remove-handler-indented', pyCreate, ['if True:', '\n    pass'], 'unhandled no-handler'],
  ['drop-await-indented', pyCreate, ['return c.create_item(x)'], 'mishandled not-awaited'],
  ['remove-bound-indented', pyReplace, ['while True:'], 'mishandled retry-uncapped'],
  ['swallow-all-indented', pyCreate, ['except Exception as error:\n        print(error)'], 'unhandled swallowed'],
  [
    'swallow-all-quietly-indented',
    pyReplace,
    ['except Exception as error:\n            pass'],
    'unhandled not-told-apart',
  ],
  ['rethrow-all-indented', pyCreate, ['except Exception as error:\n        raise'], 'unhandled not-told-apart'],
  ['log-and-rethrow-all-indented', pyCreate, ['print(error)\n        raise'], 'unhandled observed-only'],
  ['wrong-status', tsCreate, ['e.code === 412)'], 'mishandled wrong-status'],
  ['wrong-status', tsReplace, ['e.code !== 409)'], 'mishandled wrong-status'],
  ['wrong-status', csCreate, ['== HttpStatusCode.PreconditionFailed)'], 'mishandled wrong-status'],
  ['other-status-404', tsCreate, ['e.code === 404)'], 'unhandled not-told-apart'],
  ['other-status-429', csReplace, ['HttpStatusCode.TooManyRequests &&'], 'unhandled not-told-apart'],
  [
    'other-status-404',
    tsText,
    ['/throttled/i.test(', "includes('throttled')", "log('conflict seen')"],
    'unhandled not-told-apart',
  ],
  ['wrong-property', tsCreate, ['ErrorResponse && e.statusCode === 409'], 'mishandled wrong-property'],
  ['wrong-property', tsPromise, ['err.status === 409'], 'mishandled wrong-property'],
  ['wrong-property', csCreate, ['when (ex.SubStatusCode == 409)'], 'mishandled wrong-property'],
  ['wrong-property', csGraph, ['e.HResult != 409'], 'mishandled wrong-property'],
  ['drop-await', tsCreate, ['return c.items.create(x);'], 'mishandled not-awaited'],
  ['drop-await', csReplace, ['        c.ReplaceItemAsync('], 'unhandled lost'],
  ['negate', tsCreate, ['e.code !== 409) return undefined'], 'unhandled observed-only'],
  ['negate', tsReplace, ['e.code === 412) throw e;'], 'unhandled observed-only'],
  ['negate', csCreate, ['when (ex.StatusCode != HttpStatusCode.Conflict)'], 'unhandled no-handler'],
  ['move-out-of-try', tsCreate, ['return await c.items.create(x); try {\n  } catch (e) {'], 'unhandled no-handler'],
  ['move-out-of-try', csReplace, ['x.ETag }); try {\n        return;'], 'unhandled no-handler'],
  ['remove-handler', tsCreate, ['  {\n    return await c.items.create(x);\n  } \n}'], 'unhandled no-handler'],
  ['remove-handler', tsPromise, ['c.items.create(x);'], 'unhandled no-handler'],
  [
    'swallow-all',
    csCreate,
    ['catch (Exception ex) { Console.Error.WriteLine(ex.Message); }\n  }'],
    'unhandled swallowed',
  ],
  ['swallow-all-quietly', tsCreate, ['catch (e) {}\n}'], 'unhandled swallowed'],
  ['rethrow-all', tsCreate, ['catch (e) { throw e; }'], 'unhandled not-told-apart'],
  [
    'log-and-rethrow-all',
    csCreate,
    ['(Exception ex) { Console.Error.WriteLine(ex.Message); throw; }'],
    'unhandled observed-only',
  ],
  ['log-and-rethrow', tsCreate, ['e.code === 409) { console.error(e); throw e; }'], 'unhandled observed-only'],
  ['log-and-rethrow', tsReplace, ['!== 412) throw e; console.error(e); throw e;\n    }'], 'unhandled observed-only'],
  ['log-and-rethrow', csGraph, ['{ throw; } Console.Error.WriteLine(e.Message); throw; }'], 'unhandled observed-only'],
  ['rethrow-conflict', csCreate, ['HttpStatusCode.Conflict) { throw; }'], 'unhandled observed-only'],
  ['remove-test', tsCreate, ['catch (e) {\n    return undefined;'], 'unhandled swallowed'],
  ['remove-test', csReplace, ['when (attempt < 5)'], 'unhandled not-told-apart'],
  ['remove-branch', tsCreate, ['catch (e) {\n    \n    throw e;'], 'unhandled not-told-apart'],
  [
    'retry-unchanged',
    tsCreate,
    ['e.code === 409) { return await c.items.create(x); }'],
    'mishandled retry-cannot-help',
  ],
  ['retry-unchanged', csGraph, ['{ throw; } await client.Groups.PostAsync(g);'], 'mishandled retry-cannot-help'],
  ['promise-swallow', tsPromise, ['create(x).catch(() => undefined);'], 'unhandled swallowed'],
  ['remove-bound', tsReplace, ['for (let attempt = 0; true; attempt++)'], 'mishandled retry-uncapped'],
  ['remove-bound', csReplace, ['PreconditionFailed && true)'], 'mishandled retry-uncapped'],
  ['drop-condition', tsReplace, ['.replace(x);'], 'idempotent no-condition'],
  ['drop-condition', csReplace, ['ReplaceItemAsync(x, x.Id);'], 'idempotent no-condition'],
  ['wrong-type', csGraph, ['catch (ServiceException e)'], 'mishandled wrong-type'],
  ['wrong-type', csCreate, ['catch (DocumentClientException ex)'], 'mishandled wrong-type'],
  ['wrong-type', tsCreate, ['instanceof RestError'], 'mishandled wrong-type'],
];

/** Pairs of mutator and sample where nothing may be made. */
const none: [string, Sample][] = [
  ['drop-condition', tsCreate],
  ['retry-unchanged', tsReplace],
  ['drop-await', tsPromise],
  ['remove-bound', tsCreate],
  ['wrong-type', tsPromise],
  ['wrong-status', tsText],
];

describe('mutants: samples', () => {
  let grammars: Grammars;
  before(async () => {
    grammars = await loadGrammars('typescript', 'c-sharp', 'python', 'go');
  });

  function withSubject<T>(sample: Sample, use: (subject: Subject) => T): T {
    const tree = grammars.parse(sample.dialect.grammar, sample.text, LIMIT);
    try {
      const before = sample.text.slice(0, sample.text.indexOf(`.${sample.name}(`) + 1);
      const place = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
      const site = { ...place, operation: '', service: sample.service ?? ('cosmos' as const), cause: sample.cause };
      const subject = subjectAt({ origin: 's', file: 's', text: sample.text, site }, sample.dialect, tree.rootNode);
      assert.ok(subject, 'the call is found');
      assert.equal(subject.name.text, sample.name);
      return use(subject);
    } finally {
      tree.delete();
    }
  }

  const make = (id: string, subject: Subject): Mutant[] => mutators.find((m) => m.id === id)?.make(subject) ?? [];

  for (const [id, sample, texts, wanted] of rows)
    it(`${id}: ${texts.join(' … ').trim()}`, () =>
      withSubject(sample, (subject) => {
        const mutants = make(id, subject);
        const hit = mutants.find((m) => {
          const { text } = applyEdits(subject.text, m.edits, subject.name.startIndex);
          return texts.every((part) => text.includes(part));
        });
        assert.ok(
          hit,
          mutants.map((m) => applyEdits(subject.text, m.edits, subject.name.startIndex).text).join('\n---\n'),
        );
        const [verdict, reason] = wanted.split(' ');
        assert.ok(hit.expected.some((e) => e.verdict === verdict && e.reasons.some((r) => r === reason)));
      }));

  for (const [id, sample] of none)
    it(`${id}: nothing for ${sample.name} of ${sample.cause}`, () =>
      withSubject(sample, (subject) => assert.deepEqual(make(id, subject), [])));

  it('every mutant changes the text, can be parsed and keeps the call in its place', () => {
    for (const sample of [tsCreate, tsReplace, tsPromise, tsText, csCreate, csReplace, csGraph, pyCreate, pyReplace])
      withSubject(sample, (subject) => {
        for (const mutator of mutators.filter(({ family }) => family === sample.dialect.family))
          for (const mutant of mutator.make(subject)) {
            const { text, kept } = applyEdits(subject.text, mutant.edits, subject.name.startIndex);
            assert.notEqual(text, subject.text, mutator.id);
            assert.ok(text.startsWith(sample.name, kept), mutator.id);
            const tree = grammars.parse(sample.dialect.grammar, text, LIMIT);
            assert.equal(tree.rootNode.hasError, false, `${mutator.id}\n${text}`);
            tree.delete();
          }
      });
  });

  it('every mutator has a sample', () => {
    assert.deepEqual(
      mutators.map((m) => m.id).filter((id) => !rows.some(([row]) => row === id)),
      [],
    );
  });
});
