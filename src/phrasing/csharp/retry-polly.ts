/** The helper of C# that waits for a conflict to clear, written with Polly where the file uses its policies. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic, chance } from './arithmetic.js';
import { retryAfterOf } from './retry.js';
import { Writer } from './writer.js';

/** A policy as Polly 7 has it, and 8 still does; bounded as the helper without it, and it waits as long as it is told to. */
export function retryByPolly(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const waitFor = retryAfterOf(w);
  if (!waitFor || !subject.deferred) return undefined;
  const { waits } = subject;
  const form = w.form('function');
  const clock = w.type('System.DateTime');
  const math = w.type('System.Math');
  const cancel = w.type('System.Threading.CancellationToken');
  const span = w.type('System.TimeSpan');
  const type = w.type(w.error.type);
  const task = w.type('System.Threading.Tasks.Task');
  const returns = form.run('call').startsWith('return') ? 'return await' : 'await';
  return {
    name: 'RetryConflictsAsync',
    uses: [waitFor],
    source: (name, [read = '']) => `/// <summary>${retrySummary(waits)}</summary>
${form.head(name, 'call')}, ${cancel} cancel = default(${cancel}))
{
${chance(w)}  ${clock} deadline = ${clock}.UtcNow.AddSeconds(${secondsInAll(waits)});
  ${returns} ${w.type('Polly.Policy')}
    .Handle<${type}>(error => ${w.isConflict('error')})
    .WaitAndRetryAsync(
      ${waits.attempts - 1},
      (attempt, error, context) =>
      {
        // ${jitterComment(waits)}
        double backOff = ${backOff(waits, arithmetic(w))};
        return ${span}.FromMilliseconds(${math}.Max(backOff, ${read}((${type})error).TotalMilliseconds));
      },
      (error, wait, attempt, context) =>
      {
        if (${clock}.UtcNow + wait > deadline) ${w.type('System.Runtime.ExceptionServices.ExceptionDispatchInfo')}.Capture(error).Throw();
        return ${task}.FromResult(true);
      })
    .ExecuteAsync(token => call(), cancel).ConfigureAwait(false);
}`,
  };
}
