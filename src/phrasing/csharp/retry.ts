/** The helper of C# that waits for a conflict to clear. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic, chance } from './arithmetic.js';
import { Writer } from './writer.js';

/** Bounded in attempts, in each wait and in all; a wait the service asks for is never cut short. */
export function retryConflicts(subject: Subject): Helper | Refusal | undefined {
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
  const done = form.run('call').startsWith('return') ? '' : '\n      return;';
  return {
    name: 'RetryConflictsAsync',
    uses: [waitFor],
    source: (name, [read = '']) => `/// <summary>${retrySummary(waits)}</summary>
${form.head(name, 'call')}, ${cancel} cancel = default(${cancel}))
{
${chance(w)}  ${clock} deadline = ${clock}.UtcNow.AddSeconds(${secondsInAll(waits)});
  for (int attempt = 1; ; attempt++)
  {
    try
    {
      ${form.run('call')}${done}
    }
    catch (${type} error) when (attempt < ${waits.attempts} && (${w.isConflict('error')}))
    {
      // ${jitterComment(waits)}
      double backOff = ${backOff(waits, arithmetic(w))};
      ${span} wait = ${span}.FromMilliseconds(${math}.Max(backOff, ${read}(error).TotalMilliseconds));
      if (${clock}.UtcNow + wait > deadline) throw;
      await ${w.type('System.Threading.Tasks.Task')}.Delay(wait, cancel).ConfigureAwait(false);
    }
  }
}`,
  };
}

/** The helper that reads the wait a service asks for; undefined where it is not known where the library has it. */
export function retryAfterOf(w: Writer): Helper | undefined {
  const asked = RETRY_AFTER[w.subject.candidate.sdk?.id ?? ''];
  if (asked === undefined || !w.error) return undefined;
  const type = w.type(w.error.type);
  return {
    name: 'RetryAfterOf',
    source: (name) => `/// <summary>The wait a service asks for: zero where it asks for none.</summary>
private static ${w.type('System.TimeSpan')} ${name}(${type} error)
{
${asked(w).replace(/^(?=.)/gm, '  ')}
}`,
  };
}

/** How the wait is read from the exception, by id of the library. Seconds, a date against the answer's own, or a span. */
const RETRY_AFTER: Readonly<Record<string, (w: Writer) => string>> = {
  'cosmos-dotnet': (w) => `return error.RetryAfter ?? ${w.type('System.TimeSpan')}.Zero;`,
  'documentdb-dotnet': () => 'return error.RetryAfter;',
  'efcore-cosmos': (w) =>
    `return (error.InnerException as ${w.type('Microsoft.Azure.Cosmos.CosmosException')})?.RetryAfter ?? ${w.type('System.TimeSpan')}.Zero;`,
  'graph-dotnet-v4': (w) => `var asked = error.ResponseHeaders?.RetryAfter;
if (asked?.Date == null) return asked?.Delta ?? ${w.type('System.TimeSpan')}.Zero;
return asked.Date.Value - (error.ResponseHeaders.Date ?? ${w.type('System.DateTimeOffset')}.UtcNow);`,
  'graph-dotnet': (w) => {
    const span = w.type('System.TimeSpan');
    const date = w.type('System.DateTimeOffset');
    const text = w.type('System.StringComparison');
    const plain = `${w.type('System.Globalization.CultureInfo')}.InvariantCulture, ${w.type('System.Globalization.DateTimeStyles')}.AssumeUniversal`;
    return `string asked = null;
${date} now = ${date}.UtcNow;
foreach (var header in error.ResponseHeaders)
{
  foreach (string value in header.Value)
  {
    ${date} sent;
    if (string.Equals(header.Key, "Retry-After", ${text}.OrdinalIgnoreCase)) asked = value;
    else if (string.Equals(header.Key, "Date", ${text}.OrdinalIgnoreCase) && ${date}.TryParse(value, ${plain}, out sent)) now = sent;
  }
}
int seconds;
if (int.TryParse(asked, out seconds)) return ${span}.FromSeconds(seconds);
${date} until;
return ${date}.TryParse(asked, ${plain}, out until) && until > now ? until - now : ${span}.Zero;`;
  },
};

/** A cancellation token in reach of the call: a parameter of a function around it. */
export function tokenOf({ candidate, call }: Subject): string | undefined {
  const { file } = candidate.cell;
  for (let fn = file.enclosingFn(call); fn; fn = file.enclosingFn(fn)) {
    const token = fn.params.find((param) => param.type?.path.at(-1) === 'CancellationToken');
    if (token) return token.name;
  }
  return undefined;
}
