/**
 * Sentences that portals, terminals, client programs and older faces of the services write in place of a code. A space in
 * an expression stands for any break of a line, see signs.ts.
 */
import type { Sign } from './sign.js';

export const messageSigns: readonly Sign[] = [
  // Files and lists of SharePoint and OneDrive.
  { rule: 'graph/drive-stale-etag', words: /your changes conflict with those made/i, weight: 6, decides: true },
  { rule: 'graph/drive-stale-etag', words: /\b(?:PnP|SPO)\w{2,40} ?: ?Version conflict\b/i, weight: 6, decides: true },
  {
    rule: 'graph/drive-stale-etag',
    words: /\b(?:file|item|document) .{1,300} has been modified by .{1,120} on \d/i,
    weight: 6,
    decides: true,
  },
  ...['drive-stale-etag', 'drive-content-changed'].map((name) => ({
    rule: `graph/${name}`,
    words: /ETag does not match (?:the )?current (?:item|value)/i,
    weight: 5,
  })),
  ...['drive-stale-etag', 'drive-content-changed'].map((name) => ({
    rule: `graph/${name}`,
    words: /\be-?tag\b/i,
    weight: 2,
  })),
  {
    rule: 'graph/drive-stale-etag',
    words:
      /\bsave conflict\b[\s\S]{0,200}\b(?:sp|sharepoint|list|spexception)\b|\b(?:sp|sharepoint|list|spexception)\b[\s\S]{0,200}\bsave conflict\b/i,
    weight: 6,
    decides: true,
  },
  { rule: 'graph/drive-stale-etag', words: /\bsave conflict\b/i, weight: 5 },
  // What was written over a change is the content where something is uploaded, else the item's properties.
  { rule: 'graph/drive-content-changed', words: /\bupload(?:ing|ed|File\w{0,20})\b(?! session)/i, weight: 1 },
  {
    rule: 'graph/drive-name-exists',
    words: /-2147024816\b|-2147024713\b|\ba file (?:or folder )?with the name .{1,300} already exists\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-name-exists',
    words:
      /\balready has an? (?:item|file|folder) (?:named|with th(?:is|e same) name)|\bfile with th(?:is|e same) name already exists/i,
    weight: 4,
    decides: true,
  },
  { rule: 'graph/drive-copy-name-exists', words: /\bcop(?:y|ied|ying)\b/i, weight: 2 },
  {
    // The same as it is written in Dutch, German, French, Spanish, Italian.
    rule: 'graph/drive-name-exists',
    words:
      /\bal een bestand of map met de naam\b|\bDatei oder ein Ordner (?:mit dem Namen|namens)\b|\bun fichier ou (?:un )?dossier (?:nommé|portant le nom|avec le nom)\b|\bun archivo o (?:una )?carpeta (?:con el nombre|denominad)|\bun file o una cartella (?:con nome|denominat|con il nome)/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-item-locked',
    words:
      /-2130575306\b|\bresource you are attempting to access is locked\b|\bis checked out for editing by\b|another process has locked a portion/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-item-locked',
    words: /\bis locked for (?:shared|exclusive) use by\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/drive-item-locked',
    words: /\bis checked out (?:for editing )?by\b|\bto .{1,20}check ?in\b.{0,60}\bchecked out\b/i,
    weight: 5,
  },
  {
    rule: 'graph/drive-item-locked',
    words: /specified lock arguments|lock token|\bresource locked\b/i,
    weight: 4,
  },
  {
    rule: 'graph/upload-session-open',
    words: /create an upload session|upload session .{0,40}(?:exists|in progress)/i,
    weight: 4,
  },
  {
    // The same sentence as the service has it in other languages: Dutch, German, French, Spanish, Italian.
    rule: 'graph/list-exists',
    words:
      /\blijst, enquête, discussiebord|\bListe, (?:eine )?Umfrage, (?:ein )?Diskussions|\bliste, (?:une )?enquête, (?:un )?(?:forum|panneau) de discussion|\blista, (?:una )?encuesta, (?:un )?panel de discusi|\belenco, (?:un )?sondaggio, (?:una )?(?:discussione|bacheca)/i,
    weight: 6,
    decides: true,
  },
  // The directory, as older modules and Exchange speak of it.
  {
    rule: 'graph/user-exists',
    words: /UserAlreadyExistsException|\buser with this user ?principal ?name already exists/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/user-exists',
    words: /proxy address .{1,300} is already being used|property EmailAddresses is incorrect/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/group-exists',
    words: /\bmail ?nickname\b.{0,120}\balready (?:exists?|in use|taken|used)\b/i,
    weight: 5,
    decides: true,
  },
  {
    rule: 'graph/group-exists',
    words: /\balias\b.{0,120}\b(?:already|being) (?:used|taken|in use|exists?)/i,
    weight: 4,
  },
  { rule: 'graph/group-exists', codes: ['UnableToGenerateValidTeamAlias'] },
  {
    rule: 'graph/invitation-known-address',
    words:
      /\binvit(?:e|ed|ing|ation)\b.{0,120}\buser already exists\b|\binvitation\b.{0,80}\balready exists with\b|\balready exists\b.{0,120}\bcan(?:.?t|not) be invited\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/member-already-added',
    words: /MemberAlreadyExistsException|\bis already (?:a|an) (?:member|owner) of the (?:group|role)\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/conversation-member-exists',
    words: /\bis already (?:a|an) (?:member|owner) of (?:the |this )?(?:team|chat|channel|conversation)\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/member-already-added',
    words:
      /\b(?:to (?:an? |the )?(?:school|class)\b|education\/(?:schools|classes)\/[^/\s]{1,80}\/(?:users|members|teachers)\b)[\s\S]{0,600}\b(?:conflicting object|already exists?)\b/i,
    weight: 7,
    decides: true,
  },
  // Teams, as its client, its administration and its developer tools speak.
  {
    rule: 'graph/channel-exists',
    words: /\bname can.?t be the same as any channels?\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/teams-app-published',
    words:
      /\balready an? app(?:lication)? (?:in the catalog )?with the same app ?ID\b|\bapp with th(?:is|e same) (?:app )?ID already exists\b/i,
    weight: 6,
    decides: true,
  },
  { rule: 'graph/teams-app-published', codes: ['TeamsAppPublishConflict', 'TeamsAppCreateConflict'] },
  {
    rule: 'graph/teams-app-published',
    words:
      /\bapp ?ID (?:is conflicting|conflicts) with another app\b|\bTeams app with (?:that|the same) (?:app )?id already exists\b|\bapp with (?:that|the same) (?:app )?id already exists in (?:your organi|the (?:tenant|catalog|app store))/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/team-exists',
    words: /\bgroup (?:is )?already (?:has|linked to|associated with) an? (?:microsoft )?team\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/teams-app-installed',
    words:
      /\bapp (?:is|was|has been) already (?:been )?(?:installed|added)\b|\balready installed in (?:the|this) (?:scope|team|chat)\b/i,
    weight: 5,
    decides: true,
  },
  {
    rule: 'graph/activity-notification-ambiguous',
    words: /\bmultiple Teams apps (?:are |were )?installed in the same scope\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/subscription-duplicate',
    words: /\bsubscripti?on already exists\b.{0,80}\bdeleted before\b/i,
    weight: 6,
    decides: true,
  },
  {
    rule: 'graph/directory-concurrency',
    words: /\bconcurrent requests being made to the tenant\b/i,
    weight: 6,
    decides: true,
  },
  // Excel's one sentence for sheets, tables and names.
  { rule: 'graph/workbook-conflict', words: /same name or identifier already exists/i, weight: 6, decides: true },
  { rule: 'graph/planner-stale-etag', words: /\b(?:task|plan|bucket) ?details\b/i, weight: 4 },
  // Cosmos DB.
  {
    rule: 'cosmos/change-feed-lease',
    words: /\blease (?:update conflict|with token)|\blease token .{0,80}\btaken over|\blease was lost\b/i,
    weight: 14,
    decides: true,
  },
  {
    rule: 'cosmos/account-name-taken',
    words: /(?<!checking (?:if|whether|for) )\bcosmos ?db account\b.{0,80}\balready exists\b/i,
    weight: 6,
    decides: true,
  },
  // The roles of an account are changed one at a time.
  {
    rule: 'cosmos/account-operation-running',
    words: /SQLRoleAssignment|\bSQL ?Role ?(?:Assignment|Definition)|azurerm_cosmosdb_(?:account|sql_role)/i,
    weight: 5,
  },
  // The bulk library works through a stored procedure of its own.
  { rule: 'cosmos/bulk-conflict', words: /\bmini-?batch\b|BulkImportAsync|BulkExecutor/i, weight: 16, decides: true },
  {
    rule: 'cosmos/partition-key-hash',
    words: /conflicting hashed partition ?key/i,
    weight: 14,
    decides: true,
  },
];
