/** Helpers that turn a conflict into an exception of its own. */
import type { Refusal } from '../../analysis/findings.js';
import type { Subject } from '../../remedies/subject.js';
import { handOver } from '../../remedies/wrappable.js';
import type { Helper } from '../phrasing.js';
import { answerRows, wordsOf } from './errors.js';
import { Writer } from './writer.js';

/** For a library, or a client of the project's own, that throws. */
export function reportError(subject: Subject): Helper | Refusal {
  const w = new Writer(subject);
  if (!w.error) return 'client-unknown';
  const form = w.form();
  return {
    name: form.name('ReportConflict'),
    source: (
      name,
    ) => `/// <summary>Lets a conflict leave as an InvalidOperationException; every other failure passes unchanged.</summary>
${form.head(name, 'call')}, string what)
{
  try
  {
    ${form.run('call')}
  }
  catch (${w.type(w.error?.type ?? '')} error) when (${w.isConflict('error')})
  {
    throw new ${w.type('System.InvalidOperationException')}("Conflict: " + what, error);
  }
}`,
  };
}

/** For a client whose answer has to be looked at. */
export function reportAnswer(subject: Subject): Helper | Refusal | undefined {
  const w = new Writer(subject);
  const row = answerRows[subject.candidate.sdk?.id ?? ''];
  if (!row) return 'client-unknown';
  const words = wordsOf(row, subject.tells);
  // The words are read by a call that has to be awaited.
  if (words !== '' && !subject.deferred) return undefined;
  const task = w.type('System.Threading.Tasks.Task');
  const type = w.type(row.type);
  const made = handOver(subject) === 'function';
  const head = made ? `${type} NAME(${w.type('System.Func')}<${type}>` : `async ${task}<${type}> NAME(${task}<${type}>`;
  return {
    name: made ? 'ReportConflict' : 'ReportConflictAsync',
    source: (
      name,
    ) => `/// <summary>Lets a conflict leave as an InvalidOperationException; every other answer is handed on unchanged.</summary>
private static ${head.replace('NAME', name)} call, string what)
{
  ${type} answer = ${made ? 'call()' : 'await call.ConfigureAwait(false)'};${words}
  if (${w.test('answer', row, subject.tells)})
  {
    throw new ${w.type('System.InvalidOperationException')}("Conflict: " + what);
  }
  return answer;
}`,
  };
}

/** For a transactional batch: all its steps are undone, and 424 only says that another one failed. */
export function reportResults(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const conflict = conflictIn(subject);
  const task = w.type('System.Threading.Tasks.Task');
  const type = w.type('Microsoft.Azure.Cosmos.TransactionalBatchResponse');
  return {
    name: 'ReportBatchConflictAsync',
    source: (
      name,
    ) => `/// <summary>Lets a conflict of a batch leave as an InvalidOperationException that names the step; nothing of the batch was written.</summary>
private static async ${task}<${type}> ${name}(${task}<${type}> call, string what)
{
  ${type} answer = await call.ConfigureAwait(false);
  for (int step = 0; step < answer.Count; step++)
  {
    // 424 only says that another step failed.
    if (${conflict('answer[step]')})
    {
      throw new ${w.type('System.InvalidOperationException')}("Conflict: " + what + ", step " + step);
    }
  }
  if (${conflict('answer')})
  {
    throw new ${w.type('System.InvalidOperationException')}("Conflict: " + what);
  }
  return answer;
}`,
  };
}

/** For a transactional batch in a handler for the library's exceptions: the answer becomes one. */
export function throwResults(subject: Subject): Helper | undefined {
  const w = new Writer(subject);
  const conflict = conflictIn(subject);
  const task = w.type('System.Threading.Tasks.Task');
  const type = w.type('Microsoft.Azure.Cosmos.TransactionalBatchResponse');
  const error = w.type('Microsoft.Azure.Cosmos.CosmosException');
  return {
    name: 'ThrowBatchConflictAsync',
    source: (
      name,
    ) => `/// <summary>Throws a conflict of a batch as a CosmosException; nothing of the batch was written. Every other answer is handed on unchanged.</summary>
private static async ${task}<${type}> ${name}(${task}<${type}> call)
{
  ${type} answer = await call.ConfigureAwait(false);
  for (int step = 0; step < answer.Count; step++)
  {
    // 424 only says that another step failed.
    if (${conflict('answer[step]')})
    {
      throw new ${error}("Conflict in step " + step, answer[step].StatusCode, 0, answer.ActivityId, answer.RequestCharge);
    }
  }
  if (${conflict('answer')})
  {
    throw new ${error}(answer.ErrorMessage, answer.StatusCode, 0, answer.ActivityId, answer.RequestCharge);
  }
  return answer;
}`,
  };
}

/** The test that an answer or a step of it is the conflict. */
function conflictIn({ tells }: Subject): (name: string) => string {
  const statuses = [...new Set(tells.map((tell) => tell.status))].filter((status) => status !== 424);
  return (name) => statuses.map((status) => `(int)${name}.StatusCode == ${status}`).join(' || ');
}
