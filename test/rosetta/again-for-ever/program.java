import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.PartitionKey;

class Orders {
    private final CosmosContainer container;

    Orders(CosmosContainer container) {
        this.container = container;
    }

    void count(String id) {
        while (true) {
            CosmosItemResponse<Counter> read = container.readItem(id, new PartitionKey("a"), Counter.class);
            Counter counter = read.getItem();
            counter.add(1);
            try {
                container.replaceItem(counter, id, new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(read.getETag()));
                return;
            } catch (CosmosException error) {
                if (error.getStatusCode() != 412) throw error;
            }
        }
    }
}
