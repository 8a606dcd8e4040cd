/** The fixes for C# with `HttpClient`: what is there is read by the same client, where its key is seen in the body. */
import assert from 'node:assert/strict';
import { compile } from '../proof/csharp/compile.js';
import { standsInCSharp } from '../proof/csharp/doubts.js';
import { apply, openSites } from '../proof/lib/fixing.js';

const fileOf = (body: string): string => `using System;
using System.Net.Http;
using System.Threading.Tasks;

public static class JsonSerializer
{
    public static string Serialize(object value) { return value.ToString(); }
}

public class Directory
{
    private const string Graph = "https://graph.microsoft.com/v1.0";
    private readonly HttpClient http;

    public Directory(HttpClient http) { this.http = http; }

    ${body}
}
`;
const KEY = `(appId='" + Uri.EscapeDataString(appId.Replace("'", "''")) + "')"))`;

/** How the one that is there is read, by the call that creates. */
const READS: Readonly<Record<string, { code: string; read: string }>> = {
  'a body in its content': {
    code: 'public Task<HttpResponseMessage> Add(string appId) => http.PostAsync($"{Graph}/servicePrincipals", new StringContent(JsonSerializer.Serialize(new { appId })));',
    read: `() => http.GetAsync(Graph + "/servicePrincipals${KEY}`,
  },
  'a body made before': {
    code: 'public async Task<string> Add(string appId)\n    {\n        var body = new { appId, notes = "x" };\n        var content = new StringContent(JsonSerializer.Serialize(body));\n        var made = await http.PostAsync(Graph + "/servicePrincipals", content);\n        made.EnsureSuccessStatusCode();\n        return await made.Content.ReadAsStringAsync();\n    }',
    read: `() => http.GetAsync(Graph + "/servicePrincipals${KEY}`,
  },
  'an identifier that is no text': {
    code: 'public Task<HttpResponseMessage> Add(Guid appId) => http.PostAsync(Graph + "/servicePrincipals", new StringContent(JsonSerializer.Serialize(new { appId })));',
    read: `Uri.EscapeDataString(appId.ToString().Replace("'", "''"))`,
  },
  'a text made for the body': {
    code: 'public Task<HttpResponseMessage> Add(string name) => http.PostAsync("https://graph.microsoft.com/v1.0/users", new StringContent(JsonSerializer.Serialize(new { userPrincipalName = name + "@contoso.com" })));',
    read: '() => http.GetAsync("https://graph.microsoft.com/v1.0/users/" + Uri.EscapeDataString(name + "@contoso.com"))',
  },
};

/** Where it is not. */
const NOT: Readonly<Record<string, string>> = {
  'a body that is handed over':
    'public Task<HttpResponseMessage> Add(StringContent content) => http.PostAsync(Graph + "/servicePrincipals", content);',
  'a key that is made at random':
    'public Task<HttpResponseMessage> Add() => http.PostAsync(Graph + "/users", new StringContent(JsonSerializer.Serialize(new { userPrincipalName = Next() + "@contoso.com" })));\n\n    private static int next;\n\n    private static int Next() => next++;',
  'an address with a query':
    'public Task<HttpResponseMessage> Add(string appId) => http.PostAsync(Graph + "/servicePrincipals?$select=id", new StringContent(JsonSerializer.Serialize(new { appId })));',
  'a list':
    'public Task<HttpResponseMessage> Add(string mailNickname) => http.PostAsync(Graph + "/groups", new StringContent(JsonSerializer.Serialize(new { mailNickname })));',
  'a content that may be either of two':
    'public Task<HttpResponseMessage> Add(string appId, bool named)\n    {\n        var content = new StringContent(JsonSerializer.Serialize(new { appId }));\n        if (named) content = new StringContent(JsonSerializer.Serialize(new { appId = "x" }));\n        return http.PostAsync(Graph + "/servicePrincipals", content);\n    }',
};

describe('the fixes for C# with HttpClient', function () {
  this.timeout(60_000);
  const results = new Map<string, string>();
  for (const [title, { code, read }] of Object.entries(READS))
    it(`read what is there by ${title}`, async () => {
      const text = fileOf(code);
      const applied = await apply('src/Directory.cs', text, 'create-or-get');
      await standsInCSharp('src/Directory.cs', text, applied);
      assert.ok(applied.text.includes(read), applied.text);
      const number = results.size;
      results.set(
        `H${number}.cs`,
        applied.text.replace(/\b(?:Directory|JsonSerializer)\b/g, (name) => `${name}${number}`),
      );
    });

  it('compile as C# 7', async () => {
    assert.equal(results.size, Object.keys(READS).length);
    assert.deepEqual((await compile(results)).errors, []);
  });

  for (const [title, code] of Object.entries(NOT))
    it(`do not read where there is ${title}`, async () => {
      const [site] = await openSites('src/Directory.cs', fileOf(code));
      assert.ok(site);
      assert.ok(!site.offers?.some((one) => one.fix === 'create-or-get'), JSON.stringify(site.offers));
    });
});
