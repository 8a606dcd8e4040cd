/**
 * Errors the decoder has to know, one line each: the record of the reference, the rule, the answer, the request and the
 * shape it is written in. `half` says whether the row was used while the decoder was written or kept for the measurement.
 */
export interface ErrorRow {
  record: string;
  rule: string;
  shape: string;
  status: number;
  code: string;
  message: string;
  request: string;
  half: 'building' | 'kept';
}

const BUILDING = `
graph-subscription-duplicate|graph/subscription-duplicate|body|409|ObjectIdentifierInUse|Subscription Id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 already exists for the requested combination|POST /subscriptions
graph-directory-concurrency|graph/directory-concurrency|log|409|Directory_ConcurrencyViolation|Error due to concurrent requests being made to the tenant. Please wait briefly and retry.|POST /applications/3f2504e0-4f89-11d3-9a0c-0305e82c3301/addPassword
graph-serviceprincipal-duplicate-appid|graph/service-principal-exists|go|409|Request_MultipleObjectsWithSameKeyValue|The service principal cannot be created, updated, or restored because the service principal name abc is already in use.|POST /servicePrincipals
graph-federated-credential-name-duplicate|graph/federated-credential-exists|python|409|Request_MultipleObjectsWithSameKeyValue|FederatedIdentityCredential with name main already exists.|POST /applications/1/federatedIdentityCredentials
graph-accesspackage-name-duplicate|graph/access-package-exists|js|409|DuplicateAccessPackage|There is an existing access package with name Sales in the catalog.|POST /identityGovernance/entitlementManagement/accessPackages
graph-user-upn-duplicate-400|graph/user-exists|dotnetV4|400|Request_BadRequest|Another object with the same value for property userPrincipalName already exists.|POST /users
graph-invitation-user-already-exists-400|graph/invitation-known-address|body|400|BadRequest|The invited user already exists in the directory as objectID: 3f2504e0-4f89-11d3-9a0c-0305e82c3301.|POST /invitations
graph-member-ref-exists-400|graph/member-already-added|powershell|400|Request_BadRequest|One or more added object references already exist for the following modified properties: 'members'.|POST /groups/1/members/$ref
graph-directoryrole-already-activated-400|graph/directory-role-activated|curl|400|Request_BadRequest|A conflicting object with one or more of the specified property values is present in the directory.|POST /directoryRoles
graph-role-assignment-duplicate-400|graph/role-assignment-exists|curl|400|Request_BadRequest|A conflicting object with one or more of the specified property values is present in the directory.|POST /roleManagement/directory/roleAssignments
graph-approleassignment-duplicate|graph/app-role-assignment-exists|body|400|Request_BadRequest|Permission being assigned already exists on the object|POST /servicePrincipals/1/appRoleAssignedTo
graph-group-mailnickname-duplicate|graph/group-exists|js|400|Request_BadRequest|Another object with the same value for property mailNickname already exists.|POST /groups
graph-openextension-duplicate-400|graph/open-extension-exists|java|400|Request_BadRequest|An extension already exists with given id.|POST /me/extensions
graph-profilecardproperty-duplicate|graph/profile-card-property-exists|curl|409|Conflict|Conflict|POST /admin/people/profileCardProperties
graph-approvalstage-already-decided|graph/approval-already-decided|har|409|Conflict|Conflict|PATCH /identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/1/stages/2
graph-team-put-already-exists|graph/team-exists|har|409|Conflict|Team already exists|PUT /groups/3f2504e0-4f89-11d3-9a0c-0305e82c3301/team
graph-teamsapp-install-duplicate|graph/teams-app-installed|log|409|Conflict|App already installed in the scope|POST /teams/1/installedApps
graph-activity-notification-appid-ambiguous|graph/activity-notification-ambiguous|body|409|Conflict|Found multiple applications with the same Azure AD App ID|POST /users/1/teamwork/sendActivityNotification
graph-channel-name-duplicate-400|graph/channel-exists|python|400|BadRequest|Channel name already existed, please use other name|POST /teams/1/channels
graph-teamworkdevice-operation-queued|graph/teamwork-device-busy|log|409|Conflict|The operation is queued already|POST /teamwork/devices/1/restart
graph-outlook-irresolvable-conflict|graph/outlook-stale-change-key|dotnetV4|409|ErrorIrresolvableConflict|The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.|PATCH /me/messages/1
graph-mailfolder-duplicate|graph/mail-folder-exists|workflow|409|ErrorFolderExists|A folder with the specified name already exists.|POST /me/mailFolders
graph-drive-folder-create-exists|graph/drive-name-exists|js|409|nameAlreadyExists|Name already exists|POST /me/drive/root/children
graph-drive-upload-session-exists|graph/upload-session-open|curl|409|nameAlreadyExists|A file with the same name is currently being uploaded. Change the filename and try to save again.|POST /drives/1/items/2:/a.txt:/createUploadSession
graph-drive-if-match-412|graph/drive-stale-etag|workflow|412|resourceModified|ETag does not match current item's value|PATCH /drives/1/items/2
graph-drive-copy-name-exists|graph/drive-copy-name-exists|curl|409|nameAlreadyExists|An item with the same name already exists|POST /drives/1/items/2/copy
graph-drive-locked-423|graph/drive-item-locked|js|423|resourceLocked|The resource you are attempting to access is locked|PUT /drives/1/items/2/content
graph-sharepoint-list-title-exists|graph/list-exists|har|409|nameAlreadyExists|A list, survey, discussion board, or document library with the specified title already exists in this Web site.|POST /sites/1/lists
graph-workbook-conflicts|graph/workbook-conflict|body|409|conflict|The session is in conflict: invalidSessionAccessConflict|POST /drives/1/items/2/workbook/worksheets
graph-planner-stale-conflict-409|graph/planner-stale-etag|powershell|409|Conflict|The attempted changes conflicted with already accepted changes to a planner entity.|PATCH /planner/tasks/1
graph-external-connection-duplicate|graph/external-connection-exists|workflow|409|Conflict|The specified connection already exists|POST /external/connections
graph-printconnector-has-printers|graph/print-connector-in-use|curl|409|Conflict|Before deleting the connector, please unregister the associated printers.|DELETE /print/connectors/1
graph-backup-policy-exists|graph/backup-policy-exists|body|409|PolicyCreationNotAllowed|Another active policy exists|POST /solutions/backupRestore/exchangeProtectionPolicies
bookings-staffmember-exists|bookings/staff-member-exists|log|409|Conflict|A staff member already exists|POST /solutions/bookingBusinesses/a@b.com/staffMembers
bookings-appointment-overlap-500|bookings/appointment-overlap|curl|500|UnknownError||POST /solutions/bookingBusinesses/1/appointments
cosmos-create-item-id-exists|cosmos/item-id-exists|dotnet|409|Conflict|Resource with specified id or name already exists.|ContainerCore.CreateItemAsync[T](T item)
cosmos-unique-key-violation|cosmos/unique-key-taken|js|409|Conflict|Unique index constraint violation.|Items.create
cosmos-upsert-concurrent-449|cosmos/retry-with|python|449|RetryWith|Conflicting request to resource has been attempted. Retry to avoid conflicts.|upsert_item
cosmos-replace-etag-412|cosmos/stale-etag|java|412|PreconditionFailed|Operation cannot be performed because one of the specified precondition is not met.|CosmosAsyncContainer.replaceItem
cosmos-container-create-exists|cosmos/container-exists|go|409|Conflict|Resource with specified id or name already exists.|/dbs/shop/colls
cosmos-user-permission-duplicate|cosmos/user-permission-exists|rest|409|Conflict|Resource with specified id or name already exists.|POST /dbs/shop/users
cosmos-batch-409-424|cosmos/batch-conflict|dotnet|409|Conflict|Resource with specified id or name already exists.|TransactionalBatchCore.ExecuteAsync
cosmos-sproc-conflict-substatus|cosmos/stored-procedure-conflict|dotnet|400|BadRequest|Encountered exception while executing function. Exception = Error: Resource with specified id or name already exists. Substatus: 409|Scripts.ExecuteStoredProcedureAsync
cosmos-create-if-not-exists-race|cosmos/create-if-not-exists-race|java|409|Conflict|Resource with specified id, name, or unique index already exists.|CosmosDatabase.createContainerIfNotExists
cosmos-efcore-mapping|cosmos/ef-core-save-changes|dotnet|409|Conflict|Resource with specified id or name already exists. Microsoft.EntityFrameworkCore.DbUpdateException|ContainerCore.CreateItemAsync
`;

const KEPT = `
graph-subscription-presence-single|graph/subscription-duplicate|js|409|ExtensionError|A subscription exists for this presence resource and must be deleted before another can be made.|POST /subscriptions
graph-application-msa-app-not-replicated|graph/application-not-replicated|body|409|Error_MsaAppDoesNotExist|The corresponding MSA application does not exist.|PATCH /applications/1
graph-synchronization-consistency|graph/synchronization-not-settled|curl|409|Conflict|Conflict|POST /servicePrincipals/1/synchronization/jobs
graph-oauth2permissiongrant-duplicate|graph/permission-grant-exists|powershell|409|Request_MultipleObjectsWithSameKeyValue|Permission entry already exists.|POST /oauth2PermissionGrants
graph-federated-credential-subject-duplicate-400|graph/federated-credential-exists|log|400|InvalidFederatedIdentityCredentialValue|Issuer and subject are used by another credential.|POST /applications/1/federatedIdentityCredentials
graph-domain-federation-issueruri-duplicate|graph/domain-issuer-taken|har|409|Request_MultipleObjectsWithSameKeyValue|The issuerUri is used by another domain.|POST /domains/contoso.com/federationConfiguration
graph-accesspackage-policy-duplicatekey-race|graph/assignment-policy-race|curl|409|DuplicateKey|There is already a duplicated entity.|POST /identityGovernance/entitlementManagement/assignmentPolicies
graph-user-proxyaddress-mail-conflict-400|graph/user-exists|body|400|Request_BadRequest|Another object with the same value for property proxyAddresses already exists.|PATCH /users/1
graph-member-ref-exists-400|graph/member-already-added|go|400|Request_BadRequest|One or more added object references already exist for the following modified properties: 'owners'.|POST /groups/1/owners/$ref
graph-groupsettings-duplicate-400|graph/group-settings-exist|har|400|Request_BadRequest|A conflicting object with one or more of the specified property values is present in the directory.|POST /groupSettings
graph-pim-assignment-request-duplicate-400|graph/role-assignment-exists|python|400|RoleAssignmentExists|The Role assignment already exists.|POST /roleManagement/directory/roleAssignmentScheduleRequests
graph-approleassignment-duplicate|graph/app-role-assignment-exists|java|400|Request_BadRequest|EntitlementGrant entry already exists.|POST /servicePrincipals/1/appRoleAssignedTo
graph-application-identifieruri-duplicate-400|graph/application-exists|workflow|400|Request_BadRequest|Another object with the same value for property identifierUris already exists.|POST /applications
graph-accessreview-fallbackreviewers-remove|graph/access-review-reviewers|curl|409|Conflict|Existing fallbackReviewers can not be removed|PUT /identityGovernance/accessReviews/definitions/1/instances/2
graph-teamsapp-catalog-duplicate|graph/teams-app-published|har|409|AppDefinitionAlreadyExists|The app exists in the catalog|POST /appCatalogs/teamsApps
graph-team-template-tab-duplicate-400|graph/team-exists|js|400|BadRequest|Tabs with duplicate DisplayName are not allowed.|POST /teams
graph-chat-member-add-blocked|graph/conversation-member-exists|log|403|RosterAddMemberBlocked|Roster is blocked from add member.|POST /chats/1/members
graph-event-concurrent-item-save|graph/outlook-stale-change-key|curl|409|ConcurrentItemSave|The item was saved concurrently|PATCH /me/events/1
graph-drive-upload-name-conflict|graph/upload-name-taken|body|409|upload_name_conflict|Another file exists with the same name as the uploaded session. The file name should be updated.|PUT /x
graph-drive-put-content-resource-modified|graph/drive-content-changed|workflow|409|resourceModified|Resource has changed since the caller last read it; usually an eTag mismatch|PUT /drives/1/items/2/content
graph-drive-move-name-exists|graph/drive-move-name-exists|har|409|nameAlreadyExists|An item with the same name already exists|PATCH /drives/1/items/2
graph-drive-locked-423|graph/drive-item-locked|python|423|notAllowed|The resource you are attempting to access is locked|PATCH /drives/1/items/2
graph-onenote-name-exists|graph/onenote-name-exists|curl|409|20117|An item with this name already exists in this location.|POST /me/onenote/notebooks
graph-planner-precondition-412|graph/planner-stale-etag|log|412|PreconditionFailed|The If-Match header has an unknown value|PATCH /planner/tasks/1/details
graph-drive-parent-missing|graph/drive-parent-missing|curl|409|conflict|The parent folder does not exist|PUT /me/drive/root:/a/b/c.txt:/content
graph-intune-autopilot-sync-in-progress|graph/autopilot-sync-running|workflow|409|Conflict|A sync is in progress|POST /deviceManagement/windowsAutopilotSettings/sync
graph-education-upload-in-progress|graph/education-upload-running|curl|409|Conflict|A previous request is being processed|GET /education/synchronizationProfiles/1/uploadUrl
graph-backup-unit-already-protected|graph/backup-policy-exists|dotnetV4|409|ProtectionUnitAlreadyExists|The unit is protected by another policy|POST /solutions/backupRestore/sharePointProtectionPolicies
bookings-staffmember-recently-removed|bookings/staff-member-exists|body|409|Conflict|A staff member already exists|POST /solutions/bookingBusinesses/1/staffMembers
bookings-appointment-invalid-staff-400|bookings/appointment-overlap|curl|400|BadRequest|Invalid Staff|POST /solutions/bookingBusinesses/1/appointments
cosmos-create-item-id-exists|cosmos/item-id-exists|python|409|Conflict|Entity with the specified id already exists in the system.|create_item
cosmos-unique-key-violation|cosmos/unique-key-taken|dotnet|409|Conflict|Resource with specified id, name, or unique index already exists.|ContainerCore.UpsertItemAsync
cosmos-replace-etag-412|cosmos/stale-etag|dotnet|412|PreconditionFailed|One of the specified pre-condition is not met|ContainerCore.ReplaceItemAsync
cosmos-patch-filterpredicate-412|cosmos/patch-condition-false|js|412|PreconditionFailed|The filter predicate of the patch is not satisfied|Item.patch
cosmos-bulk-per-item-409|cosmos/bulk-conflict|js|409|Conflict|Entity with the specified id already exists in the system.|Items.executeBulkOperations
cosmos-database-create-exists|cosmos/database-exists|python|409|Conflict|Resource with specified id or name already exists.|create_database
cosmos-script-create-exists|cosmos/script-exists|rest|409|Conflict|Resource with specified id or name already exists.|POST /dbs/shop/colls/orders/sprocs
cosmos-encryption-key-exists|cosmos/encryption-key-exists|dotnet|409|Conflict|Resource with specified id or name already exists.|DatabaseCore.CreateClientEncryptionKeyAsync
cosmos-change-feed-lease-412-409|cosmos/change-feed-lease|dotnet|412|PreconditionFailed|One of the specified pre-condition is not met|ChangeFeedProcessor.LeaseManagement.DocumentServiceLeaseUpdaterCosmos.UpdateLeaseAsync
cosmos-gremlin-409|cosmos/gremlin-exists|rest|409|409|Conflicting request to resource has been attempted. Retry to avoid conflicts. x-ms-status-code: 409 GraphTraversal g.addV(|POST /gremlin
cosmos-create-after-timeout-own-write|cosmos/own-earlier-write|java|409|Conflict|RequestTimeout (408) on the first attempt; on the retry: Resource with specified id or name already exists.|CosmosContainer.createItem
cosmos-account-exclusive-lock-412|cosmos/account-operation-running|body|412|PreconditionFailed|There is already an operation in progress which requires exclusive lock on this service shop. Please retry the operation after sometime. Microsoft.DocumentDB/databaseAccounts|PUT /x
cosmos-account-name-taken|cosmos/account-name-taken|body|400|BadRequest|DNS record for shop under zone Document is already taken. Microsoft.DocumentDB/databaseAccounts|PUT /x
`;

function rows(text: string, half: ErrorRow['half']): ErrorRow[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [record = '', rule = '', shape = '', status = '', code = '', message = '', request = ''] = line.split('|');
      return { record, rule, shape, status: Number(status), code, message, request, half };
    });
}

export const errorRows: readonly ErrorRow[] = [...rows(BUILDING, 'building'), ...rows(KEPT, 'kept')];

/** Texts that are none of these conflicts. */
export const otherTexts: readonly string[] = [
  'Error response from daemon: Conflict. The container name "/web" is already in use by container "3f25". You have to remove (or rename) that container to be able to reuse that name. HTTP 409 Conflict',
  'Operation cannot be fulfilled on deployments.apps "web": the object has been modified; please apply your changes to the latest version and try again',
  '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods \\"a\\" already exists","reason":"AlreadyExists","code":409}',
  'HTTP/2 409\n{"message":"Merge conflict","documentation_url":"https://docs.github.com/rest/pulls/pulls#merge-a-pull-request","status":"409"}',
  'npm ERR! code E409\nnpm ERR! 409 Conflict - PUT https://registry.npmjs.org/thing - Cannot modify pre-existing version: 1.0.0.',
  'Auto-merging src/app.ts\nCONFLICT (content): Merge conflict in src/app.ts\nAutomatic merge failed; fix conflicts and then commit the result.',
  '{"error":{"code":"Request_ResourceNotFound","message":"Resource \'1\' does not exist or one of its queried reference-property objects are not present.","innerError":{"request-id":"x"}}} HTTP 404 https://graph.microsoft.com/v1.0/users/1',
  '{"error":{"code":"InvalidAuthenticationToken","message":"Access token has expired or is not yet valid.","innerError":{"date":"2024-01-01","request-id":"x"}}} 401 Unauthorized POST https://graph.microsoft.com/v1.0/subscriptions',
  'Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: TooManyRequests (429); Substatus: 3200; Reason: (Message: {"Errors":["Request rate is large. More Request Units may be needed, so no changes were made."]}',
  'Microsoft.Azure.Cosmos.CosmosException : Response status code does not indicate success: NotFound (404); Substatus: 0; ContainerCore.ReadItemAsync Entity with the specified id does not exist in the system.',
  'Code: StorageAccountAlreadyTaken\nMessage: The storage account named shop is already taken.\nPUT https://management.azure.com/subscriptions/1/resourceGroups/a/providers/Microsoft.Storage/storageAccounts/shop 409 Conflict',
  '{"error":{"code":"Conflict","message":"Website with given name shop already exists."}} https://management.azure.com/subscriptions/1/resourceGroups/a/providers/Microsoft.Web/sites/shop',
  'An error occurred (BucketAlreadyExists) when calling the CreateBucket operation: The requested bucket name is not available. 409',
  '{"error":{"code":409,"message":"You already own this bucket. Please select another name.","errors":[{"domain":"global","reason":"conflict"}]}} storage.googleapis.com',
  '{"error":{"root_cause":[{"type":"version_conflict_engine_exception","reason":"[1]: version conflict, document already exists (current version [1])"}]},"status":409}',
  '{"error":"conflict","reason":"Document update conflict."} PUT http://localhost:5984/db/doc 409',
  'ERROR: duplicate key value violates unique constraint "users_email_key" DETAIL: Key (email)=(a@b.com) already exists.',
  'MongoServerError: E11000 duplicate key error collection: shop.orders index: _id_ dup key: { _id: 1 }',
  'Azure.RequestFailedException: The specified blob already exists. Status: 409 (The specified blob already exists.) ErrorCode: BlobAlreadyExists https://shop.blob.core.windows.net/a/b',
  '{"error":{"code":"Conflict","message":"Secret a is currently in a deleted but recoverable state, and its name cannot be reused"}} https://shop.vault.azure.net/secrets/a 409',
  'The team met twice and there was a conflict about the schedule. Nobody knows how to resolve it.',
  'const status = 409; // TODO handle the conflict of names',
  'HTTP/1.1 409 Conflict',
  '409',
  '',
  'Traceback (most recent call last):\n  File "app.py", line 3, in <module>\nKeyError: \'id\'',
  'error TS2307: Cannot find module ./conflicts or its corresponding type declarations.',
  '{"error":{"code":"TooManyRequests","message":"Too many requests","innerError":{"code":"429","request-id":"x"}}} POST https://graph.microsoft.com/v1.0/users status 429',
  'POST https://api.stripe.com/v1/charges 409 idempotency_key in use: Keys for idempotent requests can only be used for the same endpoint',
  'System.Data.SqlClient.SqlException: Violation of PRIMARY KEY constraint. Cannot insert duplicate key in object dbo.Users. Microsoft.EntityFrameworkCore.DbUpdateException: An error occurred while saving the entity changes.',
  '{"error":{"code":"Request_BadRequest","message":"Invalid value specified for property displayName of resource Group.","innerError":{"request-id":"x"}}} POST https://graph.microsoft.com/v1.0/groups 400',
  '{"error":{"code":"accessDenied","message":"Access denied","innerError":{"request-id":"x"}}} PUT https://graph.microsoft.com/v1.0/me/drive/root:/a.txt:/content 403',
  '! [rejected] main -> main (fetch first) error: failed to push some refs to github.com/a/b',
  'kubectl apply: conflict with "kubectl-client-side-apply" using apps/v1: .spec.replicas. Apply failed with 1 conflict',
];
