/** What stands inside Polly: the retry policies of its older interface. Nothing runs the pipelines of the newer one. */
import type { Bodies } from './write.js';

/** By type, member and the names of its parameters. */
const OWN: Readonly<Record<string, string>> = {
  'AsyncPolicy.ExecuteAsync(action)':
    'return Policies.Run(this, async cancel => { await action().ConfigureAwait(false); return true; }, CancellationToken.None);',
  'AsyncPolicy.ExecuteAsync<TResult>(action)': 'return Policies.Run(this, cancel => action(), CancellationToken.None);',
  'AsyncPolicy.ExecuteAsync(action, cancellationToken)':
    'return Policies.Run(this, async cancel => { await action(cancel).ConfigureAwait(false); return true; }, cancellationToken);',
  'AsyncPolicy.ExecuteAsync<TResult>(action, cancellationToken)':
    'return Policies.Run(this, action, cancellationToken);',
  'Policy.Handle<TException>()': 'return Policies.Or(new PolicyBuilder(), error => error is TException);',
  'Policy.Handle<TException>(exceptionPredicate)':
    'return Policies.Or(new PolicyBuilder(), error => error is TException && exceptionPredicate((TException)error));',
  'PolicyBuilder.Or<TException>()': 'return Policies.Or(this, error => error is TException);',
  'PolicyBuilder.Or<TException>(exceptionPredicate)':
    'return Policies.Or(this, error => error is TException && exceptionPredicate((TException)error));',
  'AsyncRetrySyntax.RetryAsync(policyBuilder)': 'return Policies.Made(policyBuilder, 1, null, null);',
  'AsyncRetrySyntax.RetryAsync(policyBuilder, retryCount)':
    'return Policies.Made(policyBuilder, retryCount, null, null);',
  'SystemClock.SleepAsync': 'Task.Delay',
};

/** What tells how long to wait, by its type. */
const WAITS: Readonly<Record<string, string>> = {
  'Func<int, TimeSpan>': '(attempt, error, context) => sleepDurationProvider(attempt)',
  'Func<int, Context, TimeSpan>': '(attempt, error, context) => sleepDurationProvider(attempt, context)',
  'Func<int, Exception, Context, TimeSpan>': 'sleepDurationProvider',
};

export const pollyBodies: Bodies = {
  usings: ['Polly', 'Polly.Retry', 'Polly.Utilities'],
  body(type, { name, signature }, { kind, parameters }) {
    const last = type.name.replace(/<.*/, '').split('.').at(-1) ?? '';
    if (kind === 'constructor') return ' { }';
    const generic = new RegExp(`\\b${name}(<\\w+>)\\(`).exec(signature)?.[1] ?? '';
    const plain = parameters.map((one) => one.name).join(', ');
    // One that is given a context is not run: what stands first in its function is another parameter.
    const isPlain = !parameters.some((one) => one.name === 'action' && /<Context\b/.test(one.type));
    const own = OWN[kind === 'field' ? `${last}.${name}` : `${last}.${name}${generic}(${plain})`];
    if (own !== undefined) return isPlain ? own : undefined;
    const wait = WAITS[parameters.find((one) => one.name === 'sleepDurationProvider')?.type ?? ''];
    const then = parameters.find((one) => /^onRetry/.test(one.name));
    const whole = then?.type === 'Func<Exception, TimeSpan, int, Context, Task>' ? then.name : undefined;
    if (name !== 'WaitAndRetryAsync' || wait === undefined || (then && !whole)) return undefined;
    return `return Policies.Made(policyBuilder, retryCount, ${wait}, ${whole ?? 'null'});`;
  },
};
