/** Where each snippet for Python is used. */
import type { Frame } from './snippet-frames.js';

const inFunction =
  (head: string, names: string, keyword = 'def') =>
  (body: string): string =>
    `${head}\n\n\n${keyword} run(${names}):\n${body.replace(/^(?=.)/gm, '\t')}\n`;

const COSMOS =
  'import random\nimport time\n\nfrom azure.core import MatchConditions\nfrom azure.cosmos import ContainerProxy, exceptions';
const GRAPH =
  'from msgraph import GraphServiceClient\nfrom msgraph.generated.models.mail_folder import MailFolder\nfrom msgraph.generated.models.o_data_errors.o_data_error import ODataError\nfrom msgraph.generated.models.reference_create import ReferenceCreate';

const item = (verdict?: string): Frame => ({
  file: inFunction(COSMOS, 'container: ContainerProxy, item: dict, partition_key: str'),
  operation: 'POST /dbs/{}/colls/{}/docs',
  ...(verdict ? { verdict } : {}),
});
const graph = (operation: string, names: string): Frame => ({
  file: inFunction(GRAPH, `client: GraphServiceClient, ${names}`, 'async def'),
  operation,
});

/** By prefix. */
export const PYTHON_FRAMES: Record<string, Frame> = {
  '409-cosmos-create-or-get': item(),
  '409-cosmos-etag-loop': {
    file: inFunction(COSMOS, 'container: ContainerProxy, item_id: str, partition_key: str'),
    operation: 'PUT /dbs/{}/colls/{}/docs/{}',
  },
  '409-cosmos-batch': item(),
  '409-cosmos-check-first': item(),
  '409-cosmos-upsert': item('idempotent upsert'),
  '409-cosmos-claim': {
    file: inFunction(COSMOS, 'container: ContainerProxy, lock_id: str, owner: str'),
    operation: 'POST /dbs/{}/colls/{}/docs',
  },
  '409-graph-create': graph('POST /me/mailFolders', 'name: str'),
  '409-graph-member': graph('POST /groups/{}/members/$ref', 'group_id: str, member_id: str'),
  '409-graph-subscription': graph('POST /subscriptions', 'wanted'),
  '409-requests-status': {
    file: inFunction('import requests', 'token: str, body: dict'),
    operation: 'POST /subscriptions',
  },
  '409-log': { file: inFunction('import logging', 'error'), operation: undefined },
  '409-back-off': { file: (body) => `import random\nimport time\n\n\n${body}\n`, operation: undefined },
};
