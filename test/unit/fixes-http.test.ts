/** Fixes for clients that know no service: what is there is read by the same client, and words are looked for where it has them. */
import assert from 'node:assert/strict';
import { apply, openSites, stands } from '../proof/lib/fixing.js';
import { typeCheck } from '../proof/lib/type-check.js';

const HEAD = `import axios from 'axios';
import got from 'got';
import ky from 'ky';
import superagent from 'superagent';
const graph = 'https://graph.microsoft.com/v1.0';
export const clients = { axios, got, ky, superagent };
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
    code: 'export const f = async (t: string, appId: string) => (await got.post(`${graph}/servicePrincipals`, { json: { appId }, headers: { Authorization: t } }).json<{ id: string }>()).id;',
    read: `() => got.get(\`\${graph}/servicePrincipals${KEY}\`, { headers: { Authorization: t } }).json<{ id: string }>())`,
  },
  'got with a type of answer': {
    code: "export const f = async (appId: string) => got.post(`${graph}/servicePrincipals`, { json: { appId }, responseType: 'json' });",
    read: `() => got.get(\`\${graph}/servicePrincipals${KEY}\`, { responseType: 'json' }))`,
  },
  'axios by its settings alone': {
    code: "export const f = async (t: string, appId: string) => axios({ method: 'post', url: `${graph}/servicePrincipals`, data: { appId }, headers: { Authorization: t } });",
    read: `() => axios({ url: \`\${graph}/servicePrincipals${KEY}\`, headers: { Authorization: t } }))`,
  },
  'axios.request': {
    code: "export const f = async (appId: string) => axios.request({ url: `${graph}/servicePrincipals`, method: 'POST', data: { appId } });",
    read: `() => axios.request({ url: \`\${graph}/servicePrincipals${KEY}\` }))`,
  },
  'axios by address and settings': {
    code: "export const f = async (appId: string) => axios(`${graph}/servicePrincipals`, { method: 'POST', data: { appId } });",
    read: `() => axios(\`\${graph}/servicePrincipals${KEY}\`))`,
  },
  'axios that hands out every answer': {
    code: 'export const f = async (appId: string) => axios.post(`${graph}/servicePrincipals`, { appId }, { validateStatus: () => true });',
    read: `() => axios.get(\`\${graph}/servicePrincipals${KEY}\`, { validateStatus: () => true }))`,
  },
  'a list of axios': {
    code: 'export const f = async (t: string, mailNickname: string) => (await axios.post(`${graph}/groups`, { mailNickname }, { headers: { Authorization: t } })).data.id;',
    read: '(url) => axios.get(url, { headers: { Authorization: t } }), `${graph}/groups`, { mailNickname })).data.id',
  },
  'a list of got': {
    code: 'export const f = async (mailNickname: string) => got.post(`${graph}/groups`, { json: { mailNickname } }).json<{ id: string }>();',
    read: '(url) => got.get(url).json(), `${graph}/groups`, { mailNickname })',
  },
  'got with its verb among the options': {
    code: "export const f = async (appId: string) => got(`${graph}/servicePrincipals`, { method: 'POST', json: { appId } }).json();",
    read: `() => got(\`\${graph}/servicePrincipals${KEY}\`).json())`,
  },
  superagent: {
    code: "export const f = async (t: string, appId: string) => (await superagent.post(`${graph}/servicePrincipals`).set('Authorization', t).type('json').send({ appId })).body.id;",
    read: `() => superagent.get(\`\${graph}/servicePrincipals${KEY}\`).set('Authorization', t))).body.id`,
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
  'a list, the pages of which the client would look for under a prefix of its own':
    'const api = got.extend({ prefixUrl: graph });\nexport const f = async (mailNickname: string) => { await api.post("groups", { json: { mailNickname } }).json(); };',
  'a list, whose pages are not read as JSON':
    'export const f = async (mailNickname: string) => { await got.post(`${graph}/groups`, { json: { mailNickname } }); };',
  'a list, and a header by the name of its address':
    'export const f = async (url: string, mailNickname: string) => { await axios.post(`${graph}/groups`, { mailNickname }, { headers: { Referer: url } }); };',
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

  it('and so where it stands in the error as a stream', async () => {
    const text = `${HEAD}${USERS} await ky.post(\`\${graph}/users\`, { json: user }); };\n`;
    const applied = await apply('src/http.ts', text, 'report-conflict');
    await stands('src/http.ts', text, applied);
    assert.match(
      applied.text,
      /const words = error\?\.response\?\.status === 400 && !error\.response\.bodyUsed \? await error\.response\.clone\(\)/,
    );
    results.set('words-ky.ts', applied.text);
  });

  it('take a request with all that is asked of it', async () => {
    const text = `${HEAD}export const f = async (appId: string) => got.post(\`\${graph}/servicePrincipals\`, { json: { appId } }).json();\n`;
    const { text: fixed } = await apply('src/http.ts', text, 'report-conflict');
    assert.match(fixed, /reportConflict\(got\.post\(.*\)\.json\(\), /);
  });

  it('compile', async function () {
    this.timeout(60_000);
    assert.equal(results.size, Object.keys(READS).length + 3);
    assert.deepEqual([...(await typeCheck(results))], []);
  });
});
