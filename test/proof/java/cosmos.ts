/** What the programs of the proof for Java have in common that use Azure Cosmos DB. */
import { file } from './file.js';

/** One client for all: each has connections of its own. */
const CLIENT = `private static final CosmosClient client = new CosmosClientBuilder()
    .endpoint(System.getenv("COSMOS_URL"))
    .key(System.getenv("COSMOS_KEY"))
    .gatewayMode()
    .endpointDiscoveryEnabled(false)
    .contentResponseOnWriteEnabled(true)
    .buildClient();
`;

export const ORDER = `
public static class Order {
    private String id;
    private String customer;
    private String note;
    private int count;

    public String getId() { return id; }
    public void setId(String id) { this.id = id; }
    public String getCustomer() { return customer; }
    public void setCustomer(String customer) { this.customer = customer; }
    public String getNote() { return note; }
    public void setNote(String note) { this.note = note; }
    public int getCount() { return count; }
    public void setCount(int count) { this.count = count; }
}`;

export const cosmos = (imports: readonly string[], members: string, body: string): string =>
  file(
    ['com.azure.cosmos.CosmosClient', 'com.azure.cosmos.CosmosClientBuilder', ...imports],
    `${CLIENT}${members}`,
    body,
  );

export const ORDERS = 'private final CosmosContainer orders = client.getDatabase("shop").getContainer("orders");';
