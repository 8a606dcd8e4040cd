using System.Net;
using Microsoft.Azure.Cosmos;

public class Orders(Container container)
{
    public async Task<bool> Change(Order order, string etag)
    {
        try
        {
            await container.ReplaceItemAsync(order, order.Id, requestOptions: new ItemRequestOptions { IfMatchEtag = etag });
            return true;
        }
        catch (CosmosException error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }
}
