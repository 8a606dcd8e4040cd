using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

public class Watcher(GraphServiceClient graph)
{
    public async Task<Subscription?> Watch(Subscription subscription)
    {
        try
        {
            return await graph.Subscriptions.PostAsync(subscription);
        }
        catch (ODataError error)
        {
            if (error.ResponseStatusCode == 409)
            {
                return await graph.Subscriptions.PostAsync(subscription);
            }
            throw;
        }
    }
}
