/** Helpers that are written for one client library. */
import type { Subject } from '../remedies/subject.js';

/** The helper for calls of this library (by its id) alone; undefined for every other. */
export function onlyFor<T>(library: string, write: (subject: Subject) => T): (subject: Subject) => T | undefined {
  return (subject) => (subject.candidate.sdk?.id === library ? write(subject) : undefined);
}
