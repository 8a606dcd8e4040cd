// Signatures of Microsoft.Graph 4 as in microsoftgraph/msgraph-sdk-dotnet 4.x (request builders, requests, ServiceException),
// as far as the fixes use them. Nothing runs.
using System.Collections.Generic;
using System.Net;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Graph
{
    public class Error
    {
        public string Code { get; set; }
        public string Message { get; set; }
    }
    public class ServiceException : System.Exception
    {
        public Error Error { get; }
        public HttpStatusCode StatusCode { get; internal set; }
        public string RawResponseBody { get; internal set; }
        public HttpResponseHeaders ResponseHeaders { get; internal set; }
    }
    public class User
    {
        public string Id { get; set; }
        public string UserPrincipalName { get; set; }
    }
    public class Group
    {
        public string Id { get; set; }
        public string MailNickname { get; set; }
    }
    public class DirectoryObject { public string Id { get; set; } }
    public class GraphServiceClient
    {
        public IGraphServiceUsersCollectionRequestBuilder Users { get { return null; } }
        public IGraphServiceGroupsCollectionRequestBuilder Groups { get { return null; } }
    }
    public interface IGraphServiceUsersCollectionRequestBuilder
    {
        IGraphServiceUsersCollectionRequest Request();
        IUserRequestBuilder this[string id] { get; }
    }
    public interface IGraphServiceUsersCollectionRequest { Task<User> AddAsync(User user, CancellationToken cancellationToken = default(CancellationToken)); }
    public interface IUserRequestBuilder { IUserRequest Request(); }
    public interface IUserRequest { Task<User> GetAsync(CancellationToken cancellationToken = default(CancellationToken)); }
    public interface IGraphServiceGroupsCollectionRequestBuilder
    {
        IGraphServiceGroupsCollectionRequest Request();
        IGroupRequestBuilder this[string id] { get; }
    }
    public interface IGraphServiceGroupsCollectionRequest { Task<Group> AddAsync(Group group, CancellationToken cancellationToken = default(CancellationToken)); }
    public interface IGroupRequestBuilder { IGroupMembersCollectionWithReferencesRequestBuilder Members { get; } }
    public interface IGroupMembersCollectionWithReferencesRequestBuilder { IGroupMembersCollectionReferencesRequestBuilder References { get; } }
    public interface IGroupMembersCollectionReferencesRequestBuilder { IGroupMembersCollectionReferencesRequest Request(); }
    public interface IGroupMembersCollectionReferencesRequest { Task AddAsync(DirectoryObject directoryObject, CancellationToken cancellationToken = default(CancellationToken)); }
}
