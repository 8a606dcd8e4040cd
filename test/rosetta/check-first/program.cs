using Microsoft.Graph;
using Microsoft.Graph.Models;

public class Watcher(GraphServiceClient graph)
{
    public async Task<Subscription?> Watch(Subscription subscription)
    {
        var found = await graph.Subscriptions.GetAsync();
        if (found.Value.Count > 0) return found.Value[0];
        return await graph.Subscriptions.PostAsync(subscription);
    }
}
