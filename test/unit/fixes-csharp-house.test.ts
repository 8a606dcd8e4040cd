/** Calls of a project's own client in C#: its exception is found where the client throws it, also in another folder. */
import assert from 'node:assert/strict';
import { fixingEngine } from '../../scripts/lib/engine.js';
import { computeFix } from '../../src/phrasing/fixer.js';
import { compile } from '../proof/csharp/compile.js';

const client = (thrown: string, more = ''): string => `using System.Net.Http;
using Contoso.Hr.Models;

namespace Contoso.Hr.Rest
{
    public class GraphHelper
    {
        private readonly HttpClient http = new HttpClient();

        public T Post<T>(string url, object body)
        {
            Send(url);
            return default(T);
        }

        public void Put(string url, object body)
        {
            Send(url);
        }
${more}
        private string Send(string url)
        {
            var response = http.PostAsync(url, null).Result;
            if (!response.IsSuccessStatusCode)
            {
                ${thrown}
            }
            return "";
        }
    }
}
`;
const exception = (members: string): string => `namespace Contoso.Hr.Models
{
    public class GraphError { public string Code { get; set; } public string Message { get; set; } }
    public class GraphException : System.Exception
    {
        ${members}
    }
}
`;
const full =
  'public GraphError Error { get; set; } public System.Net.Http.HttpResponseMessage HttpResponse { get; set; }';
const code = (members: string): string => `using System;
using Contoso.Hr.Models;
using Contoso.Hr.Rest;

namespace Contoso.Hr.Services
{
    public class Groups
    {
        private readonly GraphHelper helper = new GraphHelper();

        ${members}
    }
}
`;

const engine = fixingEngine();

async function fixed(
  members: string,
  thrown: string,
  exceptionMembers: string,
  fix: 'report-conflict' | 'create-or-get',
) {
  const files = new Map([
    ['src/Rest/GraphHelper.cs', client(thrown)],
    ['src/Models/GraphException.cs', exception(exceptionMembers)],
    ['src/Services/Groups.cs', code(members)],
  ]);
  const read = async (path: string): Promise<string | undefined> => files.get(path);
  const path = 'src/Services/Groups.cs';
  const text = files.get(path) ?? '';
  const [site] = (await engine.analyse(path, text, read)).sites;
  assert.ok(site, text);
  const result = await computeFix(engine, path, text, read, site, fix);
  if (result) {
    assert.ok(result.cured, result.text);
    files.set(path, result.text);
    const sources = new Map([...files].map(([name, source]) => [name.replaceAll('/', '-'), source]));
    assert.deepEqual((await compile(sources)).errors, []);
  }
  return { site, text: result?.text };
}

const made = `var error = new GraphException { HttpResponse = response };
                throw error;`;

describe('the fixes for C# around a client of the project', function () {
  this.timeout(60_000);

  it('test what its exception keeps', async () => {
    const { text = '' } = await fixed(
      'public object Add(object group) { return helper.Post<object>("https://graph.microsoft.com/v1.0/groups", group); }',
      made,
      full,
      'report-conflict',
    );
    assert.match(text, /ReportConflict\(\(\) => helper\.Post<object>/);
    assert.match(
      text,
      /catch \(GraphException error\) when \([^{]*error\.HttpResponse\?\.StatusCode == 400[^{]*error\.Error\?\.Code == "ObjectConflict"/,
    );
  });

  it('go on where nobody uses the answer', async () => {
    const { text = '' } = await fixed(
      'public void Add(string id, object who) { helper.Put($"https://graph.microsoft.com/v1.0/groups/{id}/team", who); }',
      made,
      full,
      'report-conflict',
    );
    assert.match(text, /ReportConflict\(\(\) => helper\.Put/);
    assert.match(text, /private static void ReportConflict\(Action call/);
  });

  it('are refused where its exception does not keep the status', async () => {
    const { site, text } = await fixed(
      'public object Add(object group) { return helper.Post<object>("https://graph.microsoft.com/v1.0/groups", group); }',
      'throw new GraphException();',
      'public string Details { get; set; }',
      'report-conflict',
    );
    assert.equal(text, undefined);
    assert.equal(site.refused?.find((one) => one.fix === 'report-conflict')?.why, 'client-unknown');
  });
});
