/** The helper of PowerShell that logs a conflict and lets it pass: what was asked of the service, never of whom or with what. */
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { isConflict } from './test.js';

export function logConflict(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  if (test === '') return undefined;
  return {
    name: 'Invoke-LoggingConflict',
    source: (name) => `# Logs a conflict as a warning and lets it pass. No address, body or name of a person is written.
function ${name}([scriptblock]$ConflictCall, [string]$ConflictName, [string]$ConflictScenario) {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      Write-Warning "Conflict: operation=$ConflictName scenario=$ConflictScenario error=$($_.FullyQualifiedErrorId)"
    }
    throw
  }
}`,
  };
}
