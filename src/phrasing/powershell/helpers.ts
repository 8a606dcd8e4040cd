/** The helpers of PowerShell by the key the remedies ask for. A call is handed over as a script block. */
import type { Subject } from '../../remedies/subject.js';
import { secondsInAll } from '../../remedies/waits.js';
import { backOff, jitterComment, retrySummary } from '../back-off.js';
import type { Helper } from '../phrasing.js';
import { arithmetic } from './arithmetic.js';
import { createOrRead, readOrCreate } from './going.js';
import { logConflict } from './log.js';
import { renewSubscription } from './renew-subscription.js';
import { goesOn, isConflict } from './test.js';

/** Undefined where the helper cannot be written for the call's library. */
type HelperFor = (subject: Subject) => Helper | undefined;

/** Names that no script uses: a script block sees the variables of whoever runs it. */
const HEAD = '([scriptblock]$ConflictCall, [string]$ConflictName)';

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
  for ($conflictAttempt = 1; $conflictAttempt -le ${waits.attempts}; $conflictAttempt++) {
    try {
      return & $ConflictCall
    }
    catch {
      # PowerShell 7 has the header read already, as seconds or a date; Windows PowerShell 5.1 has its text.
      $conflictHeaders = $_.Exception.Response.Headers
      $conflictText = if ($conflictHeaders -is [System.Net.WebHeaderCollection]) { $conflictHeaders['Retry-After'] }
      $conflictAsked = 0
      if ($conflictHeaders.RetryAfter.Delta) { $conflictAsked = $conflictHeaders.RetryAfter.Delta.TotalMilliseconds }
      elseif ($conflictHeaders.RetryAfter.Date) { $conflictAsked = ($conflictHeaders.RetryAfter.Date - [DateTimeOffset]::UtcNow).TotalMilliseconds }
      elseif ($conflictText -match '^\\d+$') { $conflictAsked = 1000 * [int]$conflictText }
      elseif ($conflictText) { $conflictAsked = ([DateTimeOffset]::Parse($conflictText, [cultureinfo]::InvariantCulture) - [DateTimeOffset]::UtcNow).TotalMilliseconds }
      # ${jitterComment(waits)}
      $conflictWait = [math]::Max(${backOff(waits, arithmetic)}, $conflictAsked)
      $conflictLate = (Get-Date).AddMilliseconds($conflictWait) -gt $conflictDeadline
      if (-not (${test}) -or $conflictAttempt -eq ${waits.attempts} -or $conflictLate) {
        ${goesOn(subject) ? 'Write-Error -ErrorRecord $_\n        return' : 'throw'}
      }
      Start-Sleep -Milliseconds $conflictWait
    }
  }
}`,
  };
}

export const helpers: Readonly<Record<string, HelperFor>> = {
  'check-and-find': readOrCreate,
  'check-and-read': readOrCreate,
  'create-or-find': createOrRead,
  'create-or-read': createOrRead,
  'log-console': logConflict,
  'report-error': report,
  'report-unknown': report,
  'renew-subscription': renewSubscription,
  retry,
  there,
};
