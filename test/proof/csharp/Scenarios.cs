// What happens to a program in each situation, in one line each: case, situation, outcome, things stored, requests by
// kind, most in flight, longest and number of waits.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Proof
{
    public static class Scenarios
    {
        public static void Run(string name, bool waits, Func<Task<object>> act)
        {
            Tell(name, "first", act, () => { });
            Tell(name, "duplicate", act, () => Quietly(act));
            Tell(name, "twin not readable yet", act, () => { Quietly(act); Service.Hidden = 1; });
            Tell(name, "twin never readable", act, () => { Quietly(act); Service.Hidden = 1000; });
            Tell(name, "never clears", act, () => Service.Conflicts = 1000);
            if (waits)
            {
                Tell(name, "transient", act, () => Service.Conflicts = 2);
                Tell(name, "asked to wait", act, () => { Service.Conflicts = 1; Service.RetryAfter = 7; });
                Tell(name, "asked to wait until", act, () => { Service.Conflicts = 1; Service.RetryAfter = 7; Service.RetryAfterAsDate = true; });
                Tell(name, "asked to wait too long", act, () => { Service.Conflicts = 1; Service.RetryAfter = 60; });
            }
            Service.Reset();
            Task<string>[] all = Enumerable.Range(0, 8).Select(i => Task.Run(() => Outcome(act))).ToArray();
            Task.WaitAll(all);
            var counts = all.GroupBy(task => task.Result).OrderBy(group => group.Count()).Select(group => group.Count() + " " + group.Key);
            Line(name, "race of 8", string.Join(", ", counts));
        }

        private static object last;

        private static void Quietly(Func<Task<object>> act)
        {
            Outcome(act).Wait();
            Service.Journal.Clear();
            last = Service.Items.Values.LastOrDefault();
        }

        private static void Tell(string name, string situation, Func<Task<object>> act, Action before)
        {
            Service.Reset();
            before();
            Line(name, situation, Outcome(act).Result);
        }

        private static async Task<string> Outcome(Func<Task<object>> act)
        {
            try
            {
                object result = await act();
                return last != null && ReferenceEquals(result, last) ? "the twin" : "done";
            }
            catch (Exception error)
            {
                Exception inner = error is AggregateException ? error.InnerException : error;
                return inner.GetType().Name + (inner.InnerException == null ? "" : " of " + inner.InnerException.GetType().Name);
            }
        }

        private static void Line(string name, string situation, string outcome)
        {
            last = null;
            Func<string, int> count = word => Service.Journal.Count(line => line.StartsWith(word));
            int creates = Service.Journal.Count - count("read") - count("list") - count("patch");
            double longest = Clock.Waits.Count == 0 ? 0 : Clock.Waits.Max();
            Console.WriteLine(string.Join("|", new[] { name, situation, outcome, Service.Items.Count.ToString(), creates.ToString(), (count("read") + count("list")).ToString(), count("patch").ToString(), Service.MostInFlight.ToString(), ((int)longest).ToString(), Clock.Waits.Count.ToString() }));
        }
    }
}
