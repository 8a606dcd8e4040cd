/** The fixes for C# with Microsoft.Graph 4: other errors, and builders that begin a request. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { standsInCSharp } from '../proof/csharp/doubts.js';
import { apply, openSites } from '../proof/lib/fixing.js';
import { fileOf, GRAPH } from './fixes-csharp-sources.js';

const V4 = { ...GRAPH, usings: ['Microsoft.Graph'] };
const sources = {
  user: 'public Task<User> Add(User user) => graph.Users.Request().AddAsync(user);',
  group: 'public Task<Group> Add(Group group) => graph.Groups.Request().AddAsync(group);',
  member:
    'public async Task Add(string id, DirectoryObject who)\n{\n    await graph.Groups[id].Members.References.Request().AddAsync(who);\n}',
};

describe('the fixes for C# with Microsoft.Graph 4', function () {
  this.timeout(60_000);
  const results = new Map<string, string>();

  for (const [title, fixes] of [
    ['user', ['create-or-get', 'check-before-create', 'report-conflict']],
    ['group', ['create-or-get', 'report-conflict']],
    ['member', ['create-or-get', 'report-conflict']],
  ] as const)
    it(`${title}: ${fixes.join(', ')}`, async () => {
      const text = fileOf(V4, sources[title]);
      const [site] = await openSites('Add.cs', text);
      const offered = (site?.offers ?? []).filter((offer) => offer.cures).map((offer) => offer.fix);
      assert.deepEqual(offered.sort(), [...fixes].sort());
      for (const fix of fixes) {
        const applied = await apply('Add.cs', text, fix);
        await standsInCSharp('Add.cs', text, applied);
        const name = `${title}${fix.replace(/\W/g, '')}`;
        results.set(`${name}.cs`, applied.text.replace('namespace Shopping', `namespace ${name}`));
      }
    });

  it('reads by the key of the request', async () => {
    const { text } = await apply('Add.cs', fileOf(V4, sources.user), 'create-or-get');
    assert.match(text, /\(\) => graph\.Users\[user\.UserPrincipalName\]\.Request\(\)\.GetAsync\(\)/);
  });

  it('goes from page to page of a list', async () => {
    const { text } = await apply('Add.cs', fileOf(V4, sources.group), 'create-or-get');
    const list =
      '() => graph.Groups.Request().GetAsync(), page => page.NextPageRequest?.GetAsync(), page => page.CurrentPage';
    assert.ok(text.includes(`${list}, one => new object[] { one.MailNickname }, group.MailNickname)`), text);
  });

  it('compiles as C# 7', async () => {
    assert.equal(results.size, 7);
    assert.deepEqual((await compile(results, { older: true })).errors, []);
  });
});
