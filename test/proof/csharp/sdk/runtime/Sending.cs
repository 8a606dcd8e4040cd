// What Kiota does for the request builders of Microsoft.Graph 5: addresses from templates, bodies, errors.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Guard409.Stubs
{
    internal sealed class Adapter : IRequestAdapter
    {
        public Adapter(HttpClient client) { Client = client; }
        public HttpClient Client { get; }
        public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0";
    }

    internal static class Sending
    {
        public const string RawUrl = "request-raw-url";

        public static IRequestAdapter At(IRequestAdapter adapter, string baseUrl)
        {
            if (!string.IsNullOrEmpty(baseUrl)) adapter.BaseUrl = baseUrl;
            return adapter;
        }

        public static Dictionary<string, object> And(Dictionary<string, object> parameters, string name, object value)
        {
            return new Dictionary<string, object>(parameters) { [name] = value };
        }

        public static async Task<T> Send<T, TQuery>(IRequestAdapter adapter, string method, string template, Dictionary<string, object> parameters, object body, Action<RequestConfiguration<TQuery>> configure, CancellationToken cancel) where TQuery : class, new()
        {
            var configuration = new RequestConfiguration<TQuery>();
            if (configure != null) configure(configuration);
            string address = Address(adapter, template, parameters) + Query(configuration.QueryParameters);
            Answer answer = await Http.Send(((Adapter)adapter).Client, method, address, body == null ? null : Json.Write(body), State.Get<List<KeyValuePair<string, string>>>(configuration.Headers, "all") ?? new List<KeyValuePair<string, string>>(), cancel).ConfigureAwait(false);
            if (answer.Failed) throw Error(answer);
            return answer.Body == "" ? default(T) : Json.Read<T>(answer.Body);
        }

        private static string Address(IRequestAdapter adapter, string template, Dictionary<string, object> parameters)
        {
            object raw;
            if (parameters.TryGetValue(RawUrl, out raw)) return (string)raw;
            return Regex.Replace(template, @"\{(\+?)([^}]+)\}", hole =>
            {
                if (hole.Groups[2].Value == "baseurl") return adapter.BaseUrl;
                return Uri.EscapeDataString(Convert.ToString(parameters[hole.Groups[2].Value]));
            });
        }

        private static string Query(object parameters)
        {
            var pairs = new List<string>();
            foreach (PropertyInfo property in Models.Properties(parameters.GetType()))
            {
                object value = property.GetValue(parameters, null);
                if (value == null) continue;
                string text = value is string[] ? string.Join(",", (string[])value) : Convert.ToString(value);
                pairs.Add(Uri.EscapeDataString(Models.NameOf(property)) + "=" + Uri.EscapeDataString(text));
            }
            return pairs.Count == 0 ? "" : "?" + string.Join("&", pairs);
        }

        private static Exception Error(Answer answer)
        {
            ODataError error = answer.Body == "" ? new ODataError() : Json.Read<ODataError>(answer.Body);
            error.ResponseStatusCode = (int)answer.Status;
            error.ResponseHeaders = answer.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
            return error;
        }
    }
}
