// What a retry policy of Polly does: the attempts beyond the first, the waits between them, and what is told of each.
using System;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;
using Polly.Utilities;

namespace Guard409.Stubs
{
    internal static class Policies
    {
        public static PolicyBuilder Or(PolicyBuilder builder, Func<Exception, bool> handles)
        {
            Func<Exception, bool> before = State.Get<Func<Exception, bool>>(builder, "Handles");
            Func<Exception, bool> either = error => (before != null && before(error)) || handles(error);
            return State.With(builder, "Handles", either);
        }

        public static AsyncRetryPolicy Made(PolicyBuilder builder, int count, Func<int, Exception, Context, TimeSpan> wait, Func<Exception, TimeSpan, int, Context, Task> then)
        {
            return State.With(new AsyncRetryPolicy(), "Handles", State.Get<Func<Exception, bool>>(builder, "Handles"), "Count", count, "Wait", wait, "Then", then);
        }

        public static async Task<T> Run<T>(AsyncPolicy policy, Func<CancellationToken, Task<T>> action, CancellationToken cancel)
        {
            var handles = State.Get<Func<Exception, bool>>(policy, "Handles");
            var wait = State.Get<Func<int, Exception, Context, TimeSpan>>(policy, "Wait");
            var then = State.Get<Func<Exception, TimeSpan, int, Context, Task>>(policy, "Then");
            var context = new Context();
            for (int tries = 1; ; tries++)
            {
                try
                {
                    cancel.ThrowIfCancellationRequested();
                    return await action(cancel).ConfigureAwait(false);
                }
                catch (Exception error) when (tries <= State.Get<int>(policy, "Count") && handles(error))
                {
                    TimeSpan next = wait == null ? TimeSpan.Zero : wait(tries, error, context);
                    if (then != null) await then(error, next, tries, context).ConfigureAwait(false);
                    if (next > TimeSpan.Zero) await SystemClock.SleepAsync(next, cancel).ConfigureAwait(false);
                }
            }
        }
    }
}
