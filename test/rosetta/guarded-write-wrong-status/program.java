import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.PartitionKey;

class Orders {
    private final CosmosContainer container;

    Orders(CosmosContainer container) {
        this.container = container;
    }

    boolean change(Order order, String etag) {
        try {
            container.replaceItem(order, order.id(), new PartitionKey("a"), new CosmosItemRequestOptions().setIfMatchETag(etag));
            return true;
        } catch (CosmosException error) {
            if (error.getStatusCode() == 409) return false;
            throw error;
        }
    }
}
