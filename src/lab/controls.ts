/** What can be done to a running lab, by its own process and by `/__lab`. */

import type { Json } from './family.js';
import type { Fault, FaultRequest } from './faults.js';
import type { JournalEntry } from './journal.js';
import type { Settings } from './options.js';

/** A member that is there without a request. */
export interface SeedRequest {
  /** Path of the collection, as a request would name it: `/users`, `/me/drive/root/children`. */
  path: string;
  body: Json;
  /** It was deleted, and may hold its name. */
  deleted?: boolean;
  /** It is there, and no list shows it. */
  unlisted?: boolean;
}

export interface LabControls {
  /** Every request since the start or the last reset, in the order they came. */
  journal(): JournalEntry[];
  clearJournal(): void;
  /** Switches a fault on; returns its id. @throws Error when it cannot be one */
  fault(request: FaultRequest): string;
  faults(): readonly Fault[];
  /** Switches one off, or all. */
  clearFaults(id?: string): void;
  /** Puts a member in; returns it with its id. @throws Error when the path is of no collection */
  seed(request: SeedRequest): Json;
  /** Forgets every resource, fault and journal entry. Settings stay. */
  reset(): void;
  settings(): Readonly<Settings>;
  /** Changes settings. @throws Error when one is not known */
  configure(changes: Json): Readonly<Settings>;
  /** The members of each collection, by canonical path, deleted ones marked: the end state of a test. */
  resources(): Json;
  /** Canonical paths of the collections the lab has. */
  families(): string[];
}
