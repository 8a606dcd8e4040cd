// What the snippets for C# use of Microsoft.Graph 5, Microsoft.Extensions.Logging and, beyond the stubs of the proof, of
// Microsoft.Azure.Cosmos: signatures as in microsoftgraph/msgraph-sdk-dotnet, microsoft/kiota-dotnet, dotnet/runtime and
// Azure/azure-cosmos-dotnet-v3, without anything behind them.
using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Microsoft.Azure.Cosmos
{
    public static class Writes
    {
        public static Task<ItemResponse<T>> ReplaceItemAsync<T>(this Container container, T item, string id, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
    }
}

namespace Microsoft.Extensions.Logging
{
    public interface ILogger { }
    public static class LoggerExtensions
    {
        public static void LogWarning(this ILogger logger, string message, params object[] args) { }
    }
}

namespace Microsoft.Kiota.Abstractions
{
    public class ApiException : Exception
    {
        public int ResponseStatusCode { get; set; }
        public IDictionary<string, IEnumerable<string>> ResponseHeaders { get; set; }
    }
    public class DefaultQueryParameters { }
    public class RequestConfiguration<T> where T : class, new() { public T QueryParameters { get; set; } }
    public class RequestInformation { }
}

namespace Microsoft.Graph.Models.ODataErrors
{
    public class ErrorDetails { public string Code { get; set; } }
    public class InnerError { public string RequestId { get; set; } }
    public class MainError
    {
        public string Code { get; set; }
        public string Message { get; set; }
        public List<ErrorDetails> Details { get; set; }
        public InnerError InnerError { get; set; }
    }
    public class ODataError : ApiException { public MainError Error { get; set; } }
}

namespace Microsoft.Graph.Models
{
    public class Entity { public string Id { get; set; } }
    public class User : Entity { public string UserPrincipalName { get; set; } }
    public class Group : Entity { public string MailNickname { get; set; } }
    public class Event : Entity { public string TransactionId { get; set; } }
    public class Folder { }
    public class DriveItem : Entity
    {
        public string Name { get; set; }
        public Folder Folder { get; set; }
    }
    public class Subscription : Entity
    {
        public string Resource { get; set; }
        public string ChangeType { get; set; }
        public string NotificationUrl { get; set; }
        public DateTimeOffset? ExpirationDateTime { get; set; }
    }
    public class ReferenceCreate { public string OdataId { get; set; } }
    public class GroupCollectionResponse { public List<Group> Value { get; set; } }
    public class SubscriptionCollectionResponse
    {
        public List<Subscription> Value { get; set; }
        public string OdataNextLink { get; set; }
    }
}

namespace Microsoft.Graph
{
    /// <summary>A builder of one kind of resource; the SDK has a class for each.</summary>
    public class Item<T>
    {
        public Task<T> GetAsync(Action<RequestConfiguration<DefaultQueryParameters>> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
        public Task<T> PatchAsync(T body, Action<RequestConfiguration<DefaultQueryParameters>> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
    }
    public class Items<T, TItem, TPage, TQuery> where TQuery : class, new()
    {
        public TItem this[string position] { get { throw new NotImplementedException(); } }
        public Items<T, TItem, TPage, TQuery> WithUrl(string rawUrl) { throw new NotImplementedException(); }
        public Task<TPage> GetAsync(Action<RequestConfiguration<TQuery>> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
        public Task<T> PostAsync(T body, Action<RequestConfiguration<DefaultQueryParameters>> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
        public RequestInformation ToPostRequestInformation(T body, Action<RequestConfiguration<DefaultQueryParameters>> requestConfiguration = null) { throw new NotImplementedException(); }
    }
    public class Filtered { public string Filter { get; set; } }
    public class RefBuilder
    {
        public Task PostAsync(ReferenceCreate body, Action<RequestConfiguration<DefaultQueryParameters>> requestConfiguration = null, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
    }
    public class MembersBuilder { public RefBuilder Ref { get; set; } }
    public class GroupBuilder : Item<Group> { public MembersBuilder Members { get; set; } }
    public class DriveItemBuilder : Item<DriveItem>
    {
        public Items<DriveItem, DriveItemBuilder, object, Filtered> Children { get; set; }
        public DriveItemBuilder ItemWithPath(string path) { throw new NotImplementedException(); }
    }
    public class DriveBuilder { public Items<DriveItem, DriveItemBuilder, object, Filtered> Items { get; set; } }
    public class DrivesBuilder { public DriveBuilder this[string position] { get { throw new NotImplementedException(); } } }
    public class MeBuilder { public Items<Event, Item<Event>, object, Filtered> Events { get; set; } }
    public class BatchRequestContentCollection
    {
        public BatchRequestContentCollection(GraphServiceClient client) { }
        public Task<string> AddBatchRequestStepAsync(RequestInformation requestInformation, string requestId = null) { throw new NotImplementedException(); }
    }
    public class BatchResponseContentCollection
    {
        public Task<Dictionary<string, HttpStatusCode>> GetResponsesStatusCodesAsync() { throw new NotImplementedException(); }
    }
    public class BatchRequestBuilder
    {
        public Task<BatchResponseContentCollection> PostAsync(BatchRequestContentCollection content, CancellationToken cancellationToken = default(CancellationToken)) { throw new NotImplementedException(); }
    }
    public class GraphServiceClient
    {
        public BatchRequestBuilder Batch { get; set; }
        public DrivesBuilder Drives { get; set; }
        public MeBuilder Me { get; set; }
        public Items<User, Item<User>, object, Filtered> Users { get; set; }
        public Items<Group, GroupBuilder, GroupCollectionResponse, Filtered> Groups { get; set; }
        public Items<Subscription, Item<Subscription>, SubscriptionCollectionResponse, Filtered> Subscriptions { get; set; }
    }
}
