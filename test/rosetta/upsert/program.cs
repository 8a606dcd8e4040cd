using Microsoft.Azure.Cosmos;

public class Orders(Container container)
{
    public async Task Save(Order order)
    {
        await container.UpsertItemAsync(order, new PartitionKey(order.Customer));
    }
}
