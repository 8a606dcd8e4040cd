using System;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;

namespace Shop;

public record Invoice(string Id, string OrderId, decimal Amount);

public class Invoices
{
    private readonly Container container;

    public Invoices(Container container)
    {
        this.container = container;
    }

    public async Task AddAsync(Invoice invoice)
    {
        try
        {
            await container.CreateItemAsync(invoice, new PartitionKey(invoice.OrderId));
        }
        catch (CosmosException e)
        {
            Console.Error.WriteLine($"invoice {invoice.Id}: {e.Message}");
        }
    }
}
