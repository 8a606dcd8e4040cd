/** What the prefilter refuses is never parsed, so it must let through every file that holds a site. */
import assert from 'node:assert/strict';
import { Engine } from '../../src/analysis/engine.js';
import { Grammars } from '../../src/analysis/languages/grammars.js';
import { languageOf, languages } from '../../src/analysis/languages/index.js';
import { sdks } from '../../src/analysis/operations/sdks/index.js';
import { prefilter } from '../../src/analysis/prefilter.js';
import { readGrammar } from '../helpers/grammars.js';
import { filesUnder, textOf } from '../helpers/repository.js';

describe('the prefilter', () => {
  it('loses no file that holds a site', async function () {
    this.timeout(60_000);
    const grammars = new Grammars(readGrammar);
    await grammars.ensure(languages.flatMap((l) => l.grammars));
    const engine = new Engine({ grammars, budgetMs: 60_000 });
    const files = ['examples', 'test/fixtures', 'test/host/workspace'].flatMap((folder) =>
      filesUnder(folder, (p) => languageOf(p) !== undefined),
    );
    const lost: string[] = [];
    let kept = 0;
    for (const file of files) {
      const language = languageOf(file);
      if (!language) continue;
      const text = textOf(file);
      const { model } = language.read(text, { grammars, limitMs: 60_000 });
      const { sites } = await engine.judgeModel(file, text, language, model, (path) =>
        files.includes(path) ? textOf(path) : undefined,
      );
      if (sites.length === 0) continue;
      if (prefilter(language.id, text)) kept++;
      else lost.push(`${file}: ${sites.map((s) => s.operation).join(', ')}`);
    }
    assert.deepEqual(lost, []);
    assert.ok(kept > 20, `${kept} files with sites`);
  });

  for (const sdk of sdks.filter((s) => s.service !== 'http' && s.modules.length > 0))
    it(`lets every operation of ${sdk.title} through, by every module and type that names it`, () => {
      const names = [
        ...Object.values(sdk.roles).flatMap((r) =>
          Object.entries(r.calls ?? {}).flatMap(([name, row]) => (row.op || row.http ? [name] : [])),
        ),
        ...Object.keys(sdk.builder?.verbs ?? {}),
      ];
      const commands = Object.keys(sdk.commands ?? {});
      for (const language of sdk.languages)
        for (const name of commands) assert.ok(prefilter(language, `${name.toLowerCase()} -Id 3`), name);
      assert.ok(names.length + commands.length > 0);
      const evidence = [...sdk.modules.map((m) => m.replace(/\*$/, 'x')), ...sdk.distinctive];
      for (const language of sdk.languages)
        for (const word of evidence)
          for (const name of names)
            assert.ok(prefilter(language, `// ${word}\nx.${name}(y);`), `${language}: ${word} with ${name}`);
    });

  const table: [title: string, text: string, expected: boolean, quoted?: 'quoted'][] = [
    ['a request to a host of Graph', "fetch('https://graph.microsoft.com/v1.0/x', { method: 'POST' })", true],
    ['a request to a versioned path', 'client.post(`${base}/v1.0/users`)', true],
    ['a request to a path that only this service has', "send('POST', '/subscriptions')", true],
    ['a read of such a path', "send('GET', '/subscriptions')", false],
    ['a request to another host', "fetch('https://example.com/things', { method: 'POST' })", false],
    ['a path of words that everybody uses', "app.post('/users', add)", false],
    ['a path of such words by a client named for the service', "graph.post('/groups', group)", true],
    ['a path of such words beside GraphQL', "graphQLClient.post('/users', add)", false],
    ['code without any of it', 'export const add = (a: number, b: number) => a + b;', false],
    ['an import alone', "import { CosmosClient } from '@azure/cosmos';", false],
    ['an operation alone', 'list.create(x)', false],
    ['nothing', '', false],
    // Only where texts stand in quotes.
    ['a stand-in named for what it is', "postRequestStub('https://graph.microsoft.com/v1.0/users')", false, 'quoted'],
    ['a stand-in named for what it does', "mockPost('https://graph.microsoft.com/v1.0/users')", false, 'quoted'],
    ['a helper that removes something', "deleteSite('https://graph.microsoft.com/v1.0/sites/1')", false, 'quoted'],
    [
      'such a helper with an ETag',
      "deleteTask('https://graph.microsoft.com/v1.0/planner/tasks/1', { 'If-Match': tag })",
      true,
      'quoted',
    ],
    ['a word in prose', '// graph.microsoft.com: delete (or restore) a user', false, 'quoted'],
    ['the removal itself', "client.delete('https://graph.microsoft.com/v1.0/users/1')", true, 'quoted'],
    ['a helper named by a verb', "postJson('https://graph.microsoft.com/v1.0/users', user)", true, 'quoted'],
    ['a word in quotes that may mean anything', "client.post(base + id, pick(item, 'fields'))", false, 'quoted'],
  ];
  for (const [title, text, expected, quoted] of table)
    it(`${expected ? 'takes' : 'leaves'} ${title}`, () => {
      for (const { id, traits } of languages)
        if (!quoted || traits.bareWords !== true) assert.equal(prefilter(id, text), expected, id);
    });
});
