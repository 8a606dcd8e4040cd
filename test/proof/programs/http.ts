/** Programs that send their requests to Microsoft Graph by a client that knows no service. */
import type { Program } from '../program.js';

const HEAD = `const graph = process.env['GRAPH_URL'] ?? 'https://graph.microsoft.com/';

async function known(answer: Response) {
  if (!answer.ok) throw Object.assign(new Error(await answer.text()), { status: answer.status });
  return (await answer.json()) as { id: string };
}

const headers = { Authorization: 'Bearer token', 'Content-Type': 'application/json' };
`;

const program = (path: string, body: string): string => `${HEAD}
export async function run(note: string) {
  const made = await fetch(\`\${graph}v1.0/${path}\`, {
    method: 'POST',
    headers,
    body: JSON.stringify(${body}),
  });
  return await known(made);
}
`;

export const httpPrograms: readonly Program[] = [
  {
    title: 'service principal by fetch',
    rule: 'graph/service-principal-exists',
    operation: 'POST /servicePrincipals',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/servicePrincipals' },
    twin: { appId: '11111111-2222-3333-4444-555555555555', notes: 'theirs' },
    note: 'notes',
    hidden: 'deleted',
    answers: true,
    text: program('servicePrincipals', "{ appId: '11111111-2222-3333-4444-555555555555', notes: note }"),
  },
  {
    title: 'user by fetch',
    rule: 'graph/user-exists',
    operation: 'POST /users',
    fixes: ['create-or-get', 'report-conflict'],
    ends: { graph: '/users' },
    twin: { displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: 'theirs' },
    note: 'jobTitle',
    hidden: 'deleted',
    answers: true,
    text: program(
      'users',
      "{ displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: note }",
    ),
  },
];
