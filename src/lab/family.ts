/**
 * What a family of resources is: one row says which collections it has, what makes two of its members the same, and what
 * the service answers then. The generic service (`resource.ts`) does the rest; no family is named outside `families/`.
 */

/** A member of a collection, and any other JSON object. */
export type Json = Record<string, unknown>;

/** What the service says on a conflict. `rule` and `status` (and `code`, where the catalog has any) stand in the catalog. */
export interface Conflict {
  /** Id of the scenario. */
  rule: string;
  /** Id of the reference record the answer is taken from, where there is one. */
  record?: string;
  status: number;
  /**
   * `error.code`. Where neither this nor the catalog names one, the general word `Conflict` (or what Graph says for the
   * status) is sent: clients fail on a body without a code.
   */
  code?: string;
  /** `error.message`; `{value}`, `{field}` and `{id}` (of the one that is there) are filled in. */
  message: string;
  /** Codes of `error.details`, each with the field as target. */
  details?: string[];
  /** `error.innerError.code`. */
  innerCode?: string;
}

/** How two values of a field are compared. */
export type Match = 'exact' | 'no-case' | 'set' | 'any' | 'overlap';

/** What a portal does where the API refuses. `refuse` is for rules that hold in the portal alone. */
export type PortalAct = 'link' | 'restore' | 'rename' | 'skip' | 'accept' | 'refuse';

/** Fields that no two members of the collection may share. */
export interface Unique {
  /** Paths into the body (`teamsApp.id`). The rule applies where the first one is present. */
  fields: string[];
  /** How the first field is compared (default `no-case`); the others are compared without regard to case. */
  match?: Match;
  /** Further collections whose members count, and the field that is compared there. */
  across?: { collection: string; field: string }[];
  /** A soft-deleted member holds the value. */
  heldByDeleted?: boolean;
  conflict: Conflict;
  /** What the portal does with a holder that is there, and with a deleted one. Without it the portal refuses too. */
  portal?: PortalAct;
  portalDeleted?: PortalAct;
  /** Only the portal knows this rule. */
  onlyPortal?: boolean;
}

/** How writes with `If-Match` are answered. */
export interface EtagRule {
  /** Property of the member that repeats the tag. `@odata.etag` is always there. */
  property?: 'eTag' | 'changeKey';
  /** The tag was never given out, or another one is there now. */
  stale: Conflict;
  /** `If-Match` is required; this is the answer without it. */
  missing?: Conflict;
  /** A tag that was valid once is accepted when the changes since then touch other fields; else this is answered. */
  overlapping?: Conflict;
}

/** Refusals that depend on the state of a member. */
export type Guard =
  /** Changes are refused once the field has another value than those. */
  | { kind: 'decided'; field: string; open: string[]; conflict: Conflict }
  /** The member cannot be deleted while another collection names it. */
  | { kind: 'in-use'; collection: string; field: string; conflict: Conflict }
  /** Entries of the list may be added, not removed. */
  | { kind: 'keeps'; field: string; conflict: Conflict };

/** `POST …/{}/name`, an operation on a member (or on a collection, where the path ends so). */
export interface Action {
  /** In the grammar of paths: `/applications/{}/addPassword`. */
  path: string;
  status: number;
  /** It adds its body, with an id, to this list of the member. */
  appends?: string;
  /** While one runs a second one is refused; it runs this long unless an option says otherwise. */
  busyMs?: number;
  conflict?: Conflict;
}

export interface Family {
  /** Canonical paths of the collections (see `paths.ts`): `/teams/{}/channels`. The last segment names the collection. */
  collections: string[];
  /** The paths are not of collections but of one object each, which is there as soon as it is asked for. */
  single?: true;
  unique?: Unique[];
  /** The collection takes one member; this is the answer to a second one. */
  alone?: Conflict;
  etag?: EtagRule;
  guards?: Guard[];
  actions?: Action[];
  /** Properties a new member must have; the answer without is 400. */
  requires?: string[];
  /** Properties the service makes. */
  makes?: Record<string, 'guid' | 'now'>;
  /** Properties taken from a reference in the body: `{ 'teamsApp@odata.bind': 'teamsApp.id' }`. */
  binds?: Record<string, string>;
  /** The property that serves as id. */
  idFrom?: string;
  /** Prefix of generated ids. */
  idPrefix?: string;
  /** Properties by which `name(key='value')` and `/name/value` find a member. */
  keys?: string[];
  /** Keys that take `PATCH` with `Prefer: create-if-missing`. */
  upsertKeys?: string[];
  /** Never sent back. */
  hidden?: string[];
  /** `null` in lists. */
  nullInLists?: string[];
  /** `$filter` is refused. */
  noFilter?: boolean;
  /** The same values again give the member that is there, with this status. */
  same?: { fields: string[]; status: number; only?: Record<string, string> };
  /** Values a new member has. */
  starts?: Json;
  /** When this time passes, the member is gone. */
  expires?: string;
  /** Answer of a create (default 201, the member), of a change (default 200, the member; 204 without a body). */
  created?: 201 | 202 | 204;
  changed?: 200 | 204;
  /** What `PUT` on a member does (default: not allowed). */
  put?: 'create-or-conflict' | 'create-or-replace';
  /** The conflict of `PUT` with `create-or-conflict`. */
  putConflict?: Conflict;
  /** Members that are deleted stay: in /directory/deletedItems under this type, or nowhere to be seen. */
  deleted?: { type: string } | 'unseen';
  /** The members are references: `POST …/$ref` with `@odata.id`. */
  references?: { conflict: Conflict; boundBy: string };
}
