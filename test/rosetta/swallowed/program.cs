using Microsoft.Graph;
using Microsoft.Graph.Models;

public class Watcher(GraphServiceClient graph, ILogger<Watcher> logger)
{
    public async Task Watch(Subscription subscription)
    {
        try
        {
            await graph.Subscriptions.PostAsync(subscription);
        }
        catch (Exception error)
        {
            logger.LogError(error, "not watched");
        }
    }
}
