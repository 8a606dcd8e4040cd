/** Helpers of PowerShell that hand on what is there already. What cannot be read is not there: the first error comes out then. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { goesOn, isConflict, letOut } from './test.js';

const HEAD = '([scriptblock]$ConflictCall, [scriptblock]$ConflictRead)';

/** Reads after a conflict. */
export function createOrRead(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  return {
    name: goesOn(subject) ? 'Invoke-CreateOrReadOrWrite' : 'Invoke-CreateOrRead',
    source: (
      name,
    ) => `# Creates; where it is there already, reads that one and hands it on. Its values may differ from the ones given.
function ${name}${HEAD} {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      for ($conflictAttempt = 1; $conflictAttempt -le 2; $conflictAttempt++) {
        $conflictThere = @(try { & $ConflictRead } catch { Write-Verbose 'Not read.' })
        if ($conflictThere.Count -gt 0) {
          return $conflictThere[0]
        }
        # Not visible yet, deleted softly or in the meantime, or known by another key.
        Start-Sleep -Milliseconds 500
      }
    }
    ${letOut(subject)}
  }
}`,
  };
}

/** Looks before, and once more where somebody was faster. */
export function readOrCreate(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  return {
    name: goesOn(subject) ? 'Invoke-ReadOrCreateOrWrite' : 'Invoke-ReadOrCreate',
    source: (
      name,
    ) => `# Hands on what is there, and creates it only where nothing is. Its values may differ from the ones given.
function ${name}${HEAD} {
  $conflictThere = @(try { & $ConflictRead } catch { Write-Verbose 'Not read.' })
  if ($conflictThere.Count -gt 0) {
    return $conflictThere[0]
  }
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      # Somebody was faster between the two requests.
      $conflictThere = @(try { & $ConflictRead } catch { Write-Verbose 'Not read.' })
      if ($conflictThere.Count -gt 0) {
        return $conflictThere[0]
      }
    }
    ${letOut(subject)}
  }
}`,
  };
}
