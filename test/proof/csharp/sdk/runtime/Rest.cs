// The REST interface of Cosmos DB, as the stubs of Microsoft.Azure.Cosmos speak it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Azure.Cosmos;
using Microsoft.Azure.Cosmos.Scripts;

namespace Guard409.Stubs
{
    internal static class Rest
    {
        /// <summary>Something below an account, a database or a container.</summary>
        public static T Below<T>(T made, object parent, string kind, string id)
        {
            string address = State.Get<string>(parent, "Address");
            CosmosClient client = parent as CosmosClient ?? State.Get<CosmosClient>(parent, "Client");
            return State.With(made, "Client", client, "Address", kind == null ? address : (address == null ? "" : address + "/") + kind + "/" + id, "Id", id);
        }

        private static async Task<Answer> Send(object at, string method, string path, string body, Dictionary<string, string> headers, CancellationToken cancel)
        {
            CosmosClient client = at as CosmosClient ?? State.Get<CosmosClient>(at, "Client");
            var all = new Dictionary<string, string> { { "authorization", "type%3dmaster%26ver%3d1.0%26sig%3dlab" }, { "x-ms-version", "2018-12-31" }, { "x-ms-date", DateTime.UtcNow.ToString("r") } };
            foreach (KeyValuePair<string, string> header in headers) all[header.Key] = header.Value;
            return await Http.Send(null, method, client.Endpoint.ToString().TrimEnd('/') + "/" + path, body, all, cancel).ConfigureAwait(false);
        }

        private static Dictionary<string, string> HeadersOf(RequestOptions options, PartitionKey? key)
        {
            var headers = new Dictionary<string, string>();
            if (options != null && options.IfMatchEtag != null) headers["If-Match"] = options.IfMatchEtag;
            if (options != null && options.IfNoneMatchEtag != null) headers["If-None-Match"] = options.IfNoneMatchEtag;
            if (key != null) headers["x-ms-documentdb-partitionkey"] = key.Value.Written;
            return headers;
        }

        public static CosmosException ErrorOf(Answer answer)
        {
            string message = "Response status code does not indicate success: " + answer.Status + " (" + (int)answer.Status + "); Substatus: 0; Reason: (" + answer.Body + ").";
            string wait = answer.Header("x-ms-retry-after-ms");
            return State.With(
                new CosmosException(message, answer.Status, 0, answer.Header("x-ms-activity-id"), 1),
                "ResponseBody", answer.Body,
                "Headers", HeadersFrom(answer),
                "RetryAfter", wait == null ? null : (object)TimeSpan.FromMilliseconds(double.Parse(wait)));
        }

        private static Headers HeadersFrom(Answer answer)
        {
            var headers = State.With(new Headers(), "ActivityId", answer.Header("x-ms-activity-id"), "ETag", answer.Header("etag"));
            foreach (KeyValuePair<string, IEnumerable<string>> header in answer.Headers) headers[header.Key] = header.Value.FirstOrDefault();
            return headers;
        }

        private static TResponse Response<TResponse>(Answer answer, object resource, params object[] more)
        {
            if (answer.Failed) throw ErrorOf(answer);
            var response = State.Make<TResponse>("Resource", resource, "StatusCode", answer.Status, "ETag", answer.Header("etag"), "Headers", HeadersFrom(answer), "ActivityId", answer.Header("x-ms-activity-id"), "RequestCharge", 1.0);
            return State.With(response, more);
        }

        /// <summary>A thing that is defined: created below a parent, or read at its own address.</summary>
        public static async Task<TResponse> Define<TResponse, TProperties>(object parent, string kind, object body, CancellationToken cancel, Func<string, object> made = null, string name = null)
        {
            string address = State.Get<string>(parent, "Address");
            Answer answer = await Send(parent, "POST", address == null ? kind : address + "/" + kind, Json.Write(body), HeadersOf(null, null), cancel).ConfigureAwait(false);
            return Defined<TResponse, TProperties>(answer, made, name);
        }

        public static async Task<TResponse> Read<TResponse, TProperties>(object at, string below, CancellationToken cancel, Func<string, object> made = null, string name = null)
        {
            Answer answer = await Send(at, "GET", State.Get<string>(at, "Address") + below, null, HeadersOf(null, null), cancel).ConfigureAwait(false);
            return Defined<TResponse, TProperties>(answer, made, name);
        }

        /// <summary>As the library does it: reads, creates where nothing is, and reads again where somebody was faster.</summary>
        public static async Task<T> Ensure<T>(Func<Task<T>> read, Func<Task<T>> create)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (CosmosException error) when (error.StatusCode == HttpStatusCode.NotFound)
            {
                // It is created.
            }
            try
            {
                return await create().ConfigureAwait(false);
            }
            catch (CosmosException error) when (error.StatusCode == HttpStatusCode.Conflict)
            {
                return await read().ConfigureAwait(false);
            }
        }

        private static TResponse Defined<TResponse, TProperties>(Answer answer, Func<string, object> made, string name)
        {
            if (answer.Failed) throw ErrorOf(answer);
            var members = (Dictionary<string, object>)Json.Parse(answer.Body);
            object properties = Json.As(typeof(TProperties), members);
            return name == null ? Response<TResponse>(answer, properties) : Response<TResponse>(answer, properties, name, made((string)members["id"]));
        }

        public static object ContainerBody(ContainerProperties properties)
        {
            var key = new Dictionary<string, object> { { "paths", new[] { properties.PartitionKeyPath } }, { "kind", "Hash" } };
            return new Dictionary<string, object> { { "id", properties.Id }, { "partitionKey", key } };
        }

        public static async Task<ItemResponse<T>> Item<T>(Container at, string method, string id, object item, PartitionKey? key, RequestOptions options, CancellationToken cancel, bool upsert = false)
        {
            PartitionKey? given = key ?? await KeyOf(at, item, cancel).ConfigureAwait(false);
            Answer answer = await Sent(at, method, id, item == null ? null : Json.Write(item), given, options, cancel, upsert).ConfigureAwait(false);
            return Response<ItemResponse<T>>(answer, answer.Failed || answer.Body == "" ? null : Json.As(typeof(T), Json.Parse(answer.Body)));
        }

        private static Task<Answer> Sent(Container at, string method, string id, string body, PartitionKey? key, RequestOptions options, CancellationToken cancel, bool upsert)
        {
            Dictionary<string, string> headers = HeadersOf(options, key);
            if (upsert) headers["x-ms-documentdb-is-upsert"] = "True";
            string path = State.Get<string>(at, "Address") + "/docs" + (id == null ? "" : "/" + Uri.EscapeDataString(id));
            return Send(at, method, path, body, headers, cancel);
        }

        public static async Task<ResponseMessage> Stream(Container at, Stream payload, PartitionKey key, RequestOptions options, CancellationToken cancel, bool upsert = false)
        {
            string body = await new StreamReader(payload).ReadToEndAsync().ConfigureAwait(false);
            Answer answer = await Sent(at, "POST", null, body, key, options, cancel, upsert).ConfigureAwait(false);
            return State.Make<ResponseMessage>("StatusCode", answer.Status, "IsSuccessStatusCode", !answer.Failed, "ErrorMessage", answer.Failed ? answer.Body : null, "Headers", HeadersFrom(answer));
        }

        /// <summary>Where no key is given, it is read from the item by the container's definition.</summary>
        private static async Task<PartitionKey?> KeyOf(Container at, object item, CancellationToken cancel)
        {
            if (item == null) return null;
            Answer answer = await Send(at, "GET", State.Get<string>(at, "Address"), null, HeadersOf(null, null), cancel).ConfigureAwait(false);
            if (answer.Failed) throw ErrorOf(answer);
            var definition = (Dictionary<string, object>)((Dictionary<string, object>)Json.Parse(answer.Body))["partitionKey"];
            string path = (string)((List<object>)definition["paths"])[0];
            object value;
            ((Dictionary<string, object>)Json.Parse(Json.Write(item))).TryGetValue(path.TrimStart('/'), out value);
            return Key(value);
        }

        public static PartitionKey Key(object value) { return new PartitionKey { Written = Json.Write(new[] { value }) }; }

        public static TransactionalBatch Step(TransactionalBatch batch, string operation, string id, object item, RequestOptions options)
        {
            var step = new Dictionary<string, object> { { "operationType", operation }, { "resourceBody", item } };
            if (id != null) step["id"] = id;
            if (options != null && options.IfMatchEtag != null) step["ifMatch"] = options.IfMatchEtag;
            State.Get<List<object>>(batch, "Steps").Add(step);
            return batch;
        }

        public static TransactionalBatch Batch(Container at, PartitionKey key)
        {
            return State.With(new TransactionalBatchOverHttp(), "Container", at, "Key", key, "Steps", new List<object>());
        }

        public static async Task<TransactionalBatchResponse> Execute(TransactionalBatch batch, CancellationToken cancel)
        {
            Container at = State.Get<Container>(batch, "Container");
            Dictionary<string, string> headers = HeadersOf(null, State.Get<PartitionKey>(batch, "Key"));
            headers["x-ms-cosmos-is-batch-request"] = "True";
            headers["x-ms-cosmos-batch-atomic"] = "True";
            Answer answer = await Send(at, "POST", State.Get<string>(at, "Address") + "/docs", Json.Write(State.Get<List<object>>(batch, "Steps")), headers, cancel).ConfigureAwait(false);
            var steps = (answer.Body == "" ? null : Json.Parse(answer.Body)) as List<object> ?? new List<object>();
            var results = steps.Select(step => Result((HttpStatusCode)Convert.ToInt32(((Dictionary<string, object>)step)["statusCode"]))).ToList();
            // The library hands out the status of the step at fault.
            TransactionalBatchOperationResult bad = results.FirstOrDefault(result => !result.IsSuccessStatusCode && (int)result.StatusCode != 424);
            HttpStatusCode status = bad == null ? answer.Status : bad.StatusCode;
            var response = State.Make<TransactionalBatchResponse>("StatusCode", status, "IsSuccessStatusCode", (int)status < 300, "Count", results.Count, "ActivityId", answer.Header("x-ms-activity-id"), "RequestCharge", 1.0, "ErrorMessage", answer.Failed ? answer.Body : null);
            for (int at2 = 0; at2 < results.Count; at2++) State.Set(response, "this:" + at2, results[at2]);
            return response;
        }

        private static TransactionalBatchOperationResult Result(HttpStatusCode status)
        {
            return State.Make<TransactionalBatchOperationResult>("StatusCode", status, "IsSuccessStatusCode", (int)status < 300);
        }
    }
}
