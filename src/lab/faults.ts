/**
 * Faults that are switched on: a conflict that clears or does not, a delay, a barrier, another writer in between, an answer
 * that gets lost. Each applies to one operation, a number of times.
 */
import { randomUUID } from 'node:crypto';
import { scenarioById } from '../catalog/index.js';
import { parseOperation } from '../catalog/operation.js';

/** How long a barrier waits for the rest, when nothing else is said. */
const HOLD_MS = 2000;

export interface FaultRequest {
  /** The operation, in the catalog's grammar (`POST /subscriptions`, `POST /dbs/{}/colls/{}/docs#upsert`). */
  on: string;
  /** How many requests it applies to (default 1); `always` never clears. */
  times?: number | 'always';
  /** Leaves this many requests alone first. */
  after?: number;
  /** The answer instead of the service's: one of a scenario of the catalog, or a status with a code. */
  answer?: { rule: string; status?: number } | { status: number; code?: string; message?: string };
  /**
   * `Retry-After` of that answer: seconds, an HTTP date so many seconds ahead (a negative number is past), or, for
   * Cosmos DB, milliseconds in `x-ms-retry-after-ms`. When nothing is said, one second is sent where the catalog says
   * that the service sends it; `none` leaves it out there too, since it is sent sometimes.
   */
  retryAfter?: { seconds: number } | { date: number } | { milliseconds: number } | 'none';
  /** Waits before the request is looked at. */
  delayMs?: number;
  /** Holds requests until this many are there, then lets all go at once: a race that is one. Counts as one use for each request. */
  hold?: number;
  /** A barrier opens after this time even when fewer came (default 2000). */
  holdMs?: number;
  /** Before the request is carried out, another writer changes the resource: its tag is another one then. */
  otherWriter?: boolean;
  /** Before a create is carried out, another writer makes the same: a race that a check before cannot see. */
  otherCreates?: boolean;
  /** Carries the request out, then sends `answer` (default 504): the caller cannot know. */
  carriedOut?: boolean;
}

export interface Fault extends FaultRequest {
  id: string;
  /** Uses left. */
  left: number;
  /** How often it was applied. */
  used: number;
}

interface Barrier {
  waiting: (() => void)[];
  timer: NodeJS.Timeout;
}

export class Faults {
  private list: Fault[] = [];
  private readonly barriers = new Map<string, Barrier>();

  /** @returns its id. @throws OperationError when `on` is not in the catalog's grammar */
  add(request: FaultRequest): string {
    parseOperation(request.on);
    const times = request.times ?? (request.hold === undefined ? 1 : request.hold);
    const left = times === 'always' ? Number.POSITIVE_INFINITY : times;
    const fault: Fault = { ...request, id: randomUUID(), left, used: 0 };
    this.list.push(fault);
    return fault.id;
  }

  all(): readonly Fault[] {
    return this.list;
  }

  /** Removes one, or all; lets go who waits. */
  remove(id?: string): void {
    for (const fault of this.list) if (id === undefined || fault.id === id) this.open(fault.id);
    this.list = id === undefined ? [] : this.list.filter((f) => f.id !== id);
  }

  /** Uses up and returns the faults for an operation. Only one of those with an answer is taken. @param spellings of the operation */
  take(spellings: readonly string[]): Fault[] {
    const names = spellings.map((s) => s.toLowerCase());
    const taken: Fault[] = [];
    for (const fault of this.list) {
      if (fault.left <= 0 || !names.includes(fault.on.toLowerCase())) continue;
      if (fault.answer && taken.some((f) => f.answer)) continue;
      if (fault.after && fault.after > 0) {
        fault.after--;
        continue;
      }
      fault.left--;
      fault.used++;
      taken.push(fault);
    }
    return taken;
  }

  /** Waits for the delay and the barrier of a fault. */
  async wait(fault: Fault): Promise<void> {
    if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    if (fault.hold && fault.hold > 1) await this.arrive(fault, fault.hold);
  }

  private arrive(fault: Fault, needed: number): Promise<void> {
    return new Promise((resolve) => {
      const found = this.barriers.get(fault.id);
      const barrier = found ?? {
        waiting: [],
        timer: setTimeout(() => this.open(fault.id), fault.holdMs ?? HOLD_MS),
      };
      this.barriers.set(fault.id, barrier);
      barrier.waiting.push(resolve);
      if (barrier.waiting.length >= needed) this.open(fault.id);
    });
  }

  private open(id: string): void {
    const barrier = this.barriers.get(id);
    if (!barrier) return;
    clearTimeout(barrier.timer);
    this.barriers.delete(id);
    for (const go of barrier.waiting) go();
  }
}

/** The headers that tell when to come again. */
export function retryHeaders({ retryAfter, answer }: FaultRequest, now: Date): Record<string, string> {
  if (retryAfter === 'none') return {};
  if (!retryAfter) {
    const sent = answer && 'rule' in answer && scenarioById(answer.rule)?.retryAfter;
    return sent ? { 'Retry-After': '1' } : {};
  }
  if ('seconds' in retryAfter) return { 'Retry-After': String(retryAfter.seconds) };
  if ('milliseconds' in retryAfter) return { 'x-ms-retry-after-ms': String(retryAfter.milliseconds) };
  return { 'Retry-After': new Date(now.getTime() + retryAfter.date * 1000).toUTCString() };
}
