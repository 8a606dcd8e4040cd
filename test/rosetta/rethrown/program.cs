using Microsoft.Graph;
using Microsoft.Graph.Models;

public class Watcher(GraphServiceClient graph)
{
    public async Task<Subscription?> Watch(Subscription subscription)
    {
        try
        {
            return await graph.Subscriptions.PostAsync(subscription);
        }
        catch (Exception error)
        {
            throw;
        }
    }
}
