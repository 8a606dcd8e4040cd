/** The helper of PowerShell that renews a Graph subscription which is there already. */
import { commandOf } from '../../remedies/commands.js';
import type { Subject } from '../../remedies/subject.js';
import type { Helper } from '../phrasing.js';
import { goesOn, isConflict, letOut } from './test.js';

/** Same resource and change types: compared by URL, renewed by PATCH; where it vanished in between, created once more. */
export function renewSubscription(subject: Subject): Helper | undefined {
  const test = isConflict(subject);
  const noun = /^New-(Mg(?:Beta)?Subscription)$/i.exec(commandOf(subject) ?? '')?.[1];
  if (test === '' || noun === undefined) return undefined;
  return {
    name: goesOn(subject) ? 'Invoke-CreateOrRenewSubscriptionOrWrite' : 'Invoke-CreateOrRenewSubscription',
    source: (
      name,
    ) => `# Creates a subscription; where the service has one for the same resource and changes, renews that one.
function ${name}([scriptblock]$ConflictCall, $ConflictResource, $ConflictKinds, $ConflictUrl, $ConflictUntil) {
  try {
    & $ConflictCall
  }
  catch {
    if (${test}) {
      $conflictWanted = @($ConflictKinds -split '\\s*,\\s*' | Sort-Object) -join ','
      $conflictTwin = @(Get-${noun} -All -ErrorAction SilentlyContinue | Where-Object { $_.Resource -eq $ConflictResource -and (@($_.ChangeType -split '\\s*,\\s*' | Sort-Object) -join ',') -eq $conflictWanted })
      # Where its notifications go somewhere else, renewing it would not bring them here.
      if ($conflictTwin.Count -gt 0 -and $conflictTwin[0].NotificationUrl -eq $ConflictUrl) {
        try {
          return Update-${noun} -SubscriptionId $conflictTwin[0].Id -ExpirationDateTime $ConflictUntil -ErrorAction Stop
        }
        catch {
          # It ended in between.
          if ($_.FullyQualifiedErrorId -match 'NotFound') {
            return & $ConflictCall
          }
        }
      }
    }
    ${letOut(subject)}
  }
}`,
  };
}
