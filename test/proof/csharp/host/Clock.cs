// A clock that makes nobody wait: programs wait on it, a little of each wait really passes, and what it was is noted.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Proof
{
    public static class Clock
    {
        private static readonly List<double> Noted = new List<double>();
        private static double skipped;

        public static DateTime UtcNow { get { return Now.UtcDateTime; } }

        public static DateTimeOffset Now
        {
            get { lock (Noted) return DateTimeOffset.UtcNow.AddMilliseconds(skipped); }
        }

        /// <summary>Every wait in milliseconds, in order.</summary>
        public static double[] Waits
        {
            get { lock (Noted) return Noted.ToArray(); }
        }

        public static double Skipped
        {
            get { lock (Noted) return skipped; }
        }

        public static void Reset()
        {
            lock (Noted)
            {
                Noted.Clear();
                skipped = 0;
            }
        }

        public static Task Delay(int milliseconds, CancellationToken cancel = default(CancellationToken))
        {
            return Delay(TimeSpan.FromMilliseconds(milliseconds), cancel);
        }

        public static async Task Delay(TimeSpan wait, CancellationToken cancel = default(CancellationToken))
        {
            double milliseconds = wait.TotalMilliseconds;
            lock (Noted) Noted.Add(milliseconds);
            // Those who wait for different times come back in their order.
            await Task.Delay((int)Math.Min(milliseconds / 20, 50), cancel).ConfigureAwait(false);
            lock (Noted) skipped += milliseconds;
        }
    }
}
