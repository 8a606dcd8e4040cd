// Requests of the stubs: real ones, sent to where their client points.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Guard409.Stubs
{
    internal sealed class Answer
    {
        public HttpStatusCode Status;
        public string Body;
        public HttpResponseHeaders Headers;

        public bool Failed { get { return (int)Status >= 400; } }

        public string Header(string name)
        {
            IEnumerable<string> values;
            return Headers.TryGetValues(name, out values) ? values.FirstOrDefault() : null;
        }
    }

    internal static class Http
    {
        private static readonly HttpClient Shared = Made();

        private static HttpClient Made()
        {
            // A race needs a connection for each of those who race.
            ServicePointManager.DefaultConnectionLimit = 64;
            return new HttpClient();
        }

        public static async Task<Answer> Send(HttpClient client, string method, string address, string body, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancel, string kind = "application/json")
        {
            var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (body != null) request.Content = new StringContent(body, Encoding.UTF8, kind);
            foreach (KeyValuePair<string, string> header in headers) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            using (HttpResponseMessage response = await (client ?? Shared).SendAsync(request, cancel).ConfigureAwait(false))
            {
                string text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
                return new Answer { Status = response.StatusCode, Body = text, Headers = response.Headers };
            }
        }
    }
}
