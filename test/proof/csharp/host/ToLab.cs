// Sends what is meant for Microsoft Graph to the lab.
using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Proof
{
    public sealed class ToLab : DelegatingHandler
    {
        public ToLab() : base(new HttpClientHandler())
        {
            ServicePointManager.DefaultConnectionLimit = 64;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
        {
            string lab = Environment.GetEnvironmentVariable("GRAPH_URL");
            request.RequestUri = new Uri(request.RequestUri.ToString().Replace("https://graph.microsoft.com/v1.0", lab));
            return base.SendAsync(request, cancel);
        }
    }
}
