using System.Net;
using Microsoft.Azure.Cosmos;

public class Orders(Container container)
{
    public async Task Count(string id)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var read = await container.ReadItemAsync<Counter>(id, new PartitionKey("a"));
            read.Resource.Count++;
            try
            {
                await container.ReplaceItemAsync(read.Resource, id, requestOptions: new ItemRequestOptions { IfMatchEtag = read.ETag });
                return;
            }
            catch (CosmosException error) when (error.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * Math.Pow(2, attempt)));
            }
        }
        throw new TimeoutException();
    }
}
