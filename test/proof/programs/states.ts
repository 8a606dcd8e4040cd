/** Programs whose conflict clears by itself, or comes from somebody who writes at the same time. */
import { COSMOS } from '../lib/session.js';
import { COSMOS_HEAD, GRAPH_HEAD, type Program } from '../program.js';

const POLICIES = '/identityGovernance/entitlementManagement/assignmentPolicies';
const JOB = '/servicePrincipals/s1/synchronization/jobs';

export const statePrograms: readonly Program[] = [
  {
    title: 'access package policy',
    rule: 'graph/assignment-policy-race',
    operation: `POST ${POLICIES}`,
    cause: 'transient',
    fixes: ['back-off-and-retry', 'report-conflict'],
    ends: { nowhere: true },
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  return await client.api('${POLICIES}').post({ displayName: note, accessPackage: { id: 'p1' } });
}
`,
  },
  {
    title: 'provisioning job',
    rule: 'graph/synchronization-not-settled',
    operation: 'POST /servicePrincipals/{}/synchronization/jobs',
    cause: 'transient',
    fixes: ['back-off-and-retry', 'report-conflict'],
    parents: [{ path: '/servicePrincipals', body: { id: 's1', appId: '11111111-2222-3333-4444-555555555555' } }],
    ends: { nowhere: true },
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  return await client.api('${JOB}').post({ templateId: 'gsuite' });
}
`,
  },
  {
    title: 'start of a provisioning job',
    rule: 'graph/synchronization-not-settled',
    operation: 'POST /servicePrincipals/{}/synchronization/jobs/{}/start',
    cause: 'transient',
    fixes: ['back-off-and-retry', 'report-conflict'],
    parents: [
      { path: '/servicePrincipals', body: { id: 's1', appId: '11111111-2222-3333-4444-555555555555' } },
      { path: JOB, body: { id: 'j1', templateId: 'gsuite' } },
    ],
    ends: { nowhere: true },
    silent: true,
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  await client.api('${JOB}/j1/start').post({});
}
`,
  },
  {
    title: 'item with its tag',
    rule: 'cosmos/stale-etag',
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
    cause: 'stale',
    fixes: ['reread-and-reapply', 'report-conflict'],
    parents: [{ path: COSMOS, body: { id: 'order-1', customer: 'ada', count: 0 } }],
    ends: { cosmos: 'items' },
    text: `${COSMOS_HEAD}interface Order {
  id: string;
  count: number;
  _etag: string;
}
const orders = client.database('shop').container('orders');

export async function run(note: string) {
  console.assert(note !== '');
  const { resource: order } = await orders.item('order-1', 'ada').read<Order>();
  if (!order) throw new Error('gone');
  order.count += 1;
  await orders.item('order-1', 'ada').replace(order, {
    accessCondition: { type: 'IfMatch', condition: order._etag },
  });
}
`,
  },
  {
    title: 'Planner task',
    rule: 'graph/planner-stale-etag',
    operation: 'PATCH /planner/tasks/{}',
    cause: 'stale',
    fixes: ['reread-and-reapply', 'report-conflict'],
    parents: [{ path: '/planner/tasks', body: { id: 't1', planId: 'p1', title: 'Count', count: 0 } }],
    ends: { graph: '/planner/tasks' },
    text: `${GRAPH_HEAD}
export async function run(note: string) {
  console.assert(note !== '');
  const task = await client.api('/planner/tasks/t1').get();
  const count = task.count + 1;
  await client.api('/planner/tasks/t1').header('If-Match', task['@odata.etag']).patch({ count });
}
`,
  },
];
