/** What the lab noted of a call without and with a remedy. The rows are recorded by `npm run journals`. */
import type { RemedyId } from '../catalog/types.js';
import type { JournalsView } from '../panel/protocol.js';
import recorded from './journals.json' with { type: 'json' };

/** A request, the status of its answer, and the code of its error. */
export type JournalRow = [request: string, status: number, code?: string];

/** By scenario and remedy. */
export type JournalTable = Readonly<
  Record<string, Partial<Record<RemedyId, { before: JournalRow[]; after: JournalRow[] }>>>
>;

const journals = recorded as unknown as JournalTable;

/** The journals of a remedy; undefined where it was not run, or changes nothing that a service sees. */
export function journalsOf(rule: string, remedy: RemedyId): JournalsView | undefined {
  const both = journals[rule]?.[remedy];
  const rows = (all: readonly JournalRow[]) =>
    all.map(([request, status, code]) => ({ request, status, ...(code !== undefined && { code }) }));
  return both && { before: rows(both.before), after: rows(both.after) };
}
