using Microsoft.Graph;
using Microsoft.Graph.Models;

public class Watcher(GraphServiceClient graph)
{
    public async Task<Subscription?> Watch(Subscription subscription)
    {
        return await graph.Subscriptions.PostAsync(subscription);
    }
}
