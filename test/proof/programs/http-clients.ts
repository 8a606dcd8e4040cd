/** Programs that send their requests to Microsoft Graph by axios, got, ky or superagent, which throw for a status. */
import type { Program } from '../program.js';

/** How a client posts `body` to `path` and hands out what comes back. */
interface Client {
  title: string;
  /** What stands above the function. */
  head: string;
  post(path: string, body: string): string;
}

const START = `const graph = process.env['GRAPH_URL'] ?? 'https://graph.microsoft.com/';
const headers = { Authorization: 'Bearer token' };
`;

const axios: Client = {
  title: 'axios',
  head: `import axios from 'axios';\n\n${START}`,
  post: (path, body) => `const made = await axios.post(\`\${graph}v1.0${path}\`, ${body}, { headers });
  return made.data;`,
};
const instance: Client = {
  title: 'an instance of axios',
  head: `import axios from 'axios';\n\n${START}const api = axios.create({ baseURL: \`\${graph}v1.0\`, headers });\n`,
  post: (path, body) => `const made = await api.post('${path}', ${body});
  return made.data;`,
};
const settings: Client = {
  title: 'the settings of axios',
  head: axios.head,
  post: (
    path,
    body,
  ) => `const made = await axios({ method: 'post', url: \`\${graph}v1.0${path}\`, data: ${body}, headers });
  return made.data;`,
};
const got: Client = {
  title: 'got',
  head: `import got from 'got';\n\n${START}`,
  post: (path, body) => `return await got.post(\`\${graph}v1.0${path}\`, { json: ${body}, headers }).json();`,
};
const ky: Client = {
  title: 'ky',
  head: `import ky from 'ky';\n\n${START}`,
  post: (path, body) => `return await ky.post(\`\${graph}v1.0${path}\`, { json: ${body}, headers }).json();`,
};
const superagent: Client = {
  title: 'superagent',
  head: `import superagent from 'superagent';\n\n${START}`,
  post: (path, body) => `const made = await superagent.post(\`\${graph}v1.0${path}\`).set(headers).send(${body});
  return made.body;`,
};

const POLICIES = '/identityGovernance/entitlementManagement/assignmentPolicies';

/** What is made, and how that goes wrong. */
const KINDS: Readonly<Record<string, Omit<Program, 'text' | 'title'> & { path: string; body: string }>> = {
  'service principal': {
    path: '/servicePrincipals',
    body: "{ appId: '11111111-2222-3333-4444-555555555555', notes: note }",
    rule: 'graph/service-principal-exists',
    operation: 'POST /servicePrincipals',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/servicePrincipals' },
    twin: { appId: '11111111-2222-3333-4444-555555555555', notes: 'theirs' },
    note: 'notes',
    hidden: 'deleted',
  },
  // Its status is that of other failures too: the words of the answer are read.
  user: {
    path: '/users',
    body: "{ displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: note }",
    rule: 'graph/user-exists',
    operation: 'POST /users',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/users' },
    twin: { displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: 'theirs' },
    reads: 'GET /users/{}',
    note: 'jobTitle',
    hidden: 'deleted',
  },
  group: {
    path: '/groups',
    body: "{ displayName: 'Sales', mailNickname: 'sales', description: note, groupTypes: ['Unified'], mailEnabled: true }",
    rule: 'graph/group-exists',
    operation: 'POST /groups',
    fixes: ['create-or-get', 'check-before-create', 'report-conflict'],
    ends: { graph: '/groups' },
    twin: { displayName: 'Sales', mailNickname: 'Sales', description: 'theirs', mailEnabled: true },
    others: ['x1', 'x2', 'x3'].map((name) => ({ displayName: 'Sales', mailNickname: name })),
    note: 'description',
    hidden: 'deleted',
  },
  'access package policy': {
    path: POLICIES,
    body: "{ displayName: note, accessPackage: { id: 'p1' } }",
    rule: 'graph/assignment-policy-race',
    operation: `POST ${POLICIES}`,
    cause: 'transient',
    fixes: ['back-off-and-retry', 'report-conflict'],
    ends: { nowhere: true },
  },
};

/** Each kind is made by the clients whose code for it differs from that of the others. */
const MADE: Readonly<Record<string, readonly Client[]>> = {
  'service principal': [axios, settings, got, ky, superagent],
  user: [instance, got, ky, superagent],
  group: [axios, got],
  'access package policy': [axios, got, ky, superagent],
};

export const httpClientPrograms: readonly Program[] = Object.entries(KINDS).flatMap(([kind, { path, body, ...rest }]) =>
  (MADE[kind] ?? []).map(({ title, head, post }) => ({
    ...rest,
    title: `${kind} by ${title}`,
    text: `${head}
export async function run(note: string) {
  ${post(path, body)}
}
`,
  })),
);
