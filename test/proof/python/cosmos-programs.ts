/** Programs of Python that create in Azure Cosmos DB. */
import type { FixId } from '../../../src/analysis/findings.js';
import type { Program } from '../program.js';
import { programs as others } from '../programs/index.js';

const HEAD = `import os

from azure.cosmos import CosmosClient, PartitionKey

client = CosmosClient(os.environ["COSMOS_URL"], os.environ["COSMOS_KEY"])
shop = client.get_database_client("shop")
`;

const texts: Readonly<Record<string, { text: string; fixes: readonly FixId[] }>> = {
  item: {
    fixes: ['create-or-get', 'report-conflict', 'upsert'],
    text: `${HEAD}orders = shop.get_container_client("orders")


def run(note):
    return orders.create_item({"id": "order-1", "customer": "ada", "note": note})
`,
  },
  container: {
    fixes: ['create-or-get', 'report-conflict'],
    text: `${HEAD}

def run(note):
    return shop.create_container("invoices", PartitionKey(path="/customer"))
`,
  },
};

export const cosmosPrograms: readonly Program[] = others.flatMap((program) => {
  const own = program.broken ? undefined : texts[program.title];
  return own ? [{ ...program, ...own }] : [];
});
