/** The helpers of PowerShell by the key the remedies ask for. A call is handed over as a script block. */
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic } from './arithmetic.js';
import { isConflict } from './test.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

/** Names that no script uses: a script block sees the variables of whoever runs it. */
const HEAD = '([scriptblock]$ConflictCall, [string]$ConflictName)';

/**
 * An error that does not end the statement stays one: what was written before is written, and a script that goes on with the
 * next one still does.
 */
const goesOn = ({ candidate }: Subject): boolean => candidate.channel === 'stream';

/** A conflict is an error of its own. */
function report(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  if (goesOn(subject))
    return {
      name: 'Invoke-OrWriteConflict',
      source: (
        name,
      ) => `# Writes a conflict as an error of its own and every other error as it is; the script goes on as before.
function ${name}${HEAD} {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      Write-Error -Message "Conflict: $ConflictName" -ErrorId 'Conflict' -Category ResourceExists
    }
    else {
      Write-Error -ErrorRecord $_
    }
  }
}`,
    };
  return {
    name: 'Invoke-OrThrowConflict',
    source: (name) => `# Lets a conflict leave as an error of its own; every other error passes unchanged.
function ${name}${HEAD} {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      throw [System.InvalidOperationException]::new("Conflict: $ConflictName", $_.Exception)
    }
    throw
  }
}`,
  };
}

/** What is there already is as good. */
function there(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  return {
    name: goesOn(subject) ? 'Invoke-UnlessThereOrWrite' : 'Invoke-UnlessThere',
    source: (name) => `# Makes the call; where the service says that it is so already, that is as good.
function ${name}([scriptblock]$ConflictCall) {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      Write-Verbose 'It is there already.'
    }
    else {
      ${goesOn(subject) ? 'Write-Error -ErrorRecord $_' : 'throw'}
    }
  }
}`,
  };
}

/** Waits for a conflict to clear; bounded in attempts, in each wait and in all. */
function retry(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  const { waits } = subject;
  return {
    name: goesOn(subject) ? 'Invoke-RetryingConflictOrWrite' : 'Invoke-RetryingConflict',
    source: (name) => `# ${retrySummary(waits)}
function ${name}([scriptblock]$ConflictCall) {
  $conflictDeadline = (Get-Date).AddSeconds(${secondsInAll(waits)})
  for ($attempt = 1; $attempt -le ${waits.attempts}; $attempt++) {
    try {
      return & $ConflictCall
    }
    catch {
      $conflictHeader = $_.Exception.Response.Headers
      $conflictAsked = if ($conflictHeader.RetryAfter.Delta) { $conflictHeader.RetryAfter.Delta.TotalMilliseconds } else { 0 }
      # ${jitterComment(waits)}
      $conflictWait = [math]::Max(${backOff(waits, arithmetic)}, $conflictAsked)
      $conflictLate = (Get-Date).AddMilliseconds($conflictWait) -gt $conflictDeadline
      if (-not (${test}) -or $attempt -eq ${waits.attempts} -or $conflictLate) {
        ${goesOn(subject) ? 'Write-Error -ErrorRecord $_\n        return' : 'throw'}
      }
      Start-Sleep -Milliseconds $conflictWait
    }
  }
}`,
  };
}

export const helpers: Readonly<Record<string, HelperFor>> = {
  'report-error': report,
  'report-unknown': report,
  retry,
  there,
};
