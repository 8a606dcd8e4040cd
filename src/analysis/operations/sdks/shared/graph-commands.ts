/**
 * Names of the generated Microsoft Graph commands, by the rules of their generator: a verb for the method, then the
 * path in the singular. What the rules do not give is in the tables.
 * Sources: microsoftgraph/msgraph-sdk-powershell, docs/Naming-conventions and the command names in the reference of
 * Microsoft Graph (learn.microsoft.com/graph/api, PowerShell tabs).
 */
import { scenarios } from '../../../../catalog/index.js';
import { formatOperation, type Operation, operationsOf } from '../../../../catalog/operation.js';

/** Verbs of commands, by method. */
const VERBS: Record<string, string> = { POST: 'New', PUT: 'Set', PATCH: 'Update', DELETE: 'Remove' };

/** Bound actions: the verb of the command, and what is left of the action's name. */
const ACTIONS: Record<string, [verb: string, rest: string]> = {
  addKey: ['Add', 'Key'],
  addPassword: ['Add', 'Password'],
  copy: ['Copy', ''],
  clone: ['Copy', ''],
  createUploadSession: ['New', 'UploadSession'],
  createLink: ['New', 'Link'],
  sendActivityNotification: ['Send', 'ActivityNotification'],
  sendActivityNotificationToRecipients: ['Send', 'ActivityNotificationToRecipient'],
  pause: ['Suspend', ''],
  restart: ['Restart', ''],
  start: ['Start', ''],
  restore: ['Restore', ''],
  sync: ['Sync', ''],
  validateProperties: ['Test', 'Property'],
};

/** Beginnings of a name that the generator leaves out. */
const LEFT_OUT = /^(?:Solution(?=BookingBusiness)|IdentityGovernance(?=EntitlementManagement|AccessReview))/;

/** Words that end in s and are no plural. */
const NO_PLURAL = /(?:ss|us|is|Windows|People|Onenote|news)$/i;
const IRREGULAR: Record<string, string> = { children: 'Child', people: 'People' };

/** Commands whose names the rules do not give. */
const EXCEPTIONS: Record<string, string[]> = {
  'POST /groups/{}/members/$ref': ['New-MgGroupMember'],
  'POST /groups/{}/owners/$ref': ['New-MgGroupOwner'],
  'POST /applications/{}/owners/$ref': ['New-MgApplicationOwner'],
  'POST /servicePrincipals/{}/owners/$ref': ['New-MgServicePrincipalOwner'],
  'POST /directoryRoles/{}/members/$ref': ['New-MgDirectoryRoleMember'],
  'POST /directory/administrativeUnits/{}/members/$ref': ['New-MgDirectoryAdministrativeUnitMember'],
  'POST /groupSettings': ['New-MgDirectorySetting', 'New-MgBetaDirectorySetting'],
  'POST /appCatalogs/teamsApps': ['New-MgAppCatalogTeamApp', 'New-MgAppCatalogTeamsApp'],
  'POST /servicePrincipals/{}/claimsMappingPolicies/$ref': ['New-MgServicePrincipalClaimMappingPolicyByRef'],
  'PUT /groups/{}/team': ['Set-MgGroupTeam', 'New-MgGroupTeam'],
  'POST /deviceManagement/windowsAutopilotSettings/sync': ['Sync-MgDeviceManagementWindowAutopilotSetting'],
  'POST /external/connections': ['New-MgExternalConnection'],
};

/** A path segment as a word of a command: in the singular, with a capital. */
function word(segment: string): string {
  const plain = segment.replace(/^microsoft\.graph\./, '').replace(/\(.*$/, '');
  const irregular = IRREGULAR[plain];
  if (irregular) return irregular;
  const capital = plain.charAt(0).toUpperCase() + plain.slice(1);
  if (!capital.endsWith('s') || NO_PLURAL.test(capital)) return capital;
  if (capital.endsWith('ies')) return `${capital.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes)$/.test(capital)) return capital.slice(0, -2);
  return capital.slice(0, -1);
}

/** The nouns of a path; a word that repeats the one before it is said once. */
function noun(segments: string[]): string {
  let out = '';
  let last = '';
  for (const segment of segments) {
    if (segment === '{}' || segment === 'me') continue;
    const next = segment === '$ref' ? 'ByRef' : word(segment);
    out += next === last ? '' : last && next.startsWith(last) ? next.slice(last.length) : next;
    last = next;
  }
  return out.replace(LEFT_OUT, '');
}

/** The commands that send a request, in the module of v1.0 and in that of beta. */
export function commandsOf(operation: Operation): string[] {
  const { method, segments } = operation;
  // Of the catalog's other services the generator makes nothing.
  if (segments[0] === 'me' || segments[0] === 'dbs' || segments.includes('$batch')) return [];
  if (segments.includes('providers')) return [];
  const own = EXCEPTIONS[formatOperation(operation)] ?? [];
  const action = ACTIONS[segments.at(-1) ?? ''];
  const verb = action ? action[0] : VERBS[method];
  if (!verb) return own;
  const name = action ? noun(segments.slice(0, -1)) + action[1] : noun(segments);
  return [...own, `${verb}-Mg${name}`, `${verb}-MgBeta${name}`];
}

/** Every command of an operation the catalog knows; where several share one, the operation that is marked. */
export function graphCommands(): Map<string, string> {
  const out = new Map<string, { op: string; marked: boolean }>();
  for (const scenario of scenarios)
    for (const { row, operation } of operationsOf(scenario)) {
      if (operation.trait) continue;
      for (const name of commandsOf(operation)) {
        const known = out.get(name);
        const marked = row.marks === true;
        if (!known || (marked && !known.marked)) out.set(name, { op: formatOperation(operation), marked });
      }
    }
  return new Map([...out].map(([name, { op }]) => [name, op]));
}
