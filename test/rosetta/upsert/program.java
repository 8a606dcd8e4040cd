import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.PartitionKey;

class Orders {
    private final CosmosContainer container;

    Orders(CosmosContainer container) {
        this.container = container;
    }

    void save(Order order) {
        container.upsertItem(order, new PartitionKey(order.customer()), new CosmosItemRequestOptions());
    }
}
