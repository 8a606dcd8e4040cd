/** Fixes for clients that know no service: what is there is read by the same client, and words are looked for where it has them. */
import assert from 'node:assert/strict';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';

const HEAD = `import axios from 'axios';
import got from 'got';
import ky from 'ky';
const graph = 'https://graph.microsoft.com/v1.0';
export const clients = { axios, got, ky };
`;
const KEY = "(appId='${encodeURIComponent(appId.replace(/'/g, \"''\"))}')";

/** How the one that is there is read, by the call that creates. */
const READS: Readonly<Record<string, { code: string; read: string }>> = {
  axios: {
    code: 'export const f = async (appId: string) => (await axios.post(`${graph}/servicePrincipals`, { appId })).data.id;',
    read: `() => axios.get(\`\${graph}/servicePrincipals${KEY}\`))).data.id`,
  },
  'axios with settings': {
    code: 'export const f = async (t: string, appId: string) => axios.post(`${graph}/servicePrincipals`, { appId }, { headers: { Authorization: `Bearer ${t}` } });',
    read: `() => axios.get(\`\${graph}/servicePrincipals${KEY}\`, { headers: { Authorization: \`Bearer \${t}\` } }))`,
  },
  'an instance of axios': {
    code: 'const api = axios.create({ baseURL: graph });\nexport const f = async (appId: string) => api.post("/servicePrincipals", { appId });',
    read: `() => api.get(\`/servicePrincipals${KEY}\`))`,
  },
  'got, read as JSON': {
    code: 'export const f = async (t: string, appId: string) => (await got.post(`${graph}/servicePrincipals`, { json: { appId }, headers: { Authorization: t } }).json()).id;',
    read: `() => got.get(\`\${graph}/servicePrincipals${KEY}\`, { headers: { Authorization: t } }).json())`,
  },
  'got with a type of answer': {
    code: "export const f = async (appId: string) => got.post(`${graph}/servicePrincipals`, { json: { appId }, responseType: 'json' });",
    read: `() => got.get(\`\${graph}/servicePrincipals${KEY}\`, { responseType: 'json' }))`,
  },
  ky: {
    code: 'export const f = async (appId: string) => ky.post(`${graph}/servicePrincipals`, { json: { appId } }).json();',
    read: `() => ky.get(\`\${graph}/servicePrincipals${KEY}\`).json())`,
  },
  fetch: {
    code: "export const f = async (t: string, appId: string) => { const r = await fetch(`${graph}/servicePrincipals`, { method: 'POST', headers: { Authorization: t }, body: JSON.stringify({ appId }) }); return r.json(); };",
    read: `() => fetch(\`\${graph}/servicePrincipals${KEY}\`, { headers: { Authorization: t } }))`,
  },
};

/** Where it is not: what could not be written twice, or would not be the thing itself. */
const NOT: Readonly<Record<string, string>> = {
  'a token that is fetched for the call':
    "export const f = async (token: () => Promise<string>, appId: string) => { await fetch(`${graph}/servicePrincipals`, { method: 'POST', headers: { Authorization: await token() }, body: JSON.stringify({ appId }) }); };",
  'options that are made elsewhere':
    'export const f = async (options: RequestInit) => { await fetch(`${graph}/servicePrincipals`, { ...options, method: "POST" }); };',
  'an address with a query':
    'export const f = async (appId: string) => { await axios.post(`${graph}/servicePrincipals?$select=id`, { appId }); };',
  'a list, whose pages stand elsewhere in each answer':
    'export const f = async (mailNickname: string) => { await axios.post(`${graph}/groups`, { mailNickname }); };',
};

describe('the fixes for HTTP clients', () => {
  const results = new Map<string, string>();
  for (const [title, { code, read }] of Object.entries(READS))
    it(`read what is there by ${title}`, async () => {
      const text = `${HEAD}${code}\n`;
      const applied = await apply('src/http.ts', text, 'create-or-get');
      await stands('src/http.ts', text, applied);
      assert.ok(applied.text.replaceAll('"', "'").includes(read.replaceAll('"', "'")), applied.text);
      results.set(`${title.replace(/\W/g, '-')}.ts`, applied.text);
    });

  for (const [title, code] of Object.entries(NOT))
    it(`do not where there is ${title}`, async () => {
      const [site] = await openSites('src/http.ts', `${HEAD}${code}\n`);
      assert.ok(site);
      assert.ok(!site.offers?.some((one) => one.fix === 'create-or-get'));
    });

  const USERS = 'export const f = async (user: object) => {';
  it('look for the words of a shared status in the whole answer of axios', async () => {
    const text = `${HEAD}${USERS} await axios.post(\`\${graph}/users\`, user); };\n`;
    const { text: fixed } = await apply('src/http.ts', text, 'report-conflict');
    assert.match(fixed, /JSON\.stringify\(error\?\.response\?\.data \?\? ''\)\.includes\('Another object/);
    assert.doesNotMatch(fixed, /error\?\.message/);
    results.set('words-axios.ts', fixed);
  });

  it('and read it once where it comes as a stream, from a copy', async () => {
    const text = `${HEAD}${USERS} const r = await fetch(\`\${graph}/users\`, { method: 'POST', body: JSON.stringify(user) }); return r.json(); };\n`;
    const { text: fixed } = await apply('src/http.ts', text, 'report-conflict');
    assert.match(fixed, /const words = answer\.status === 400 \? await answer\.clone\(\)\.text\(\) : '';/);
    assert.match(fixed, /words\.includes\('Another object/);
    results.set('words-fetch.ts', fixed);
  });

  it('are not offered where the words could only be read after the test', async () => {
    const [site] = await openSites(
      'src/http.ts',
      `${HEAD}${USERS} await ky.post(\`\${graph}/users\`, { json: user }); };\n`,
    );
    assert.equal(site?.refused?.find((one) => one.fix === 'report-conflict')?.why, 'not-written');
  });

  it('take a request with all that is asked of it', async () => {
    const text = `${HEAD}export const f = async (appId: string) => got.post(\`\${graph}/servicePrincipals\`, { json: { appId } }).json();\n`;
    const { text: fixed } = await apply('src/http.ts', text, 'report-conflict');
    assert.match(fixed, /reportConflict\(got\.post\(.*\)\.json\(\), /);
  });

  it('compile', async function () {
    this.timeout(60_000);
    assert.equal(results.size, Object.keys(READS).length + 2);
    const modules = ['axios', 'got', 'ky'].map(
      (name) => `declare module '${name}' { const client: any; export default client; }`,
    );
    assert.deepEqual([...(await typeCheck(new Map([...results, ['clients.d.ts', modules.join('\n')]])))], []);
  });
});
