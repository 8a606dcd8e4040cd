/** Compares our operation with a label's words: the verb and the last literal path segments. Pure. */
import type { Row } from './labels.js';
import { operationWords } from './operation-words.js';
import type { Outcome } from './score.js';

/** An operation that is written out: `POST /subscriptions`, `POST members/$ref`, `PATCH /subscriptions/{id}`. */
const writtenOut = /^(GET|POST|PUT|PATCH|DELETE) (\/?[$\w{}-]+(?:\/[$\w{}-]+)*)( \(.*\)| If-Match)?$/;

/**
 * The operations a label's words allow, `…` for any path before.
 *
 * @param call the callee as written
 * @returns empty when the words name no path and no row of the table covers them
 */
export function expectedOperations(words: string, call = ''): string[] {
  const known = operationWords.find((row) => row.words.test(words) && (row.call?.test(call) ?? true));
  if (known) return known.operations;
  const written = writtenOut.exec(words);
  if (!written?.[1] || !written[2]) return [];
  const path = written[2].replace(/^\//, '').replace(/\{[^}]*\}/g, '{}');
  return [`${written[1]} …/${path}`];
}

/**
 * True if an operation is one of those expected: the same verb, and the expected segments at the path's end. A hole in
 * our path may stand for a literal of the label, except for the last literal, which has to be known.
 */
export function sameOperation(ours: string, expected: string): boolean {
  const [verb, path = ''] = split(ours);
  const [wantedVerb, wantedPath = ''] = split(expected);
  if (verb !== wantedVerb) return false;
  const segments = path.split('/').filter((s) => s !== '');
  const wanted = wantedPath.split('/').filter((s) => s !== '' && s !== '…');
  if (segments.length < wanted.length) return false;
  const tail = segments.slice(segments.length - wanted.length);
  const lastLiteral = wanted.findLastIndex((s) => s !== '{}');
  return wanted.every((want, index) => {
    const have = tail[index] ?? '';
    if (want === '{}') return true;
    if (have.toLowerCase() === want.toLowerCase()) return true;
    return index !== lastLiteral && have.includes('{');
  });
}

function split(operation: string): [string, string?] {
  const space = operation.indexOf(' ');
  return space < 0 ? [operation] : [operation.slice(0, space).toUpperCase(), operation.slice(space + 1)];
}

export interface OperationMismatch {
  row: Row;
  expected: string[];
  got: string[];
}

export interface OperationCheck {
  /** Rows at which a site was recognised and whose words could be read. */
  compared: number;
  right: number;
  mismatches: OperationMismatch[];
  /** Words that no row of the table covers. */
  unread: string[];
}

/** The operation check over all rows at which a site was recognised. Rows of another service's look-alikes count too. */
export function checkOperations(outcomes: readonly Outcome[]): OperationCheck {
  const out: OperationCheck = { compared: 0, right: 0, mismatches: [], unread: [] };
  for (const { row, sites } of outcomes) {
    if (sites.length === 0 || row.label === 'ambiguous') continue;
    const expected = expectedOperations(row.operation, row.call);
    if (expected.length === 0) {
      out.unread.push(row.operation);
      continue;
    }
    out.compared++;
    const got = sites.map((site) => site.operation);
    if (got.some((ours) => expected.some((want) => sameOperation(ours, want)))) out.right++;
    else out.mismatches.push({ row, expected, got });
  }
  return out;
}
