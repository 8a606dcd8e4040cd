using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

namespace Shop;

public record Order(string Id, string CustomerId, decimal Total);

public class Orders
{
    private readonly Container container;

    public Orders(CosmosClient client)
    {
        container = client.GetContainer("shop", "orders");
    }

    public async Task<Order> AddAsync(Order order)
    {
        ItemResponse<Order> response = await container.CreateItemAsync(order, new PartitionKey(order.CustomerId));
        return response.Resource;
    }
}
