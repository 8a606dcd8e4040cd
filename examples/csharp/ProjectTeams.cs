using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Examples.Projects;

public class ProjectTeams
{
    private readonly GraphServiceClient graph;
    private readonly ILogger<ProjectTeams> logger;

    public ProjectTeams(GraphServiceClient graph, ILogger<ProjectTeams> logger)
    {
        this.graph = graph;
        this.logger = logger;
    }

    /// <summary>A group that has a team already, or that is still being copied, answers 409.</summary>
    public async Task CreateForGroupAsync(string groupId)
    {
        try
        {
            await graph.Teams.PostAsync(NewTeam(groupId));
        }
        catch (ODataError e)
        {
            logger.LogWarning(e, "no team for group {Group}", groupId);
            throw;
        }
    }

    public async Task EnsureForGroupAsync(string groupId)
    {
        try
        {
            await graph.Teams.PostAsync(NewTeam(groupId));
        }
        catch (ODataError e) when (e.ResponseStatusCode == 409)
        {
            Team? existing = await graph.Groups[groupId].Team.GetAsync();
            logger.LogInformation("{Team} is there already", existing?.DisplayName);
        }
    }

    private static Team NewTeam(string groupId) => new()
    {
        AdditionalData = new Dictionary<string, object>
        {
            { "template@odata.bind", "https://graph.microsoft.com/v1.0/teamsTemplates('standard')" },
            { "group@odata.bind", $"https://graph.microsoft.com/v1.0/groups('{groupId}')" },
        },
    };
}
