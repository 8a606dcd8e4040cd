/** Conflicts that clear, where the project has a library for retries: its policy is widened, or the wait written with it. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { apply, openSites, stands } from '../proof/lib/fixing.js';

const FIX = 'back-off-and-retry';
const CALL = "client.api('/servicePrincipals/s/synchronization/jobs').post({ templateId: 't' })";

const head = (imports: string): string => `import { Client } from '@microsoft/microsoft-graph-client';
${imports}
const client = Client.init({ authProvider: (done) => done(null, 'token') });
`;

/** What is inserted where, by what stands around the call. */
const WIDENED: Readonly<Record<string, { text: string; edit: string; before: string }>> = {
  'a predicate of cockatiel': {
    text: `${head("import { handleWhen, retry } from 'cockatiel';")}const busy = retry(handleWhen((e: any) => e.statusCode === 503), { maxAttempts: 4 });
export const f = () => busy.execute(() => ${CALL});`,
    before: 'e.statusCode === 503)',
    edit: '.orWhen((error: any) => error?.statusCode === 409)',
  },
  'a policy of cockatiel within another': {
    text: `${head("import { handleType, retry, timeout, wrap } from 'cockatiel';")}const both = wrap(timeout(1000, 'x' as any), retry(handleType(TypeError), { maxAttempts: 4 }));
export const f = () => both.execute(() => ${CALL});`,
    before: 'handleType(TypeError)',
    edit: '.orWhen((error: any) => error?.statusCode === 409)',
  },
  'a builder of cockatiel 2': {
    text: `${head("import { Policy } from 'cockatiel';")}const busy = Policy.handleWhen((e: any) => e.statusCode === 503).retry().attempts(3);
export const f = () => busy.execute(() => ${CALL});`,
    before: 'e.statusCode === 503)',
    edit: '.orWhen((error: any) => error?.statusCode === 409)',
  },
  'an option of p-retry': {
    text: `${head("import pRetry from 'p-retry';")}const options = { retries: 3, shouldRetry: (error: any) => error.statusCode === 503 };
export const f = () => pRetry(() => ${CALL}, options);`,
    before: 'error.statusCode === 503',
    edit: ' || error?.statusCode === 409',
  },
  'an option of p-retry 7': {
    text: `${head("import pRetry from 'p-retry';")}export const f = () => pRetry(() => ${CALL}, { shouldRetry: ({ error }) => error.name === 'x' });`,
    before: "error.name === 'x'",
    edit: ' || (error as any)?.statusCode === 409',
  },
  'an option of p-retry 7, in its context': {
    text: `${head("import pRetry from 'p-retry';")}export const f = () => pRetry(() => ${CALL}, { shouldRetry: (context) => context.error.name === 'x' });`,
    before: "context.error.name === 'x'",
    edit: ' || (context.error as any)?.statusCode === 409',
  },
  'an option of exponential-backoff': {
    text: `${head("import { backOff } from 'exponential-backoff';")}export const f = () => backOff(() => ${CALL}, { retry(e) { return e.statusCode === 503; } });`,
    before: 'e.statusCode === 503',
    edit: ' || e?.statusCode === 409',
  },
};

/** Policies that cannot be widened, or need not be. */
const LEFT: Readonly<Record<string, string>> = {
  'a policy for everything': `${head("import { handleAll, retry } from 'cockatiel';")}const all = retry(handleAll, { maxAttempts: 4 });
export const f = () => all.execute(() => ${CALL});`,
  'a policy for the errors of the client': `${head("import { handleType, retry } from 'cockatiel';\nimport { GraphError } from '@microsoft/microsoft-graph-client';")}const all = retry(handleType(GraphError), { maxAttempts: 4 });
export const f = () => all.execute(() => ${CALL});`,
  'a predicate that leaves something out': `${head("import pRetry from 'p-retry';")}export const f = () => pRetry(() => ${CALL}, { shouldRetry: (error) => error.name !== 'x' });`,
  'a predicate that is not seen': `${head("import pRetry from 'p-retry';\nimport { mayRetry } from './may-retry.js';")}export const f = () => pRetry(() => ${CALL}, { shouldRetry: mayRetry });`,
  'a policy of another file': `${head("import { busy } from './policies.js';")}export const f = () => busy.execute(() => ${CALL});`,
  'no predicate at all': `${head("import pRetry from 'p-retry';")}export const f = () => pRetry(() => ${CALL}, { retries: 3 });`,
};

const JOBS = (policies: string, run: string): string => `using System;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Polly;
using Polly.Retry;

public class Jobs
{
    ${policies}
    private readonly GraphServiceClient graph;

    public Jobs(GraphServiceClient graph) { this.graph = graph; }

    public async Task<SynchronizationJob> Start() => ${run};
}
`;
const POST = 'graph.ServicePrincipals["s"].Synchronization.Jobs.PostAsync(new SynchronizationJob { TemplateId = "t" })';

describe('waiting where the project has a library for retries', () => {
  for (const [title, { text, before, edit }] of Object.entries(WIDENED))
    it(`widens ${title}`, async () => {
      const applied = await apply('src/jobs.ts', text, FIX);
      await stands('src/jobs.ts', text, applied);
      assert.deepEqual(
        applied.edits.map((one) => [one.text, one.start === one.end]),
        [[edit, true]],
      );
      assert.ok(text.slice(0, applied.edits[0]?.start).endsWith(before), applied.text);
      assert.equal(applied.offer.safe, false);
      assert.match(applied.offer.title, /policy around the call/);
    });

  for (const [title, text] of Object.entries(LEFT))
    it(`leaves ${title}`, async () => {
      const [site] = await openSites('src/jobs.ts', text);
      assert.equal(site?.refused?.find((one) => one.fix === FIX)?.why, 'already-retried');
    });

  describe('writes the wait with it', () => {
    const IMPORTS: Readonly<Record<string, { file?: string; text: string; line: RegExp }>> = {
      'names listed': {
        text: `${head("import { handleAll } from 'cockatiel';")}console.log(handleAll);`,
        line: /^import \{ handleAll, DelegateBackoff, handleWhen, retry \} from 'cockatiel';$/m,
      },
      'names listed over lines': {
        text: `${head("import {\n  handleAll,\n  retry,\n} from 'cockatiel';")}console.log(handleAll, retry);`,
        line: /^ {2}retry, DelegateBackoff, handleWhen,\n\} from 'cockatiel';$/m,
      },
      'the default': {
        text: `${head("import again from 'p-retry';")}export const g = again;`,
        line: /^import again, \{ AbortError \} from 'p-retry';$/m,
      },
      'the default and names': {
        text: `${head("import again, { type Options } from 'p-retry';")}export const g: Options = {}; console.log(again);`,
        line: /^import again, \{ type Options, AbortError \} from 'p-retry';$/m,
      },
      'a required module': {
        file: 'src/jobs.js',
        text: `const { Client } = require('@microsoft/microsoft-graph-client');\nconst pRetry = require('p-retry');\nconst client = Client.init({});\n`,
        line: /^const pRetry = require\('p-retry'\);\nconst \{ AbortError \} = require\('p-retry'\);$/m,
      },
      'a whole module': {
        text: `${head("import * as cockatiel from 'cockatiel';")}console.log(cockatiel);`,
        line: /^import \* as cockatiel from 'cockatiel';\nimport \{ DelegateBackoff, handleWhen, retry \} from 'cockatiel';$/m,
      },
    };
    for (const [title, { file = 'src/jobs.ts', text, line }] of Object.entries(IMPORTS))
      it(`and imports what it needs beside ${title}`, async () => {
        const whole = `${text}\n${file.endsWith('js') ? 'exports.f =' : 'export const f ='} () => ${CALL};\n`;
        const applied = await apply(file, whole, FIX);
        await stands(file, whole, applied);
        assert.match(applied.text, line);
        assert.match(applied.offer.title, /with (?:cockatiel|p-retry)/);
      });

    it('but not where its names mean something else', async () => {
      const text = `${head("import { handleAll } from 'cockatiel';")}const retry = handleAll;\nconsole.log(retry);\nexport const f = () => ${CALL};\n`;
      const applied = await apply('src/jobs.ts', text, FIX);
      await stands('src/jobs.ts', text, applied);
      assert.doesNotMatch(applied.text, /handleWhen/);
    });
  });

  describe('in C#', function () {
    this.timeout(60_000);
    const texts = new Map<string, string>();
    const POLLY: Readonly<Record<string, { text: string; said: RegExp }>> = {
      'widens a policy of Polly 7': {
        text: JOBS(
          'private static readonly AsyncRetryPolicy Busy = Policy.Handle<ODataError>(e => e.ResponseStatusCode == 503).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));',
          `await Busy.ExecuteAsync(() => ${POST})`,
        ),
        said: /== 503\)\.Or<ODataError>\(error => \(int\?\)error\.ResponseStatusCode == 409\)\.WaitAndRetryAsync/,
      },
      'widens one for other errors': {
        text: JOBS(
          'private static readonly AsyncRetryPolicy Busy = Policy.Handle<TimeoutException>().RetryAsync(3);',
          `await Busy.ExecuteAsync(() => ${POST})`,
        ),
        said: /Handle<TimeoutException>\(\)\.Or<ODataError>\(error => /,
      },
      'widens a pipeline of Polly 8': {
        text: JOBS(
          'private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().Handle<TimeoutException>() }).Build();',
          `await _pipeline.ExecuteAsync(async t => await ${POST})`,
        ),
        said: /Handle<TimeoutException>\(\)\.Handle<ODataError>\(error => /,
      },
      'writes the wait with Polly': {
        text: JOBS(
          'private static readonly AsyncRetryPolicy Busy = Policy.Handle<Exception>().RetryAsync(3);',
          `await ${POST}`,
        ),
        said: /Policy\s+\.Handle<ODataError>[\s\S]*\.WaitAndRetryAsync\([\s\S]*\.ExecuteAsync\(token => call\(\), cancel\)/,
      },
    };
    for (const [title, { text, said }] of Object.entries(POLLY))
      it(title, async () => {
        const applied = await apply('src/Jobs.cs', text, FIX);
        assert.ok(applied.cured, applied.text);
        assert.match(applied.text, said);
        // The compiler at hand has no lambdas that give a ValueTask: of a pipeline, what it is made of is compiled.
        const compiled = applied.text.replace(
          /await _pipeline\.ExecuteAsync\(.*\);/,
          'await Task.FromResult(_pipeline == null ? null : new SynchronizationJob());',
        );
        texts.set(
          `${title.replace(/\W/g, '')}.cs`,
          compiled.replace('class Jobs', `class J${texts.size}`).replace('public Jobs(', `public J${texts.size}(`),
        );
      });

    it('leaves a policy for everything', async () => {
      const text = JOBS(
        'private static readonly AsyncRetryPolicy All = Policy.Handle<Exception>().RetryAsync(3);',
        `await All.ExecuteAsync(() => ${POST})`,
      );
      const [site] = await openSites('src/Jobs.cs', text);
      assert.equal(site?.refused?.find((one) => one.fix === FIX)?.why, 'already-retried');
    });

    it('compiles', async () => {
      assert.equal(texts.size, Object.keys(POLLY).length);
      assert.deepEqual((await compile(texts)).errors, []);
    });
  });
});
