using System.Net;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

public record Order(string id, string CustomerId, decimal Total);

public class Orders
{
    private readonly Container orders;

    public Orders(Container orders)
    {
        this.orders = orders;
    }

    /// <summary>Stores an order from a queue, which may deliver the same message twice.</summary>
    public async Task<Order> StoreAsync(Order order)
    {
        ItemResponse<Order> response = await orders.CreateItemAsync(order, new PartitionKey(order.CustomerId));
        return response.Resource;
    }

    /// <summary>The same, but an order that is there already counts as stored.</summary>
    public async Task<Order> StoreOnceAsync(Order order)
    {
        try
        {
            return await orders.CreateItemAsync(order, new PartitionKey(order.CustomerId));
        }
        catch (CosmosException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            return await orders.ReadItemAsync<Order>(order.id, new PartitionKey(order.CustomerId));
        }
    }
}
