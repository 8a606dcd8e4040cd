/** Which records of the conflict reference a text is like, where a scenario was built from several. */
import type { Scenario } from '../catalog/types.js';
import type { Evidence } from './evidence.js';

/** What tells a record from the others of its scenario. All that is given must hold. */
interface RecordSign {
  record: string;
  statuses?: readonly number[];
  words?: RegExp;
}

const SIGNS: readonly RecordSign[] = [
  { record: 'bookings-appointment-invalid-staff-400', words: /invalid staff/i },
  { record: 'bookings-appointment-overlap-500', statuses: [500] },
  { record: 'cosmos-account-exclusive-lock-412', words: /exclusive lock/i },
  { record: 'cosmos-throughput-scale-423', statuses: [423] },
  { record: 'cosmos-throughput-scale-423', words: /\/offers|throughput|scale operation/i },
  { record: 'cosmos-snapshot-pending', words: /snapshot/i },
  { record: 'cosmos-partitionkey-mismatch-400', words: /PartitionKey extracted|\b1001\b/i },
  { record: 'cosmos-batch-409-424', statuses: [409, 424, 412] },
  { record: 'cosmos-container-create-exists', statuses: [409] },
  { record: 'cosmos-container-recreate-stale', words: /\b410\b|\b1024\b|Gone\b/ },
  { record: 'cosmos-gremlin-412', statuses: [412] },
  { record: 'cosmos-gremlin-409', statuses: [409] },
  { record: 'cosmos-create-with-etag-condition-409-not-412', words: /if-?none-?match|if-?match|etag(?!["']?\s?:)/i },
  { record: 'cosmos-create-item-id-exists', statuses: [409] },
  { record: 'cosmos-write-hedging-extra-409', words: /hedg/i },
  { record: 'cosmos-create-after-timeout-own-write', words: /timed? ?out|\b408\b|\b503\b|RequestTimeout|ECONNRESET/i },
  { record: 'cosmos-429-vs-409', words: /request rate is large|\b3200\b|\b429\b/i },
  { record: 'cosmos-upsert-concurrent-449', words: /upsert|Retry to avoid conflicts/i },
  { record: 'cosmos-449-sdk-handling', statuses: [449] },
  { record: 'cosmos-orleans-all-three', words: /orleans|grain/i },
  { record: 'cosmos-session-token-on-conflict', words: /session token/i },
  { record: 'cosmos-replace-etag-412', statuses: [412] },
  { record: 'cosmos-functions-output-binding', words: /IAsyncCollector|CosmosDBOutput|Azure\.WebJobs|output binding/i },
  { record: 'cosmos-dapr-only-412', words: /dapr|state store/i },
  { record: 'cosmos-emulator-clone-differences', words: /emulator|cosmosdb-server/i },
  { record: 'cosmos-unique-key-upsert-449-legacy', statuses: [449] },
  { record: 'cosmos-unique-key-violation', statuses: [409] },
  { record: 'graph-application-identifieruri-duplicate-400', words: /identifierUris/i },
  { record: 'graph-upsert-uniquename', words: /uniqueName/i },
  { record: 'graph-prefer-header-precondition-variants', words: /create-if-missing|if-none-match/i },
  {
    record: 'graph-backup-unit-already-protected',
    words: /ProtectionUnitAlreadyExists|Duplicate(?:Protection|Artifact)/i,
  },
  { record: 'graph-backup-wrong-state-403', words: /ActionNotAllowed|TooManyActiveRestoreSessions/i },
  { record: 'graph-backup-policy-exists', words: /PolicyCreationNotAllowed/i },
  { record: 'graph-chat-member-add-blocked', words: /Roster/i },
  { record: 'graph-team-member-add-twice', words: /already exists|already a member/i },
  { record: 'graph-drive-onenote-name-exists', words: /onenote|notSupported/i },
  { record: 'graph-drive-put-content-resource-modified', words: /resourceModified|has changed since/i },
  { record: 'graph-drive-put-default-replace', words: /nameAlreadyExists/i },
  { record: 'graph-external-schema-exists-400', words: /schema/i },
  { record: 'graph-external-connection-503-then-409', words: /\b503\b|ServiceUnavailable/i },
  { record: 'graph-external-connection-duplicate', statuses: [409] },
  {
    record: 'graph-federated-credential-subject-duplicate-400',
    words: /InvalidFederatedIdentityCredentialValue|issuer and subject/i,
  },
  { record: 'graph-federated-credential-name-duplicate', words: /with name|Request_MultipleObjects/i },
  { record: 'graph-invitation-user-already-exists-400', statuses: [400] },
  { record: 'graph-education-member-ref-exists-400', words: /education/i },
  { record: 'graph-member-ref-exists-400', words: /added object references|Request_BadRequest/i },
  { record: 'graph-onenote-name-exists', words: /20117|already exists/i },
  { record: 'graph-onenote-state-codes', words: /\b(?:10012|30105|30106|40009)\b/ },
  { record: 'graph-event-concurrent-item-save', words: /ConcurrentItemSave/i },
  { record: 'graph-outlook-irresolvable-conflict', words: /IrresolvableConflict|change ?key/i },
  { record: 'graph-planner-precondition-412', statuses: [412] },
  { record: 'graph-planner-stale-conflict-409', statuses: [409] },
  {
    record: 'graph-pim-assignment-request-duplicate-400',
    words: /RoleAssignmentExists|Pending|ScheduleRequest|ResourceIsLocked/i,
  },
  { record: 'graph-role-assignment-duplicate-400', words: /conflicting object|roleAssignments/i },
  { record: 'graph-subscription-presence-single', words: /presence|ExtensionError/i },
  { record: 'graph-subscription-validation-400', words: /validation/i },
  { record: 'graph-subscription-renew-after-expiry', statuses: [404] },
  { record: 'graph-subscription-duplicate', words: /ObjectIdentifierInUse|requested combination/i },
  { record: 'graph-team-template-tab-duplicate-400', words: /Tabs? with duplicate/i },
  { record: 'graph-team-clone-or-create-async', statuses: [202] },
  { record: 'graph-team-put-already-exists', statuses: [409] },
  {
    record: 'graph-user-proxyaddress-mail-conflict-400',
    words: /proxyAddresses|otherMails|property mail\b|ConflictingObjects/i,
  },
  { record: 'graph-user-upn-duplicate-400', words: /userPrincipalName/i },
  { record: 'graph-onpremises-sync-property-conflict', words: /onPremisesProvisioningErrors|PropertyConflict/i },
  { record: 'graph-sdk-retry-middleware-ignores-409', words: /retry ?handler|middleware/i },
  { record: 'graph-generic-409-semantics', statuses: [409] },
];

/** The records that fit best, in the table's order; all of the scenario where nothing tells them apart. */
export function recordsFor(scenario: Scenario, { text, statuses }: Evidence): string[] {
  const { records } = scenario;
  if (records.length < 2) return [...records];
  const fits = SIGNS.filter(
    ({ record, statuses: wanted, words }) =>
      records.includes(record) && (wanted?.some((s) => statuses.has(s)) ?? true) && (words?.test(text) ?? true),
  ).map(({ record }) => record);
  return fits.length > 0 ? [...new Set(fits)] : [...records];
}
