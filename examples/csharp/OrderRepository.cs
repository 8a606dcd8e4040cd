using System;
using System.Net;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

namespace Examples.Shop;

public record Order(string id, string CustomerId, string Status, decimal Total);

public class OrderRepository
{
    private readonly Container orders;

    public OrderRepository(CosmosClient client)
    {
        orders = client.GetContainer("shop", "orders");
    }

    public async Task<Order> AddAsync(Order order)
    {
        ItemResponse<Order> response = await orders.CreateItemAsync(order, new PartitionKey(order.CustomerId));
        return response.Resource;
    }

    public async Task<Order> AddOnceAsync(Order order)
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

    /// <summary>Somebody may have changed the order since it was read: the service then answers 412.</summary>
    public async Task ShipAsync(string id, string customerId)
    {
        ItemResponse<Order> read = await orders.ReadItemAsync<Order>(id, new PartitionKey(customerId));
        Order shipped = read.Resource with { Status = "shipped" };
        await orders.ReplaceItemAsync(
            shipped, id, new PartitionKey(customerId), new ItemRequestOptions { IfMatchEtag = read.ETag });
    }

    public async Task CancelAsync(string id, string customerId)
    {
        for (int attempt = 1; ; attempt++)
        {
            ItemResponse<Order> read = await orders.ReadItemAsync<Order>(id, new PartitionKey(customerId));
            Order cancelled = read.Resource with { Status = "cancelled" };
            try
            {
                await orders.ReplaceItemAsync(
                    cancelled, id, new PartitionKey(customerId), new ItemRequestOptions { IfMatchEtag = read.ETag });
                return;
            }
            catch (CosmosException e) when (e.StatusCode == HttpStatusCode.PreconditionFailed && attempt < 5)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt));
            }
        }
    }
}
