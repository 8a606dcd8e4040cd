/** Programs that use a library for retries: the call stands in a policy that does not repeat its conflict, or in none. */
import { GRAPH_HEAD, type Program } from '../program.js';

const POLICIES = '/identityGovernance/entitlementManagement/assignmentPolicies';
const CALL = `client.api('${POLICIES}').post({ displayName: note, accessPackage: { id: 'p1' } })`;

const policy = {
  rule: 'graph/assignment-policy-race',
  operation: `POST ${POLICIES}`,
  cause: 'transient',
  fixes: ['back-off-and-retry', 'report-conflict'],
  ends: { nowhere: true },
} as const satisfies Partial<Program>;

const own = { ...policy, ownWaits: true } as const;

const program = (head: string, run: string): string => `${GRAPH_HEAD.replace('\n\n', `\n${head}\n`)}
export async function run(note: string) {
  return await ${run};
}
`;

export const policyPrograms: readonly Program[] = [
  {
    ...own,
    title: 'in a policy of cockatiel',
    text: program(
      "import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';\n",
      `busy.execute(() => ${CALL})`,
    ).replace(
      '\nexport',
      `
const busy = retry(
  handleWhen((error: any) => error.statusCode === 503),
  { maxAttempts: 4, backoff: new ExponentialBackoff({ initialDelay: 200 }) },
);

export`,
    ),
  },
  {
    ...own,
    title: 'in p-retry',
    text: program(
      "import pRetry from 'p-retry';\n",
      `pRetry(() => ${CALL}, {
    retries: 4,
    minTimeout: 200,
    shouldRetry: ({ error }) => 'statusCode' in error && error.statusCode === 503,
  })`,
    ),
  },
  {
    ...policy,
    title: 'beside policies of cockatiel',
    text: program(
      "import { handleAll, retry } from 'cockatiel';\n\nexport const always = retry(handleAll, { maxAttempts: 2 });\n",
      CALL,
    ),
  },
  {
    ...policy,
    title: 'beside p-retry',
    text: program(
      "import pRetry from 'p-retry';\n\nexport const twice = (work: () => Promise<void>) => pRetry(work, { retries: 1 });\n",
      CALL,
    ),
  },
];
