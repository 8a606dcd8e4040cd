/**
 * What points to a scenario beside the catalog's answers: codes and words of other faces of the same service (SharePoint,
 * terminals, libraries), and words around an error that tell which of several like answers it is.
 */

import type { Sign } from './sign.js';
import { messageSigns } from './signs-messages.js';

const rows: readonly Sign[] = [
  // SharePoint writes numbers of its own. Source: learn.microsoft.com/sharepoint/dev (error codes of the REST service).
  { rule: 'graph/list-exists', words: /-2130575342\b/, weight: 6, decides: true },
  {
    rule: 'graph/list-exists',
    words: /list, survey, discussion board, or document library with the specified title already exists/i,
    weight: 6,
    decides: true,
  },
  { rule: 'graph/drive-name-exists', words: /-2130575257\b/, weight: 5, decides: true },
  {
    rule: 'graph/drive-name-exists',
    words:
      /\b(?:item|file|folder|resource)s? (?:or folder )?with (?:the|this) (?:same )?name .{0,200}already exists|already exists under the parent|specified item name already exists/i,
    weight: 4,
  },
  {
    rule: 'graph/drive-name-exists',
    words: /\bNew-PnPFolder|Add-PnPFolder|Resolve-PnPFolder|addFolder\b/i,
    weight: 3,
  },
  { rule: 'graph/drive-stale-etag', words: /-2130575305\b|-2130575339\b/, weight: 6, decides: true },
  {
    rule: 'graph/drive-stale-etag',
    words: /Save Conflict\.? ?Your changes conflict with those made concurrently/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-stale-etag',
    words: /ETag mismatch|does not match the (?:object's|item's)? ?ETag|entityTagDoesNotMatch/i,
    weight: 4,
  },
  {
    rule: 'graph/drive-item-locked',
    words: /SPFileLockException|-2147018894\b|-2147018887\b/,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-item-locked',
    words: /\b(?:file|resource|item)\b.{0,200}\bis (?:currently )?(?:checked out|locked)\b/i,
    weight: 4,
  },
  {
    // The status with a body as only files have it.
    rule: 'graph/drive-item-locked',
    words:
      /\b423\b[^{}]{0,80}\{\s*["']error["']\s*:\s*\{\s*["']code["']\s*:\s*["'](?:accessDenied|notAllowed|resourceLocked)\b/i,
    weight: 5,
    decides: true,
  },
  {
    rule: 'graph/upload-session-open',
    words: /currently being uploaded|upload session already exists/i,
    weight: 5,
    decides: true,
  },
  { rule: 'graph/upload-session-open', words: /createUploadSession/i, weight: 2 },
  {
    rule: 'graph/drive-parent-missing',
    words: /\bparent (?:folder|path|item|reference)?.{0,40}(?:does not exist|not found|missing)/i,
    weight: 4,
  },
  {
    rule: 'graph/drive-copy-name-exists',
    words: /\/copy\b|\bcopy(?:ing)? (?:the )?(?:file|item|folder)|monitor/i,
    weight: 2,
  },
  {
    rule: 'graph/drive-move-name-exists',
    words: /\b(?:renam|mov)(?:e|ed|ing) (?:the )?(?:file|item|folder)/i,
    weight: 2,
  },
  // Which property of the directory clashes.
  {
    rule: 'graph/user-exists',
    words: /property (?:userPrincipalName|proxyAddresses|mail|otherMails|onPremisesImmutableId|immutableId)\b/i,
    weight: 3,
  },
  // Properties that only one kind of object has.
  {
    rule: 'graph/user-exists',
    words: /property (?:userPrincipalName|onPremisesImmutableId|immutableId)\b/i,
    weight: 6,
  },
  { rule: 'graph/application-exists', words: /property identifierUris\b/i, weight: 6 },
  {
    rule: 'graph/user-exists',
    words: /target["']?\s{0,3}[:=]\s{0,3}["']?(?:userPrincipalName|proxyAddresses)/i,
    weight: 2,
  },
  { rule: 'graph/group-exists', words: /property mailNickname\b|Mail ?nickname/i, weight: 3 },
  { rule: 'graph/group-exists', words: /["']target["']\s?:\s?["']mailNickname/i, weight: 2 },
  { rule: 'graph/application-exists', words: /property (?:identifierUris|uniqueName|appId)\b/i, weight: 3 },
  { rule: 'graph/group-settings-exist', words: /property templateId\b/i, weight: 8, decides: true },
  { rule: 'graph/group-settings-exist', words: /DirectorySetting|groupSettings?\b/i, weight: 4 },
  { rule: 'graph/directory-role-activated', words: /directoryRoles?\b(?!Assign)|roleTemplateId/i, weight: 3 },
  {
    rule: 'graph/role-assignment-exists',
    words: /roleAssignments?\b|role assignment|roleDefinitionId|unifiedRole/i,
    weight: 3,
  },
  {
    rule: 'graph/service-principal-exists',
    words: /service principal name|service principal cannot be created|azuread_service_principal\b/i,
    weight: 4,
  },
  { rule: 'graph/service-principal-exists', words: /\baz ad sp\b|\bSPN? already exists\b/i, weight: 3 },
  { rule: 'graph/service-principal-exists', words: /property servicePrincipalNames\b/, weight: 6, decides: true },
  {
    rule: 'graph/federated-credential-exists',
    words: /federated[ _-]?(?:identity)?[ _-]?credential/i,
    weight: 3,
  },
  {
    rule: 'graph/permission-grant-exists',
    words: /oauth2[ _-]?permission[ _-]?grants?|Permission entry already exists|delegated_permission_grant/i,
    weight: 4,
  },
  { rule: 'graph/app-role-assignment-exists', words: /app[ _-]?role[ _-]?assign|EntitlementGrant/i, weight: 4 },
  {
    rule: 'graph/domain-issuer-taken',
    words: /issuerUri|DomainFederationConfiguration|federationConfiguration/i,
    weight: 4,
  },
  { rule: 'graph/invitation-known-address', words: /invited user already exists/i, weight: 6, decides: true },
  { rule: 'graph/channel-exists', words: /channel name already exist/i, weight: 6, decides: true },
  { rule: 'graph/channel-exists', words: /\/channels\b|channel/i, weight: 1 },
  {
    rule: 'graph/team-exists',
    words: /team already exists|already (?:has|is) a team|EnableTeam|New-PnPTeamsTeam/i,
    weight: 4,
  },
  {
    rule: 'graph/teams-app-installed',
    words: /app (?:is )?already (?:exists|installed)|installedApps|AppInstallation/i,
    weight: 3,
  },
  { rule: 'graph/teams-app-published', words: /appCatalogs|teamsApp(?:s\b|Definition)|publish.{0,40}app/i, weight: 2 },
  {
    rule: 'graph/conversation-member-exists',
    words: /already (?:exists|a member|in) .{0,40}(?:roster|chat|channel|team)\b|Roster/i,
    weight: 3,
  },
  { rule: 'graph/planner-stale-etag', words: /planner/i, weight: 4 },
  {
    rule: 'graph/planner-stale-etag',
    words: /If-Match header contains an invalid value/i,
    weight: 5,
    decides: true,
  },
  {
    rule: 'graph/outlook-stale-change-key',
    words: /change ?key|ErrorIrresolvableConflict|ConcurrentItemSave/i,
    weight: 3,
  },
  {
    rule: 'graph/outlook-stale-change-key',
    words: /\bchange\s+key\b[\s\S]{0,60}\bdoes\s+not\s+match\b[\s\S]{0,30}\bchange\s+key\b/i,
    weight: 5,
    decides: true,
  },
  { rule: 'graph/mail-folder-exists', words: /mail ?folders?|contact ?folders?|childFolders/i, weight: 2 },
  {
    rule: 'graph/subscription-duplicate',
    words: /\bsubscription\b.{0,120}(?:already exists|maximum|limit)/i,
    weight: 3,
  },
  {
    rule: 'graph/subscription-duplicate',
    words: /ExtensionError.{0,400}subscription|presence.{0,200}subscription/i,
    weight: 3,
  },
  {
    rule: 'graph/external-connection-exists',
    words: /external ?connection|connection with .{0,80}already exists/i,
    weight: 4,
  },
  { rule: 'graph/onenote-name-exists', words: /onenote|notebook/i, weight: 3 },
  { rule: 'graph/workbook-conflict', words: /workbook|worksheet/i, weight: 3 },
  {
    rule: 'graph/batch-hidden-conflict',
    words: /["']responses["']\s?:\s?\[|\$batch|dependsOn/i,
    weight: 5,
  },
  { rule: 'graph/open-extension-exists', words: /extension already exists/i, weight: 4 },
  { rule: 'graph/schema-extension-exists', words: /schemaExtension/i, weight: 4 },
  { rule: 'graph/print-connector-in-use', words: /print ?connector|associated printers/i, weight: 3 },
  { rule: 'graph/autopilot-sync-running', words: /autopilot/i, weight: 4 },
  { rule: 'graph/education-upload-running', words: /synchronizationProfile|uploadUrl.{0,60}education/i, weight: 3 },
  { rule: 'graph/synchronization-not-settled', words: /synchronization(?:Job|\/jobs|Secrets|\/secrets)/i, weight: 3 },
  { rule: 'graph/profile-card-property-exists', words: /profileCardPropert/i, weight: 4 },
  { rule: 'graph/access-review-reviewers', words: /fallbackReviewers/i, weight: 5 },
  {
    rule: 'graph/approval-already-decided',
    words: /approval ?(?:stage|step).{0,120}(?:already|decided|completed)/i,
    weight: 4,
  },
  { rule: 'graph/container-permission-exists', words: /fileStorage\/?containers?|FileStorageContainer/i, weight: 4 },
  { rule: 'graph/teamwork-device-busy', words: /teamworkDevice|teamwork\/devices/i, weight: 4 },
  { rule: 'graph/restore-name-taken', words: /deletedItems.{0,80}restore|Restore-MgDirectoryDeletedItem/i, weight: 4 },
  { rule: 'bookings/staff-member-exists', words: /staff ?member already exists/i, weight: 6, decides: true },
  { rule: 'bookings/staff-member-exists', words: /staffMember/i, weight: 3 },
  { rule: 'bookings/appointment-overlap', words: /bookingAppointment|\/appointments\b/i, weight: 3 },
  // Which of the writes to Cosmos DB it was.
  {
    rule: 'cosmos/unique-key-taken',
    words: /unique (?:index|key) constraint|violates? (?:the )?unique/i,
    weight: 5,
  },
  {
    rule: 'cosmos/batch-conflict',
    words:
      /TransactionalBatch|BatchOperationError|execute_item_batch|executeCosmosBatch|Items\.batch|\b424\b|FailedDependency|isBatchRequest/i,
    weight: 12,
  },
  {
    rule: 'cosmos/bulk-conflict',
    words: /executeBulkOperations|AllowBulkExecution|Bulk(?:Operation|Executor|Import|Response|Items?)|Items\.bulk\b/i,
    weight: 12,
  },
  {
    rule: 'cosmos/change-feed-lease',
    words:
      /ChangeFeed(?:Processor|Observer)?|change feed|LeaseLost|LeaseStore|lease (?:container|collection|document)|DocumentServiceLease/i,
    weight: 12,
  },
  {
    rule: 'cosmos/create-as-lock',
    words:
      /\b(?:lock|semaphore|mutex|claim|leader)(?:s|ed|ing)?\b.{0,60}(?:held|taken|acquir|already)|acquir\w{0,4} .{0,40}\b(?:lock|lease)/i,
    weight: 4,
  },
  {
    rule: 'cosmos/own-earlier-write',
    words:
      /(?:timed? ?out|RequestTimeout|\b408\b|ServiceUnavailable|\b503\b|ECONNRESET|hedg).{0,300}(?:\b409\b|Conflict|already exists)/is,
    weight: 12,
  },
  {
    rule: 'cosmos/soft-deleted-id',
    words: /(?:\b404\b|NotFound).{0,200}(?:\b409\b|Conflict)/s,
    weight: 3,
  },
  {
    rule: 'cosmos/create-if-not-exists-race',
    words: /(?:create|Create)\w{0,20}_?[iI]f_?[nN]ot_?[eE]xists?/,
    weight: 12,
  },
  {
    rule: 'cosmos/stored-procedure-conflict',
    words:
      /Encountered exception while executing (?:function|Javascript)|\/sprocs\/[^\s/"']{1,200}|ExecuteStoredProcedure|execute_stored_procedure/i,
    weight: 12,
  },
  {
    rule: 'cosmos/stored-procedure-conflict',
    words:
      /Encountered exception while executing (?:function|Javascript).{0,300}(?:already exists|pre-?condition|\b409\b|\b412\b|\b449\b)/is,
    weight: 12,
    decides: true,
  },
  {
    rule: 'cosmos/gremlin-exists',
    words: /gremlin|x-ms-status-code|GraphTraversal|\bg\.(?:addV|addE|V)\(/i,
    weight: 12,
  },
  {
    rule: 'cosmos/ef-core-save-changes',
    words: /EntityFrameworkCore|DbUpdate(?:Concurrency)?Exception|SaveChanges/i,
    weight: 12,
  },
  {
    rule: 'cosmos/encryption-key-exists',
    words: /DataEncryptionKey|clientencryptionkey|ClientEncryptionKey/i,
    weight: 12,
  },
  {
    rule: 'cosmos/patch-condition-false',
    words:
      /FilterPredicate|filter[ _]predicate|\bcondition["']?\s?:\s?["']from |PatchItem|patch_item|OperationType: Patch/i,
    weight: 4,
  },
  {
    rule: 'cosmos/retry-with',
    words: /Conflicting request to resource has been attempted/i,
    weight: 4,
  },
  {
    rule: 'cosmos/account-operation-running',
    words:
      /requires (?:an )?exclusive lock|another (?:scale|operation|throughput).{0,60}in progress|\/offers\b|ReplaceThroughput|throughput.{0,60}in progress|snapshot/i,
    weight: 12,
  },
  {
    rule: 'cosmos/account-name-taken',
    words: /DNS (?:record|name).{0,80}(?:already )?taken|databaseAccounts?.{0,120}name.{0,60}(?:taken|already exists)/i,
    weight: 6,
    decides: true,
  },
  { rule: 'cosmos/partition-key-hash', words: /partition ?key.{0,80}(?:hash|101 bytes|v1)\b/i, weight: 4 },
  // One text for every create of Cosmos DB.
  ...['item-id-exists', 'container-exists', 'database-exists', 'script-exists'].map((name) => ({
    rule: `cosmos/${name}`,
    words: /specified id, name, or unique index already exists/i,
    weight: 4,
  })),
  { rule: 'cosmos/user-permission-exists', words: /ResourceType: (?:User|Permission)\b/i, weight: 5 },
  { rule: 'cosmos/container-exists', words: /ResourceType: (?:Collection|DocumentCollection)\b/i, weight: 5 },
  { rule: 'cosmos/database-exists', words: /ResourceType: Database\b/i, weight: 5 },
  {
    rule: 'cosmos/script-exists',
    words: /ResourceType: (?:StoredProcedure|Trigger|UserDefinedFunction)\b/i,
    weight: 4,
  },
];

/** Terminals and logs break a sentence where it has a space; a space in an expression means any such break. */
function breakable(words: RegExp): RegExp {
  const source = words.source.replace(/\\.|\[(?:\\.|[^\]\\])*\]| \?| (?=[{*+])| /g, (found) =>
    found === ' ' ? '\\s{1,12}' : found === ' ?' ? '\\s{0,12}' : found,
  );
  return new RegExp(source, words.flags);
}

export const signs: readonly Sign[] = [...rows, ...messageSigns].map((row) =>
  row.words ? { ...row, words: breakable(row.words) } : row,
);
