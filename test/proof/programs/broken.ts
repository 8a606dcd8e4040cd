/** Programs with a handler that does not work. */
import { COSMOS } from '../lib/session.js';
import { COSMOS_HEAD, GRAPH_HEAD, type Program } from '../program.js';

const cosmos = (handler: string, call = 'await orders.items.create'): string => `${COSMOS_HEAD}
const orders = client.database('shop').container('orders');

export async function run(note: string) {
  try {
    ${call}({ id: 'order-1', customer: 'ada', note });
    return 'made';
  } catch (error: any) {
    ${handler}
    return 'known';
  }
}
`;

const item = {
  rule: 'cosmos/item-id-exists',
  operation: 'POST /dbs/{}/colls/{}/docs',
  fixes: ['mend'],
  ends: { cosmos: 'items' },
  twin: { id: 'order-1', customer: 'ada', note: 'theirs' },
  note: 'note',
  broken: true,
} as const satisfies Partial<Program>;

const counter = {
  rule: 'cosmos/stale-etag',
  operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  cause: 'stale',
  fixes: ['mend'],
  parents: [{ path: COSMOS, body: { id: 'order-1', customer: 'ada', count: 0 } }],
  ends: { cosmos: 'items' },
  broken: true,
} as const satisfies Partial<Program>;

/** A retry whose read and change stand before its loop. */
const retrying = (tag: string, before = ''): string => `${COSMOS_HEAD}
const orders = client.database('shop').container('orders');
const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

export async function run(note: string) {
  console.assert(note !== '');
  const { resource: order } = await orders.item('order-1', 'ada').read<any>();
  order.count += 1;
  for (let attempt = 1; attempt <= 5; attempt++) {
    try {${before}
      await orders.item('order-1', 'ada').replace(order, { accessCondition: { type: 'IfMatch', condition: ${tag} } });
      return;
    } catch (error: any) {
      if (error.code !== 412 || attempt === 5) throw error;
      await pause(50 + Math.random() * 100 * attempt);
    }
  }
}
`;

export const brokenPrograms: readonly Program[] = [
  { ...counter, title: 'change outside its retry', text: retrying('order._etag') },
  {
    ...counter,
    title: 'content older than its tag',
    text: retrying('now._etag', "\n      const { resource: now } = await orders.item('order-1', 'ada').read<any>();"),
  },
  {
    ...counter,
    title: 'retry without an end',
    endless: true,
    text: `${COSMOS_HEAD}
const orders = client.database('shop').container('orders');
const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

export async function run(note: string) {
  console.assert(note !== '');
  while (true) {
    const { resource: order } = await orders.item('order-1', 'ada').read<any>();
    order.count += 1;
    try {
      await orders.item('order-1', 'ada').replace(order, { accessCondition: { type: 'IfMatch', condition: order._etag } });
      return;
    } catch (error: any) {
      if (error.code !== 412) throw error;
      await pause(50 + Math.random() * 500);
    }
  }
}
`,
  },
  {
    ...item,
    title: 'the same again',
    text: `${COSMOS_HEAD}
const orders = client.database('shop').container('orders');
const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

async function add(note: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await orders.items.create({ id: 'order-1', customer: 'ada', note });
      return;
    } catch (error: any) {
      if (error.code !== 409) throw error;
      await pause(100 * attempt);
    }
  }
  throw new Error('given up');
}

export async function run(note: string) {
  try {
    await add(note);
    return 'made';
  } catch (error: any) {
    if (error.name === 'ConflictError') return 'known';
    throw error;
  }
}
`,
  },
  { ...item, title: 'wrong property', text: cosmos('if (error.statusCode !== 409) throw error;') },
  { ...item, title: 'wrong status', text: cosmos('if (error.code !== 412) throw error;') },
  {
    ...item,
    title: 'not awaited',
    text: cosmos('if (error.code !== 409) throw error;', 'orders.items.create'),
  },
  {
    ...item,
    title: 'wrong type',
    text: `import { GraphError } from '@microsoft/microsoft-graph-client';\nexport const kinds = [GraphError];\n${cosmos(
      'if (!(error instanceof GraphError && error.code === 409)) throw error;',
    )}`,
  },
  {
    title: 'another answer',
    rule: 'graph/user-exists',
    operation: 'POST /users',
    fixes: ['mend'],
    ends: { graph: '/users' },
    twin: { displayName: 'Ada', userPrincipalName: 'ada@contoso.com', mailNickname: 'ada', jobTitle: 'theirs' },
    note: 'jobTitle',
    broken: true,
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  try {
    await client.api('/users').post({
      displayName: 'Ada',
      userPrincipalName: 'ada@contoso.com',
      mailNickname: 'ada',
      jobTitle: note,
    });
    return 'made';
  } catch (error: any) {
    if (error.statusCode !== 409) throw error;
    return 'known';
  }
}
`,
  },
  {
    title: 'answer that is not thrown',
    rule: 'bookings/staff-member-exists',
    operation: 'POST /solutions/bookingBusinesses/{}/staffMembers',
    fixes: ['mend'],
    ends: { graph: '/solutions/bookingBusinesses/b1/staffMembers' },
    parents: [{ path: '/solutions/bookingBusinesses', body: { id: 'b1', displayName: 'Salon' } }],
    twin: { displayName: 'Ada', emailAddress: 'ada@contoso.com', role: 'theirs' },
    note: 'role',
    broken: true,
    text: `const graph = process.env['GRAPH_URL'] ?? 'https://graph.microsoft.com/';

export async function run(note: string) {
  try {
    const answer = await fetch(\`\${graph}v1.0/solutions/bookingBusinesses/b1/staffMembers\`, {
      method: 'POST',
      headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ displayName: 'Ada', emailAddress: 'ada@contoso.com', role: note }),
    });
    if (answer.status === 403) throw Object.assign(new Error('not allowed'), { status: 403 });
    return 'made';
  } catch (error: any) {
    if (error.status === 409) return 'known';
    throw error;
  }
}
`,
  },
  {
    title: 'wrong property',
    rule: 'bookings/staff-member-exists',
    operation: 'POST /solutions/bookingBusinesses/{}/staffMembers',
    fixes: ['mend'],
    ends: { graph: '/solutions/bookingBusinesses/b1/staffMembers' },
    parents: [{ path: '/solutions/bookingBusinesses', body: { id: 'b1', displayName: 'Salon' } }],
    twin: { displayName: 'Ada', emailAddress: 'ada@contoso.com', role: 'theirs' },
    note: 'role',
    broken: true,
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  try {
    await client.api('/solutions/bookingBusinesses/b1/staffMembers').post({
      displayName: 'Ada',
      emailAddress: 'ada@contoso.com',
      role: note,
    });
    return 'made';
  } catch (error: any) {
    if (error.response.status === 409) {
      return 'known';
    }
    throw error;
  }
}
`,
  },
];
