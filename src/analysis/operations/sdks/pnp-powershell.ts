/** PnP.PowerShell: commands on groups and teams, and the one that sends any Graph request. Source: pnp.github.io/powershell. */
import type { CallRow, Sdk } from '../sdk.js';
import { COMMAND_TEXT, commandRequest } from './shared/http-commands.js';

const command = (op: string): CallRow => ({ op, request: { options: 'named' } });
const MEMBER = 'POST /groups/{}/members/$ref';
const OWNER = 'POST /groups/{}/owners/$ref';
const ASSIGNMENT = 'POST /servicePrincipals/{}/appRoleAssignments';

const rows: Record<string, CallRow> = {
  // A group that is a team already is taken as it is.
  'New-PnPTeamsTeam': { ...command('POST /teams'), safe: 'if-not-exists' },
  'New-PnPMicrosoft365Group': command('POST /groups'),
  'New-PnPUnifiedGroup': command('POST /groups'),
  'Add-PnPTeamsChannel': command('POST /teams/{}/channels'),
  'Add-PnPTeamsUser': command('POST /teams/{}/members'),
  'Add-PnPTeamsChannelUser': command('POST /teams/{}/channels/{}/members'),
  'Add-PnPMicrosoft365GroupMember': command(MEMBER),
  'Add-PnPMicrosoft365GroupOwner': command(OWNER),
  'Add-PnPUnifiedGroupMember': command(MEMBER),
  'Add-PnPUnifiedGroupOwner': command(OWNER),
  'New-PnPGraphSubscription': command('POST /subscriptions'),
  'Invoke-PnPGraphMethod': { http: commandRequest('Url', 'Content') },
};
// The directory was renamed, and its commands with it.
for (const directory of ['AzureAD', 'EntraID'])
  Object.assign(rows, {
    [`New-PnP${directory}Group`]: command('POST /groups'),
    [`Add-PnP${directory}GroupMember`]: command(MEMBER),
    [`Add-PnP${directory}GroupOwner`]: command(OWNER),
    [`Add-PnP${directory}ServicePrincipalAppRole`]: command(ASSIGNMENT),
  });

export const pnpPowershell: Sdk = {
  id: 'pnp-powershell',
  title: 'PnP.PowerShell',
  service: 'graph',
  languages: ['powershell'],
  modules: ['PnP.PowerShell', 'SharePointPnPPowerShellOnline'],
  exports: {},
  distinctive: [],
  commands: rows,
  channel: 'stream',
  roles: {},
  error: {
    types: ['PSInvalidOperationException', 'GraphException'],
    status: ['Exception.HttpResponse.StatusCode'],
    code: ['Exception.Error.Code', 'FullyQualifiedErrorId'],
    text: [...COMMAND_TEXT, 'Exception.Error.Message'],
  },
};
