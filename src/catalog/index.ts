/**
 * The registry: every scenario, by service and id. A scenario is added by one file in `scenarios/` and one line here; a test
 * checks that no file is left out.
 */
import { scenario as bookingsAppointmentOverlap } from './scenarios/bookings-appointment-overlap.js';
import { scenario as bookingsBusinessRepeated } from './scenarios/bookings-business-repeated.js';
import { scenario as bookingsCustomerRepeated } from './scenarios/bookings-customer-repeated.js';
import { scenario as bookingsStaffMemberExists } from './scenarios/bookings-staff-member-exists.js';
import { scenario as cosmosAccountNameTaken } from './scenarios/cosmos-account-name-taken.js';
import { scenario as cosmosAccountOperationRunning } from './scenarios/cosmos-account-operation-running.js';
import { scenario as cosmosBatchConflict } from './scenarios/cosmos-batch-conflict.js';
import { scenario as cosmosBulkConflict } from './scenarios/cosmos-bulk-conflict.js';
import { scenario as cosmosChangeFeedLease } from './scenarios/cosmos-change-feed-lease.js';
import { scenario as cosmosContainerExists } from './scenarios/cosmos-container-exists.js';
import { scenario as cosmosCreateAsLock } from './scenarios/cosmos-create-as-lock.js';
import { scenario as cosmosCreateIfNotExistsRace } from './scenarios/cosmos-create-if-not-exists-race.js';
import { scenario as cosmosDatabaseExists } from './scenarios/cosmos-database-exists.js';
import { scenario as cosmosEfCoreSaveChanges } from './scenarios/cosmos-ef-core-save-changes.js';
import { scenario as cosmosEncryptionKeyExists } from './scenarios/cosmos-encryption-key-exists.js';
import { scenario as cosmosGremlinExists } from './scenarios/cosmos-gremlin-exists.js';
import { scenario as cosmosItemIdExists } from './scenarios/cosmos-item-id-exists.js';
import { scenario as cosmosLostUpdate } from './scenarios/cosmos-lost-update.js';
import { scenario as cosmosMultiRegionWrites } from './scenarios/cosmos-multi-region-writes.js';
import { scenario as cosmosOwnEarlierWrite } from './scenarios/cosmos-own-earlier-write.js';
import { scenario as cosmosPartitionKeyHash } from './scenarios/cosmos-partition-key-hash.js';
import { scenario as cosmosPatchConditionFalse } from './scenarios/cosmos-patch-condition-false.js';
import { scenario as cosmosRetryWith } from './scenarios/cosmos-retry-with.js';
import { scenario as cosmosScriptExists } from './scenarios/cosmos-script-exists.js';
import { scenario as cosmosSoftDeletedId } from './scenarios/cosmos-soft-deleted-id.js';
import { scenario as cosmosStaleEtag } from './scenarios/cosmos-stale-etag.js';
import { scenario as cosmosStoredProcedureConflict } from './scenarios/cosmos-stored-procedure-conflict.js';
import { scenario as cosmosUniqueKeyTaken } from './scenarios/cosmos-unique-key-taken.js';
import { scenario as cosmosUserPermissionExists } from './scenarios/cosmos-user-permission-exists.js';
import { scenario as graphAccessPackageExists } from './scenarios/graph-access-package-exists.js';
import { scenario as graphAccessReviewReviewers } from './scenarios/graph-access-review-reviewers.js';
import { scenario as graphActivityNotificationAmbiguous } from './scenarios/graph-activity-notification-ambiguous.js';
import { scenario as graphAppRoleAssignmentExists } from './scenarios/graph-app-role-assignment-exists.js';
import { scenario as graphApplicationExists } from './scenarios/graph-application-exists.js';
import { scenario as graphApplicationNotReplicated } from './scenarios/graph-application-not-replicated.js';
import { scenario as graphApprovalAlreadyDecided } from './scenarios/graph-approval-already-decided.js';
import { scenario as graphAssignmentPolicyRace } from './scenarios/graph-assignment-policy-race.js';
import { scenario as graphAutopilotSyncRunning } from './scenarios/graph-autopilot-sync-running.js';
import { scenario as graphBackupPolicyExists } from './scenarios/graph-backup-policy-exists.js';
import { scenario as graphBatchHiddenConflict } from './scenarios/graph-batch-hidden-conflict.js';
import { scenario as graphChannelExists } from './scenarios/graph-channel-exists.js';
import { scenario as graphContainerPermissionExists } from './scenarios/graph-container-permission-exists.js';
import { scenario as graphConversationMemberExists } from './scenarios/graph-conversation-member-exists.js';
import { scenario as graphCopilotChatToggled } from './scenarios/graph-copilot-chat-toggled.js';
import { scenario as graphCreateLookAlikes } from './scenarios/graph-create-look-alikes.js';
import { scenario as graphCreateRepeated } from './scenarios/graph-create-repeated.js';
import { scenario as graphDirectoryConcurrency } from './scenarios/graph-directory-concurrency.js';
import { scenario as graphDirectoryRoleActivated } from './scenarios/graph-directory-role-activated.js';
import { scenario as graphDomainIssuerTaken } from './scenarios/graph-domain-issuer-taken.js';
import { scenario as graphDriveContentChanged } from './scenarios/graph-drive-content-changed.js';
import { scenario as graphDriveCopyNameExists } from './scenarios/graph-drive-copy-name-exists.js';
import { scenario as graphDriveItemLocked } from './scenarios/graph-drive-item-locked.js';
import { scenario as graphDriveMoveNameExists } from './scenarios/graph-drive-move-name-exists.js';
import { scenario as graphDriveNameExists } from './scenarios/graph-drive-name-exists.js';
import { scenario as graphDriveParentMissing } from './scenarios/graph-drive-parent-missing.js';
import { scenario as graphDriveStaleEtag } from './scenarios/graph-drive-stale-etag.js';
import { scenario as graphEducationUploadRunning } from './scenarios/graph-education-upload-running.js';
import { scenario as graphEventRepeated } from './scenarios/graph-event-repeated.js';
import { scenario as graphExternalConnectionExists } from './scenarios/graph-external-connection-exists.js';
import { scenario as graphFederatedCredentialExists } from './scenarios/graph-federated-credential-exists.js';
import { scenario as graphGroupExists } from './scenarios/graph-group-exists.js';
import { scenario as graphGroupSettingsExist } from './scenarios/graph-group-settings-exist.js';
import { scenario as graphInvitationKnownAddress } from './scenarios/graph-invitation-known-address.js';
import { scenario as graphListExists } from './scenarios/graph-list-exists.js';
import { scenario as graphMailFolderExists } from './scenarios/graph-mail-folder-exists.js';
import { scenario as graphMemberAlreadyAdded } from './scenarios/graph-member-already-added.js';
import { scenario as graphOnenoteNameExists } from './scenarios/graph-onenote-name-exists.js';
import { scenario as graphOpenExtensionExists } from './scenarios/graph-open-extension-exists.js';
import { scenario as graphOutlookStaleChangeKey } from './scenarios/graph-outlook-stale-change-key.js';
import { scenario as graphPermissionGrantExists } from './scenarios/graph-permission-grant-exists.js';
import { scenario as graphPlannerStaleEtag } from './scenarios/graph-planner-stale-etag.js';
import { scenario as graphPrintConnectorInUse } from './scenarios/graph-print-connector-in-use.js';
import { scenario as graphProfileCardPropertyExists } from './scenarios/graph-profile-card-property-exists.js';
import { scenario as graphRestoreNameTaken } from './scenarios/graph-restore-name-taken.js';
import { scenario as graphRoleAssignmentExists } from './scenarios/graph-role-assignment-exists.js';
import { scenario as graphSchemaExtensionExists } from './scenarios/graph-schema-extension-exists.js';
import { scenario as graphServicePrincipalExists } from './scenarios/graph-service-principal-exists.js';
import { scenario as graphSubscriptionDuplicate } from './scenarios/graph-subscription-duplicate.js';
import { scenario as graphSynchronizationNotSettled } from './scenarios/graph-synchronization-not-settled.js';
import { scenario as graphTeamExists } from './scenarios/graph-team-exists.js';
import { scenario as graphTeamsAppInstalled } from './scenarios/graph-teams-app-installed.js';
import { scenario as graphTeamsAppPublished } from './scenarios/graph-teams-app-published.js';
import { scenario as graphTeamworkDeviceBusy } from './scenarios/graph-teamwork-device-busy.js';
import { scenario as graphUploadNameTaken } from './scenarios/graph-upload-name-taken.js';
import { scenario as graphUploadSessionOpen } from './scenarios/graph-upload-session-open.js';
import { scenario as graphUserExists } from './scenarios/graph-user-exists.js';
import { scenario as graphWhat409Means } from './scenarios/graph-what-409-means.js';
import { scenario as graphWorkbookConflict } from './scenarios/graph-workbook-conflict.js';
import type { Scenario } from './types.js';

export const scenarios: Scenario[] = [
  bookingsAppointmentOverlap,
  bookingsBusinessRepeated,
  bookingsCustomerRepeated,
  bookingsStaffMemberExists,
  cosmosAccountNameTaken,
  cosmosAccountOperationRunning,
  cosmosBatchConflict,
  cosmosBulkConflict,
  cosmosChangeFeedLease,
  cosmosContainerExists,
  cosmosCreateAsLock,
  cosmosCreateIfNotExistsRace,
  cosmosDatabaseExists,
  cosmosEfCoreSaveChanges,
  cosmosEncryptionKeyExists,
  cosmosGremlinExists,
  cosmosItemIdExists,
  cosmosLostUpdate,
  cosmosMultiRegionWrites,
  cosmosOwnEarlierWrite,
  cosmosPartitionKeyHash,
  cosmosPatchConditionFalse,
  cosmosRetryWith,
  cosmosScriptExists,
  cosmosSoftDeletedId,
  cosmosStaleEtag,
  cosmosStoredProcedureConflict,
  cosmosUniqueKeyTaken,
  cosmosUserPermissionExists,
  graphAccessPackageExists,
  graphAccessReviewReviewers,
  graphActivityNotificationAmbiguous,
  graphAppRoleAssignmentExists,
  graphApplicationExists,
  graphApplicationNotReplicated,
  graphApprovalAlreadyDecided,
  graphAssignmentPolicyRace,
  graphAutopilotSyncRunning,
  graphBackupPolicyExists,
  graphBatchHiddenConflict,
  graphChannelExists,
  graphContainerPermissionExists,
  graphConversationMemberExists,
  graphCopilotChatToggled,
  graphCreateLookAlikes,
  graphCreateRepeated,
  graphDirectoryConcurrency,
  graphDirectoryRoleActivated,
  graphDomainIssuerTaken,
  graphDriveContentChanged,
  graphDriveCopyNameExists,
  graphDriveItemLocked,
  graphDriveMoveNameExists,
  graphDriveNameExists,
  graphDriveParentMissing,
  graphDriveStaleEtag,
  graphEducationUploadRunning,
  graphEventRepeated,
  graphExternalConnectionExists,
  graphFederatedCredentialExists,
  graphGroupExists,
  graphGroupSettingsExist,
  graphInvitationKnownAddress,
  graphListExists,
  graphMailFolderExists,
  graphMemberAlreadyAdded,
  graphOnenoteNameExists,
  graphOpenExtensionExists,
  graphOutlookStaleChangeKey,
  graphPermissionGrantExists,
  graphPlannerStaleEtag,
  graphPrintConnectorInUse,
  graphProfileCardPropertyExists,
  graphRestoreNameTaken,
  graphRoleAssignmentExists,
  graphSchemaExtensionExists,
  graphServicePrincipalExists,
  graphSubscriptionDuplicate,
  graphSynchronizationNotSettled,
  graphTeamExists,
  graphTeamsAppInstalled,
  graphTeamsAppPublished,
  graphTeamworkDeviceBusy,
  graphUploadNameTaken,
  graphUploadSessionOpen,
  graphUserExists,
  graphWhat409Means,
  graphWorkbookConflict,
];

const byId = new Map(scenarios.map((s) => [s.id, s]));

/** The scenario with this id (`graph/subscription-duplicate`), or undefined. */
export function scenarioById(id: string): Scenario | undefined {
  return byId.get(id);
}

export type { Scenario } from './types.js';
