/**
 * Errors as the services write them, for the pages in docs/scenarios/: what people paste into a web search. Only wording
 * that a source of the scenario quotes; `…` stands for what is left out. A scenario without a row shows the codes and
 * words of the catalog. A test holds every row against the catalog.
 */

export interface ErrorText {
  status: number;
  /** `error.code` as written; none where the service sends none, or none is known. */
  code?: string;
  message: string;
  /** Codes of `error.details[]`. */
  details?: readonly string[];
  /** Code of `error.innerError`. */
  inner?: string;
}

const graph = (status: number, code: string, message: string, details?: readonly string[]): ErrorText =>
  details ? { status, code, message, details } : { status, code, message };

const CONFLICTING_VALUES =
  'A conflicting object with one or more of the specified property values is present in the directory.';
const SAME_ID = graph(409, 'Conflict', 'Resource with specified id or name already exists.');
const taken = (property: string): string =>
  `Another object with the same value for property ${property} already exists.`;

/** By scenario. */
export const ERROR_TEXTS: Readonly<Record<string, readonly ErrorText[]>> = {
  'bookings/appointment-overlap': [graph(500, 'UnknownError', ''), graph(400, 'BadRequest', 'Invalid Staff')],
  'bookings/staff-member-exists': [{ status: 409, message: 'A staff member already exists' }],
  'cosmos/account-operation-running': [
    graph(
      412,
      'PreconditionFailed',
      'There is already an operation in progress which requires exclusive lock on this service … Please retry the operation after sometime',
    ),
  ],
  'cosmos/container-exists': [SAME_ID],
  'cosmos/database-exists': [SAME_ID],
  'cosmos/gremlin-exists': [
    { status: 409, message: 'Conflicting request to resource has been attempted. Retry to avoid conflicts.' },
  ],
  'cosmos/item-id-exists': [
    graph(409, 'Conflict', 'Entity with the specified id already exists in the system.'),
    SAME_ID,
  ],
  'cosmos/retry-with': [
    graph(449, 'RetryWith', 'Conflicting request to resource has been attempted. Retry to avoid conflicts.'),
  ],
  'cosmos/script-exists': [SAME_ID],
  'cosmos/stale-etag': [graph(412, 'PreconditionFailed', 'One of the specified pre-condition is not met')],
  'cosmos/unique-key-taken': [
    graph(409, 'Conflict', 'Unique index constraint violation.'),
    graph(409, 'Conflict', 'Resource with specified id, name, or unique index already exists.'),
  ],
  'graph/access-package-exists': [
    graph(409, 'DuplicateAccessPackage', 'There\'s an existing access package with name "…" in the catalog.'),
  ],
  'graph/activity-notification-ambiguous': [
    graph(409, 'Conflict', 'Found multiple applications with the same Azure AD App ID …'),
  ],
  'graph/app-role-assignment-exists': [
    graph(400, 'Request_BadRequest', 'EntitlementGrant entry already exists.'),
    graph(400, 'Request_BadRequest', 'Permission being assigned already exists on the object'),
  ],
  'graph/application-exists': [graph(400, 'Request_BadRequest', taken('identifierUris'), ['ObjectConflict'])],
  'graph/application-not-replicated': [
    graph(409, 'Error_MsaAppDoesNotExist', 'The corresponding MSA application does not exist.'),
  ],
  'graph/assignment-policy-race': [graph(409, 'DuplicateKey', 'There is already a duplicated entity.')],
  'graph/channel-exists': [graph(400, 'NameAlreadyExists', 'Channel name already existed, please use other name')],
  'graph/conversation-member-exists': [graph(400, 'RosterAddMemberBlocked', 'Roster is blocked from add member.')],
  'graph/directory-role-activated': [graph(400, 'Request_BadRequest', CONFLICTING_VALUES)],
  'graph/drive-content-changed': [
    graph(409, 'resourceModified', 'Resource has changed since the caller last read it; usually an eTag mismatch'),
  ],
  'graph/drive-name-exists': [graph(409, 'nameAlreadyExists', 'Name already exists')],
  'graph/federated-credential-exists': [
    graph(409, 'Request_MultipleObjectsWithSameKeyValue', 'FederatedIdentityCredential with name … already exists.'),
  ],
  'graph/group-exists': [graph(400, 'Request_BadRequest', taken('mailNickname'), ['ObjectConflict'])],
  'graph/group-settings-exist': [graph(400, 'Request_BadRequest', CONFLICTING_VALUES)],
  'graph/invitation-known-address': [
    graph(400, 'BadRequest', 'The invited user already exists in the directory as objectID: …'),
  ],
  'graph/list-exists': [
    graph(
      409,
      'nameAlreadyExists',
      'A list, survey, discussion board, or document library with the specified title already exists …',
    ),
  ],
  'graph/mail-folder-exists': [graph(409, 'ErrorFolderExists', 'A folder with the specified name already exists.')],
  'graph/member-already-added': [
    graph(
      400,
      'Request_BadRequest',
      "One or more added object references already exist for the following modified properties: 'members'.",
    ),
  ],
  'graph/onenote-name-exists': [graph(409, '20117', 'An item with this name already exists in this location.')],
  'graph/open-extension-exists': [graph(400, 'Request_BadRequest', 'An extension already exists with given id.')],
  'graph/permission-grant-exists': [
    graph(409, 'Request_MultipleObjectsWithSameKeyValue', 'Permission entry already exists.'),
  ],
  'graph/planner-stale-etag': [
    graph(409, 'Conflict', 'The attempted changes conflicted with already accepted changes…'),
  ],
  'graph/print-connector-in-use': [
    { status: 409, message: 'Before deleting the connector, please unregister the associated printers.' },
  ],
  'graph/role-assignment-exists': [
    graph(400, 'Request_BadRequest', CONFLICTING_VALUES),
    graph(400, 'RoleAssignmentExists', 'The Role assignment already exists.'),
  ],
  'graph/subscription-duplicate': [
    graph(409, 'ObjectIdentifierInUse', 'Subscription Id … already exists for the requested combination'),
  ],
  'graph/team-exists': [graph(400, 'BadRequest', 'Tabs with duplicate DisplayName are not allowed.')],
  'graph/upload-name-taken': [
    graph(409, 'upload_name_conflict', 'Another file exists with the same name as the uploaded session…'),
  ],
  'graph/upload-session-open': [
    graph(409, 'nameAlreadyExists', 'A file with the same name is currently being uploaded'),
    graph(409, 'resourceModified', 'An upload session already exists for this file'),
  ],
  'graph/user-exists': [graph(400, 'Request_BadRequest', taken('userPrincipalName'), ['ObjectConflict'])],
};
