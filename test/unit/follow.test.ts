/** The way of a failure from the call outward, in small sources: what becomes of it there. */
import assert from 'node:assert/strict';
import { Engine } from '../../src/analysis/engine.js';
import type { Site } from '../../src/analysis/findings.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { readGrammar } from '../helpers/grammars.js';

const engine = new Engine({ grammars: new Grammars(readGrammar), budgetMs: 60_000 });

async function sitesOf(file: string, text: string, files: Record<string, string> = {}): Promise<Site[]> {
  const result = await engine.analyse(file, text, (path) => files[path]);
  assert.equal(result.stage, 'analysed');
  return result.sites;
}

const TS = "import { Container } from '@azure/cosmos';\ndeclare const c: Container;\n";
const add = 'c.items.create(x)';

/** Title, source below the import, verdict and reason of the one create in it. */
type Row = [title: string, source: string, expected: string];

function table(rows: Row[], head: string, file: string): void {
  for (const [title, source, expected] of rows)
    it(title, async () => {
      const sites = await sitesOf(file, head + source);
      assert.deepEqual(
        sites.map((s) => `${s.verdict} ${s.reason}`),
        [expected],
      );
    });
}

describe('a rejected promise', () => {
  table(
    [
      ['nobody handles', `async function f(x) { await ${add}; }`, 'unhandled no-handler'],
      ['nobody waits for', `async function f(x) { ${add}; }`, 'unhandled lost'],
      ['is handed out by a function nobody here calls', `function f(x) { return ${add}; }`, 'unhandled no-handler'],
      [
        'is caught and told apart',
        `async function f(x) { try { await ${add}; } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'is caught like any other',
        `async function f(x) { try { await ${add}; } catch (e) { show(e); retryLater(x); } }`,
        'unhandled not-told-apart',
      ],
      ['is swallowed', `async function f(x) { try { await ${add}; } catch {} }`, 'unhandled swallowed'],
      [
        'is looked at and raised again',
        `async function f(x) { try { await ${add}; } catch (e) { if (e.code === 409) console.log('there'); throw e; } }`,
        'unhandled observed-only',
      ],
      [
        'is not awaited where it is caught',
        `async function f(x) { try { return ${add}; } catch (e) { if (e.code === 409) return; throw e; } }`,
        'mishandled not-awaited',
      ],
      [
        'is told apart in .catch',
        `function f(x) { return ${add}.catch((e) => { if (e.code === 409) return null; throw e; }); }`,
        'handled told-apart',
      ],
      [
        'is told apart in the second function of .then',
        `function f(x) { return ${add}.then(done, (e) => { if (e.code !== 409) throw e; }); }`,
        'handled told-apart',
      ],
      [
        'goes past .then and .finally to .catch',
        `function f(x) { return ${add}.then(done).finally(close).catch((e) => { if (e.code === 409) return null; throw e; }); }`,
        'handled told-apart',
      ],
      [
        'is kept in a name and awaited later',
        `async function f(x) { const p = ${add}; try { await p; } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'is one of several',
        `async function f(x) { try { await Promise.all([${add}, other()]); } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'comes from a mapping',
        `async function f(xs) { try { await Promise.all(xs.map((x) => ${add})); } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'is told apart by the caller',
        `async function f(x) { await ${add}; } async function g(x) { try { await f(x); } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'is told apart two callers away',
        `async function f(x) { await ${add}; } const g = (x) => f(x); async function h(x) { try { await g(x); } catch (e) { if (e.code === 409) return; throw e; } }`,
        'handled told-apart',
      ],
      [
        'is told apart where a method is called',
        `class A { async f(x) { await ${add}; } async g(x) { try { await this.f(x); } catch (e) { if (e.code === 409) return; throw e; } } }`,
        'handled told-apart',
      ],
      [
        'is told apart by a function that is given the call',
        `async function ignoring(run) { try { return await run(); } catch (e) { if (e.code === 409) return; throw e; } } function f(x) { return ignoring(() => ${add}); }`,
        'handled told-apart',
      ],
      [
        'is told apart by functions that call each other',
        `async function f(x) { try { await ${add}; } catch (e) { await g(e, x); } } async function g(e, x) { if (e.code !== 409) throw e; await f(x); }`,
        'handled told-apart',
      ],
      [
        'has its status looked for in another member',
        `async function f(x) { try { await ${add}; } catch (e) { if (e.statusCode === 409) return; throw e; } }`,
        'mishandled wrong-property',
      ],
      [
        'is compared with another status',
        `async function f(x) { try { await ${add}; } catch (e) { if (e.code === 412) return; throw e; } }`,
        'mishandled wrong-status',
      ],
      [
        'is answered by the same again',
        `async function f(x) { while (true) { try { return await ${add}; } catch (e) { if (e.code === 409) continue; throw e; } } }`,
        'mishandled retry-cannot-help',
      ],
      [
        'is made in a lambda that is never called',
        `function f(x) { const g = async () => { await ${add}; }; }`,
        'unhandled no-handler',
      ],
      [
        'is made by a function that calls itself',
        `async function f(x) { await ${add}; return f(x); }`,
        'unhandled no-handler',
      ],
    ],
    TS,
    'src/a.ts',
  );
});

describe('a thrown exception', () => {
  const head = 'using System.Net; using Microsoft.Azure.Cosmos;\nclass Store { readonly Container c;\n';
  const create = 'await c.CreateItemAsync(x)';
  table(
    [
      ['nobody handles', `async Task F(Item x) { ${create}; } }`, 'unhandled no-handler'],
      [
        'is told apart by a filter',
        `async Task F(Item x) { try { ${create}; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { } } }`,
        'handled told-apart',
      ],
      [
        'is let past by a filter',
        `async Task F(Item x) { try { ${create}; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.NotFound) { } } }`,
        'unhandled no-handler',
      ],
      [
        'is left out by a filter and caught as any other below',
        `async Task F(Item x) { try { ${create}; } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.NotFound) { } catch (Exception) { Save(x); } } }`,
        'unhandled not-told-apart',
      ],
      [
        'is told apart in the body and raised again otherwise',
        `async Task F(Item x) { try { ${create}; } catch (CosmosException e) { if (e.StatusCode == HttpStatusCode.Conflict) return; throw; } } }`,
        'handled told-apart',
      ],
      [
        'is caught by the type of another client',
        `async Task F(Item x) { try { ${create}; } catch (DocumentClientException e) when (e.StatusCode == HttpStatusCode.Conflict) { } } }`,
        'mishandled wrong-type',
      ],
      ['is swallowed', `async Task F(Item x) { try { ${create}; } catch { } } }`, 'unhandled swallowed'],
      [
        'is told apart by the caller',
        `async Task F(Item x) { ${create}; } async Task G(Item x) { try { await F(x); } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { } } }`,
        'handled told-apart',
      ],
      [
        'arrives inside another where it is waited for',
        `void F(Item x) { try { c.CreateItemAsync(x).Wait(); } catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict) { } } }`,
        'mishandled wrong-type',
      ],
      [
        'is found inside the other',
        `void F(Item x) { try { c.CreateItemAsync(x).Wait(); } catch (AggregateException e) when (e.InnerException is CosmosException { StatusCode: HttpStatusCode.Conflict }) { } } }`,
        'handled told-apart',
      ],
    ],
    head,
    'src/Store.cs',
  );
});

describe('an answer', () => {
  const head =
    'const url = "https://graph.microsoft.com/v1.0/subscriptions";\nconst o = { method: "POST", body: "{}" };\n';
  table(
    [
      ['nobody looks at', 'async function f() { await fetch(url, o); }', 'unhandled no-handler'],
      [
        'is told apart by its status',
        'async function f() { const r = await fetch(url, o); if (r.status === 409) return null; return r.json(); }',
        'handled told-apart',
      ],
      [
        'is told apart from success only',
        'async function f() { const r = await fetch(url, o); if (!r.ok) throw new Error("failed"); return r.json(); }',
        'unhandled not-told-apart',
      ],
      [
        'is turned into an error that is told apart',
        'async function f() { const r = await fetch(url, o); if (!r.ok) throw new HttpError(r.status); return r.json(); } async function g() { try { await f(); } catch (e) { if (e.status === 409) return; throw e; } }',
        'handled told-apart',
      ],
      [
        'is handed out and told apart by the caller',
        'function send() { return fetch(url, o); } async function f() { const r = await send(); if (r.status === 409) return; use(r); }',
        'handled told-apart',
      ],
      [
        'is looked for among errors, where it never comes',
        'async function f() { try { await fetch(url, o); } catch (e) { if (e.status === 409) return; throw e; } }',
        'mishandled never-thrown',
      ],
      [
        'is told apart in .then',
        'function f() { return fetch(url, o).then((r) => { if (r.status === 409) return null; return r.json(); }); }',
        'handled told-apart',
      ],
    ],
    head,
    'src/a.js',
  );
});

describe('the way of a failure', () => {
  it('names the places it passes', async () => {
    const [site] = await sitesOf(
      'src/a.ts',
      `${TS}async function f(x) {\n  try {\n    await ${add};\n  } catch (e) {\n    console.log(e);\n  }\n}\n`,
    );
    assert.deepEqual(
      site?.trail.map((t) => [t.file, t.line]),
      [['src/a.ts', 6]],
    );
  });

  it('is less certain where it is handed to code that is not seen', async () => {
    const [site] = await sitesOf('src/a.ts', `${TS}function f(x) { return ${add}.catch(report); }`);
    assert.equal(site?.certainty, 'likely');
  });
});
