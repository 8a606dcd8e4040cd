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
            if (IsConflict(error)) return null;
            throw;
        }
    }

    private static bool IsConflict(ODataError error)
    {
        return error.ResponseStatusCode == 409;
    }
}
