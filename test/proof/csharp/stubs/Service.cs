// The service behind the stubs: a store in memory, its switches, a clock that does not wait, and a handler for HttpClient.
using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Proof
{
    /// <summary>The service: what is stored, what was asked, and what goes wrong.</summary>
    public static class Service
    {
        public static readonly Dictionary<string, object> Items = new Dictionary<string, object>();
        public static readonly List<string> Journal = new List<string>();
        /// <summary>Reads that still answer 404.</summary>
        public static int Hidden;
        /// <summary>Creates that still answer the conflict of another writer.</summary>
        public static int Conflicts;
        /// <summary>Seconds such a conflict asks to wait.</summary>
        public static int RetryAfter;
        public static bool RetryAfterAsDate;
        public static int InFlight;
        public static int MostInFlight;

        public static void Reset()
        {
            Items.Clear();
            Journal.Clear();
            Hidden = 0;
            Conflicts = 0;
            RetryAfter = 0;
            RetryAfterAsDate = false;
            Clock.Reset();
            MostInFlight = 0;
        }

        public static async Task<T> Answer<T>(string what, Func<T> answer)
        {
            int now = Interlocked.Increment(ref InFlight);
            lock (Items)
            {
                Journal.Add(what);
                MostInFlight = Math.Max(MostInFlight, now);
            }
            try
            {
                await Task.Delay(8);
                lock (Items)
                {
                    return answer();
                }
            }
            finally
            {
                Interlocked.Decrement(ref InFlight);
            }
        }

        public static bool Add(string key, object item)
        {
            if (Conflicts > 0)
            {
                Conflicts--;
                return false;
            }
            if (Items.ContainsKey(key)) return false;
            Items.Add(key, item);
            return true;
        }

        public static object Read(string key)
        {
            if (Hidden > 0)
            {
                Hidden--;
                return null;
            }
            object found;
            return Items.TryGetValue(key, out found) ? found : null;
        }
    }

    /// <summary>A clock that waits at once and remembers for how long.</summary>
    public static class Clock
    {
        public static readonly List<double> Waits = new List<double>();
        private static DateTime now = new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        public static DateTime UtcNow { get { return now; } }
        public static void Reset() { Waits.Clear(); }
        public static Task Delay(int milliseconds) { return Delay(TimeSpan.FromMilliseconds(milliseconds)); }
        public static async Task Delay(TimeSpan wait, CancellationToken cancel = default(CancellationToken))
        {
            cancel.ThrowIfCancellationRequested();
            lock (Waits)
            {
                Waits.Add(wait.TotalMilliseconds);
                now += wait;
            }
            await Task.Delay(1);
        }
    }

    /// <summary>What HttpClient asks: creates by the path and the body.</summary>
    public class Handler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string key = request.RequestUri + await request.Content.ReadAsStringAsync();
            return await Service.Answer("create " + key, () => Service.Add(key, key)
                ? new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("{}") }
                : new HttpResponseMessage(HttpStatusCode.Conflict) { Content = new StringContent("{\"error\":{\"code\":\"Conflict\"}}") });
        }
    }
}
