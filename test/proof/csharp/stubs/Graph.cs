// Signatures of Microsoft.Graph 5 as in microsoftgraph/msgraph-sdk-dotnet (request builders, models, ODataError), over
// collections in memory that conflict as the service does: pages of two, keys without regard to case.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Microsoft.Kiota.Abstractions
{
    public class ApiException : Exception
    {
        public int ResponseStatusCode { get; set; }
        public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; set; }
    }
    public class RequestConfiguration { }
}

namespace Microsoft.Graph.Models.ODataErrors
{
    public class ErrorDetails
    {
        public string Code { get; set; }
        public string Message { get; set; }
    }
    public class MainError
    {
        public string Code { get; set; }
        public string Message { get; set; }
        public List<ErrorDetails> Details { get; set; }
    }
    public class ODataError : Microsoft.Kiota.Abstractions.ApiException
    {
        public MainError Error { get; set; }
        public override string Message { get { return Error == null || Error.Message == null ? "" : Error.Message; } }
        internal static ODataError Of(int status, string code, string message)
        {
            var headers = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
            if (Proof.Service.RetryAfter > 0 && Proof.Service.RetryAfterAsDate)
            {
                // The clocks of the two sides differ: only the answer's own date can be compared with.
                headers["date"] = new[] { "Tue, 01 Jan 2030 00:00:00 GMT" };
                headers["retry-after"] = new[] { new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(Proof.Service.RetryAfter).ToString("r") };
            }
            else if (Proof.Service.RetryAfter > 0) headers["Retry-After"] = new[] { Proof.Service.RetryAfter.ToString() };
            return new ODataError { ResponseStatusCode = status, ResponseHeaders = headers, Error = new MainError { Code = code, Message = message } };
        }
    }
}

namespace Microsoft.Graph.Models
{
    public class Entity { public string Id { get; set; } }
    public class DirectoryObject : Entity { }
    public class User : DirectoryObject
    {
        public string UserPrincipalName { get; set; }
        public string DisplayName { get; set; }
    }
    public class Group : DirectoryObject
    {
        public string MailNickname { get; set; }
        public string DisplayName { get; set; }
    }
    public class ServicePrincipal : DirectoryObject { public string AppId { get; set; } }
    public class Subscription : Entity
    {
        public string Resource { get; set; }
        public string ChangeType { get; set; }
        public string NotificationUrl { get; set; }
        public DateTimeOffset? ExpirationDateTime { get; set; }
    }
    public class SynchronizationJob : Entity { public string TemplateId { get; set; } }
    public class ReferenceCreate { public string OdataId { get; set; } }
    public class BaseCollectionPaginationCountResponse { public string OdataNextLink { get; set; } }
    public class GroupCollectionResponse : BaseCollectionPaginationCountResponse { public List<Group> Value { get; set; } }
    public class SubscriptionCollectionResponse : BaseCollectionPaginationCountResponse { public List<Subscription> Value { get; set; } }
}

namespace Microsoft.Graph
{
    public class GraphServiceClient
    {
        public Users.UsersRequestBuilder Users { get { return new Users.UsersRequestBuilder(); } }
        public Groups.GroupsRequestBuilder Groups { get { return new Groups.GroupsRequestBuilder(null); } }
        public Subscriptions.SubscriptionsRequestBuilder Subscriptions { get { return new Subscriptions.SubscriptionsRequestBuilder(null); } }
        public ServicePrincipals.ServicePrincipalsRequestBuilder ServicePrincipals { get { return new ServicePrincipals.ServicePrincipalsRequestBuilder(); } }
        public ServicePrincipals.ServicePrincipalItemRequestBuilder ServicePrincipalsWithAppId(string appId) { return new ServicePrincipals.ServicePrincipalItemRequestBuilder("sp " + appId); }
    }

    internal static class Store
    {
        internal static Task<T> Create<T>(string key, T entity, Func<Exception> conflict) where T : Entity
        {
            return Proof.Service.Answer("create " + key, () =>
            {
                if (!Proof.Service.Add(key.ToLowerInvariant(), entity)) throw conflict();
                entity.Id = entity.Id ?? Guid.NewGuid().ToString();
                return entity;
            });
        }
        internal static Task<T> Read<T>(string key) where T : class
        {
            return Proof.Service.Answer("read " + key, () =>
            {
                object found = Proof.Service.Read(key.ToLowerInvariant());
                if (found == null) throw ODataError.Of(404, "Request_ResourceNotFound", "not found");
                return (T)found;
            });
        }
        /// <summary>A page of two; the link to the next one is its number.</summary>
        internal static Task<TPage> Page<TPage, T>(string link, Func<List<T>, string, TPage> page)
        {
            return Proof.Service.Answer("list " + link, () =>
            {
                int from = link == null ? 0 : int.Parse(link);
                List<T> all = Proof.Service.Hidden-- > 0 ? new List<T>() : Proof.Service.Items.Values.OfType<T>().ToList();
                return page(all.Skip(from).Take(2).ToList(), from + 2 < all.Count ? (from + 2).ToString() : null);
            });
        }
    }
}

namespace Microsoft.Graph.Users
{
    public class UsersRequestBuilder
    {
        public UserItemRequestBuilder this[string position] { get { return new UserItemRequestBuilder(position); } }
        public Task<User> PostAsync(User body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Create("user " + body.UserPrincipalName, body, () =>
            {
                ODataError error = ODataError.Of(400, "Request_BadRequest", "Another object with the same value for property userPrincipalName already exists.");
                error.Error.Details = new List<ErrorDetails> { new ErrorDetails { Code = "ObjectConflict" } };
                return error;
            });
        }
    }
    public class UserItemRequestBuilder
    {
        private readonly string key;
        public UserItemRequestBuilder(string position) { key = position; }
        public Task<User> GetAsync(Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { return Store.Read<User>("user " + key); }
    }
}

namespace Microsoft.Graph.Groups
{
    public class GroupsRequestBuilder
    {
        private readonly string link;
        public GroupsRequestBuilder(string rawUrl) { link = rawUrl; }
        public GroupItemRequestBuilder this[string position] { get { return new GroupItemRequestBuilder(position); } }
        public GroupsRequestBuilder WithUrl(string rawUrl) { return new GroupsRequestBuilder(rawUrl); }
        public Task<GroupCollectionResponse> GetAsync(Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Page<GroupCollectionResponse, Group>(link, (value, next) => new GroupCollectionResponse { Value = value, OdataNextLink = next });
        }
        public Task<Group> PostAsync(Group body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Create("group " + body.MailNickname, body, () =>
            {
                ODataError error = ODataError.Of(400, "Request_BadRequest", "Another object with the same value for property mailNickname already exists.");
                error.Error.Details = new List<ErrorDetails> { new ErrorDetails { Code = "ObjectConflict" } };
                return error;
            });
        }
    }
    public class GroupItemRequestBuilder
    {
        private readonly string key;
        public GroupItemRequestBuilder(string position) { key = position; }
        public MembersRequestBuilder Members { get { return new MembersRequestBuilder(key); } }
    }
    public class MembersRequestBuilder
    {
        private readonly string key;
        public MembersRequestBuilder(string group) { key = group; }
        public RefRequestBuilder Ref { get { return new RefRequestBuilder(key); } }
    }
    public class RefRequestBuilder
    {
        private readonly string key;
        public RefRequestBuilder(string group) { key = group; }
        public async Task PostAsync(ReferenceCreate body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            await Store.Create("member " + key + body.OdataId, new DirectoryObject(), () => ODataError.Of(400, "Request_BadRequest", "One or more added object references already exist for the following modified properties: 'members'."));
        }
    }
}

namespace Microsoft.Graph.ServicePrincipals
{
    public class ServicePrincipalsRequestBuilder
    {
        public ServicePrincipalItemRequestBuilder this[string position] { get { return new ServicePrincipalItemRequestBuilder("sp " + position); } }
        public Task<ServicePrincipal> PostAsync(ServicePrincipal body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Create("sp " + body.AppId, body, () => ODataError.Of(409, "Request_MultipleObjectsWithSameKeyValue", "The service principal cannot be created, updated, or restored because the service principal name is already in use."));
        }
    }
    public class ServicePrincipalItemRequestBuilder
    {
        private readonly string key;
        public ServicePrincipalItemRequestBuilder(string appId) { key = appId; }
        public SynchronizationRequestBuilder Synchronization { get { return new SynchronizationRequestBuilder(); } }
        public Task<ServicePrincipal> GetAsync(Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { return Store.Read<ServicePrincipal>(key); }
    }
}

namespace Microsoft.Graph.ServicePrincipals
{
    public class SynchronizationRequestBuilder
    {
        public JobsRequestBuilder Jobs { get { return new JobsRequestBuilder(); } }
    }
    public class JobsRequestBuilder
    {
        public Task<SynchronizationJob> PostAsync(SynchronizationJob body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Create("job " + body.TemplateId, body, () => ODataError.Of(409, "Conflict", "not settled"));
        }
    }
}

namespace Microsoft.Graph.Subscriptions
{
    public class SubscriptionsRequestBuilder
    {
        private readonly string link;
        public SubscriptionsRequestBuilder(string rawUrl) { link = rawUrl; }
        public SubscriptionItemRequestBuilder this[string position] { get { return new SubscriptionItemRequestBuilder(position); } }
        public SubscriptionsRequestBuilder WithUrl(string rawUrl) { return new SubscriptionsRequestBuilder(rawUrl); }
        public Task<SubscriptionCollectionResponse> GetAsync(Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Page<SubscriptionCollectionResponse, Subscription>(link, (value, next) => new SubscriptionCollectionResponse { Value = value, OdataNextLink = next });
        }
        public Task<Subscription> PostAsync(Subscription body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Store.Create("subscription " + body.Resource + body.ChangeType, body, () => ODataError.Of(409, "Conflict", "Subscription already exists."));
        }
    }
    public class SubscriptionItemRequestBuilder
    {
        private readonly string key;
        public SubscriptionItemRequestBuilder(string id) { key = id; }
        public Task<Subscription> PatchAsync(Subscription body, Action<Microsoft.Kiota.Abstractions.RequestConfiguration> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Proof.Service.Answer("patch " + key, () =>
            {
                Subscription found = Proof.Service.Items.Values.OfType<Subscription>().FirstOrDefault(one => one.Id == key);
                if (found == null) throw ODataError.Of(404, "ResourceNotFound", "not found");
                found.ExpirationDateTime = body.ExpirationDateTime;
                return found;
            });
        }
    }
}
