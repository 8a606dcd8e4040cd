// Signatures of Microsoft.Azure.Cosmos 3 as in the public contract of the library (Container, Database, CosmosClient,
// TransactionalBatch, ResponseMessage, CosmosException), with a store in memory behind them that conflicts as the service
// does.
using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Azure.Cosmos
{
    public class Headers
    {
        public string this[string name] { get { return null; } }
    }

    public class CosmosException : Exception
    {
        public CosmosException(string message, HttpStatusCode statusCode, int subStatusCode, string activityId, double requestCharge) : base(message)
        {
            StatusCode = statusCode;
        }
        public virtual HttpStatusCode StatusCode { get; }
        public virtual string ResponseBody { get { return Message; } }
        public virtual TimeSpan? RetryAfter { get; internal set; }
        public virtual Headers Headers { get; } = new Headers();
        internal static CosmosException Of(int status) { return new CosmosException("status " + status, (HttpStatusCode)status, 0, "", 0); }
    }

    public struct PartitionKey
    {
        public static readonly PartitionKey None = new PartitionKey(null);
        private readonly string value;
        public PartitionKey(string partitionKeyValue) { value = partitionKeyValue; }
        public override string ToString() { return value; }
    }

    public class RequestOptions
    {
        public string IfMatchEtag { get; set; }
    }
    public class ItemRequestOptions : RequestOptions { }
    public class ContainerRequestOptions : RequestOptions { }
    public class TransactionalBatchItemRequestOptions : RequestOptions { }
    public abstract class Response<T>
    {
        public T Resource { get; internal set; }
        public HttpStatusCode StatusCode { get; internal set; }
        public double RequestCharge { get { return 1; } }
        public string ETag { get; internal set; }
    }
    public class ItemResponse<T> : Response<T> { }
    public class DatabaseProperties { public string Id { get; set; } }
    public class ContainerProperties
    {
        public ContainerProperties(string id, string partitionKeyPath) { Id = id; }
        public string Id { get; set; }
    }
    public class DatabaseResponse : Response<DatabaseProperties> { public Database Database { get; internal set; } }
    public class ContainerResponse : Response<ContainerProperties>
    {
        public Container Container { get; internal set; }
        public static implicit operator Container(ContainerResponse response) { return response.Container; }
    }
    public class ResponseMessage : IDisposable
    {
        public virtual HttpStatusCode StatusCode { get; internal set; }
        public virtual bool IsSuccessStatusCode { get { return (int)StatusCode < 300; } }
        public virtual string ErrorMessage { get; internal set; }
        public void Dispose() { }
    }

    public class CosmosClient : IDisposable
    {
        public CosmosClient(string connectionString) { }
        public virtual Database GetDatabase(string id) { return new Database(id); }
        public virtual Container GetContainer(string databaseId, string containerId) { return new Container(databaseId + "/" + containerId); }
        public virtual Task<DatabaseResponse> CreateDatabaseAsync(string id, int? throughput = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Proof.Service.Answer("create " + id, () =>
            {
                if (!Proof.Service.Add(id, id)) throw CosmosException.Of(409);
                return new DatabaseResponse { Database = new Database(id), StatusCode = HttpStatusCode.Created };
            });
        }
        public void Dispose() { }
    }

    public class Database
    {
        public Database(string id) { Id = id; }
        public string Id { get; }
        public virtual Container GetContainer(string id) { return new Container(Id + "/" + id); }
        public virtual Task<DatabaseResponse> ReadAsync(RequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Proof.Service.Answer("read " + Id, () =>
            {
                if (Proof.Service.Read(Id) == null) throw CosmosException.Of(404);
                return new DatabaseResponse { Database = this, StatusCode = HttpStatusCode.OK };
            });
        }
        public virtual Task<ContainerResponse> CreateContainerAsync(string id, string partitionKeyPath, int? throughput = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return CreateContainerAsync(new ContainerProperties(id, partitionKeyPath), throughput, requestOptions, cancellationToken);
        }
        public virtual Task<ContainerResponse> CreateContainerAsync(ContainerProperties containerProperties, int? throughput = null, RequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            string key = Id + "/" + containerProperties.Id;
            return Proof.Service.Answer("create " + key, () =>
            {
                if (!Proof.Service.Add(key, containerProperties)) throw CosmosException.Of(409);
                return new ContainerResponse { Container = new Container(key), Resource = containerProperties, StatusCode = HttpStatusCode.Created };
            });
        }
    }

    public class Container
    {
        public Container(string id) { Id = id; }
        public string Id { get; }
        public virtual Task<ContainerResponse> ReadContainerAsync(ContainerRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            return Proof.Service.Answer("read " + Id, () =>
            {
                object found = Proof.Service.Read(Id);
                if (found == null) throw CosmosException.Of(404);
                return new ContainerResponse { Container = this, Resource = (ContainerProperties)found, StatusCode = HttpStatusCode.OK };
            });
        }
        public virtual Task<ItemResponse<T>> CreateItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            string key = partitionKey + "/" + IdOf(item);
            return Proof.Service.Answer("create " + key, () =>
            {
                if (!Proof.Service.Add(key, item)) throw CosmosException.Of(409);
                return new ItemResponse<T> { Resource = item, StatusCode = HttpStatusCode.Created };
            });
        }
        public virtual Task<ItemResponse<T>> UpsertItemAsync<T>(T item, PartitionKey? partitionKey = null, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            string key = partitionKey + "/" + IdOf(item);
            return Proof.Service.Answer("upsert " + key, () =>
            {
                Proof.Service.Items[key] = item;
                return new ItemResponse<T> { Resource = item, StatusCode = HttpStatusCode.OK };
            });
        }
        public virtual Task<ItemResponse<T>> ReadItemAsync<T>(string id, PartitionKey partitionKey, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            string key = partitionKey + "/" + id;
            return Proof.Service.Answer("read " + key, () =>
            {
                object found = Proof.Service.Read(key);
                if (found == null) throw CosmosException.Of(404);
                return new ItemResponse<T> { Resource = (T)found, StatusCode = HttpStatusCode.OK };
            });
        }
        public virtual Task<ResponseMessage> CreateItemStreamAsync(Stream streamPayload, PartitionKey partitionKey, ItemRequestOptions requestOptions = null, CancellationToken cancellationToken = default(CancellationToken))
        {
            string key = partitionKey + "/" + new StreamReader(streamPayload).ReadToEnd();
            return Proof.Service.Answer("create " + key, () => new ResponseMessage { StatusCode = Proof.Service.Add(key, key) ? HttpStatusCode.Created : HttpStatusCode.Conflict });
        }
        public virtual TransactionalBatch CreateTransactionalBatch(PartitionKey partitionKey) { return new TransactionalBatch(partitionKey.ToString()); }
        internal static string IdOf(object item)
        {
            var property = item.GetType().GetProperty("Id") ?? item.GetType().GetProperty("id");
            return Convert.ToString(property.GetValue(item, null));
        }
    }

    public class TransactionalBatch
    {
        private readonly string partition;
        private readonly List<object> items = new List<object>();
        internal TransactionalBatch(string key) { partition = key; }
        public virtual TransactionalBatch CreateItem<T>(T item, TransactionalBatchItemRequestOptions requestOptions = null)
        {
            items.Add(item);
            return this;
        }
        public virtual Task<TransactionalBatchResponse> ExecuteAsync(CancellationToken cancellationToken = default(CancellationToken))
        {
            return Proof.Service.Answer("batch", () =>
            {
                int bad = items.FindIndex(item => Proof.Service.Items.ContainsKey(partition + "/" + Container.IdOf(item)));
                var answer = new TransactionalBatchResponse { StatusCode = bad < 0 ? HttpStatusCode.OK : HttpStatusCode.Conflict };
                for (int i = 0; i < items.Count; i++)
                {
                    answer.Results.Add(new TransactionalBatchOperationResult { StatusCode = (HttpStatusCode)(bad < 0 ? 201 : i == bad ? 409 : 424) });
                    if (bad < 0) Proof.Service.Items.Add(partition + "/" + Container.IdOf(items[i]), items[i]);
                }
                return answer;
            });
        }
    }
    public class TransactionalBatchOperationResult
    {
        public virtual HttpStatusCode StatusCode { get; internal set; }
        public virtual bool IsSuccessStatusCode { get { return (int)StatusCode < 300; } }
    }
    public class TransactionalBatchResponse : IDisposable
    {
        public string ErrorMessage { get; set; }
        public string ActivityId { get; set; }
        public double RequestCharge { get; set; }
        internal readonly List<TransactionalBatchOperationResult> Results = new List<TransactionalBatchOperationResult>();
        public virtual HttpStatusCode StatusCode { get; internal set; }
        public virtual bool IsSuccessStatusCode { get { return (int)StatusCode < 300; } }
        public virtual int Count { get { return Results.Count; } }
        public virtual TransactionalBatchOperationResult this[int index] { get { return Results[index]; } }
        public void Dispose() { }
    }
}
