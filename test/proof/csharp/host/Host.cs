// Runs the programs of an assembly by name: one line in says which, one line out says what became of it.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Guard409.Stubs;
using Microsoft.Extensions.Logging;

namespace Proof
{
    public static class Host
    {
        private static readonly Recorder Log = new Recorder();
        private static Func<string, Task<object>> loaded;

        /// <summary>Answers until there is nothing more to read.</summary>
        public static void Serve(Dictionary<string, Func<ILogger, Func<string, Task<object>>>> programs)
        {
            // Who races may block: nobody waits for a thread.
            ThreadPool.SetMinThreads(64, 64);
            // Polly has this for tests.
            Polly.Utilities.SystemClock.SleepAsync = Clock.Delay;
            for (string line = Console.ReadLine(); line != null; line = Console.ReadLine())
            {
                var asked = (Dictionary<string, object>)Json.Parse(line);
                object program;
                if (asked.TryGetValue("load", out program))
                {
                    Clock.Reset();
                    Log.Clear();
                    loaded = programs[(string)program](Log);
                    Tell(asked["id"], "value", null);
                }
                else Answer(asked["id"], (string)asked["run"], loaded);
            }
        }

        private static async void Answer(object id, string note, Func<string, Task<object>> run)
        {
            try
            {
                object value = await Task.Run(() => run(note)).ConfigureAwait(false);
                int status = FailedAnswer(value);
                if (status == 0) Tell(id, "value", value);
                else Tell(id, "error", new { name = "Answer", message = "", status });
            }
            catch (Exception error)
            {
                Tell(id, "error", ErrorOf(error is AggregateException ? error.InnerException : error));
            }
        }

        /// <summary>Who gets an answer that has to be looked at looks at it: its status where it failed.</summary>
        private static int FailedAnswer(object value)
        {
            PropertyInfo status = value == null ? null : value.GetType().GetProperty("StatusCode");
            if (status == null || status.PropertyType != typeof(HttpStatusCode)) return 0;
            int found = (int)status.GetValue(value, null);
            return found < 300 ? 0 : found;
        }

        private static object ErrorOf(Exception error)
        {
            if (error == null) return null;
            return new { name = error.GetType().Name, message = error.Message, status = StatusOf(error), cause = ErrorOf(error.InnerException) };
        }

        private static int? StatusOf(Exception error)
        {
            if (error == null) return null;
            PropertyInfo own = error.GetType().GetProperty("ResponseStatusCode") ?? error.GetType().GetProperty("StatusCode");
            // Before .NET 5 only the message of this one says it.
            if (own == null && error is HttpRequestException) return int.Parse("0" + Regex.Match(error.Message, @"\b[45]\d\d\b").Value);
            return own == null ? StatusOf(error.InnerException) : (int)own.GetValue(error, null);
        }

        private static void Tell(object id, string kind, object value)
        {
            bool plain = value == null || value.GetType().GetProperty("StatusCode") == null;
            lock (Log)
            {
                Console.WriteLine(Json.Write(new Dictionary<string, object> { { "id", id }, { kind, plain ? value : null }, { "waits", Clock.Waits }, { "skipped", Clock.Skipped }, { "warnings", Log.All } }));
            }
        }

        /// <summary>A logger that keeps what it is told: the message and its fields.</summary>
        private sealed class Recorder : ILogger
        {
            private readonly List<object[]> all = new List<object[]>();
            public object[][] All { get { lock (all) return all.ToArray(); } }
            public void Clear() { lock (all) all.Clear(); }
            public IDisposable BeginScope<TState>(TState state) { return null; }
            public bool IsEnabled(LogLevel level) { return true; }
            public void Log<TState>(LogLevel level, EventId id, TState state, Exception error, Func<TState, Exception, string> formatter)
            {
                var fields = ((IEnumerable<KeyValuePair<string, object>>)state).ToDictionary(one => one.Key, one => one.Value);
                lock (all) all.Add(new object[] { formatter(state, error), fields });
            }
        }
    }
}
