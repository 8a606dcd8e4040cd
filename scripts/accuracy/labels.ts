/** The labelled rows the accuracy is measured on, and the judgements added to them by hand. Read, checked, grouped. */
import { readFile } from 'node:fs/promises';

export type Label = 'unhandled' | 'mismatched' | 'handled' | 'idempotent' | 'not-prone' | 'ambiguous';

/** One labelled call site; the file's lines are JSON objects of this form. */
export interface Row {
  /** `owner/name`. */
  repo: string;
  commit: string;
  path: string;
  /** 1-based line of the method's own name. */
  line: number;
  /** Other lines at which the same site may fairly be reported. */
  alt_lines?: number[];
  lang: string;
  service: string;
  /** The operation in words: "create item", "POST /subscriptions". */
  operation: string;
  /** The callee as written on the line. */
  call: string;
  label: Label;
  where: 'same-function' | 'same-file' | 'other-file' | null;
  /** Every conflict-prone site of the file has a row. */
  complete_file: boolean;
  note?: 'fresh-id' | 'default-rename' | 'wrapper';
  why: string;
}

/**
 * A judgement by hand. `prone` and `safe` judge a mark on a line without a row; `far` says of a row that its operation
 * or the evidence for it stands further away than one relative import.
 */
export interface Judgement {
  repo: string;
  path: string;
  line: number;
  judgement: 'prone' | 'safe' | 'far';
  why: string;
}

const labels = new Set<string>(['unhandled', 'mismatched', 'handled', 'idempotent', 'not-prone', 'ambiguous']);

/**
 * Reads labels, one JSON object a line.
 *
 * @throws Error naming the line when it is not such an object
 */
export function parseRows(text: string): Row[] {
  return parseLines<Row>(text, (row) =>
    typeof row['repo'] === 'string' &&
    typeof row['path'] === 'string' &&
    typeof row['line'] === 'number' &&
    typeof row['lang'] === 'string' &&
    typeof row['operation'] === 'string' &&
    labels.has(String(row['label']))
      ? undefined
      : 'no labelled row',
  );
}

/**
 * Reads judgements, one JSON object a line.
 *
 * @throws Error naming the line when it is not such an object
 */
export function parseJudgements(text: string): Judgement[] {
  return parseLines<Judgement>(text, (row) =>
    typeof row['repo'] === 'string' &&
    typeof row['path'] === 'string' &&
    typeof row['line'] === 'number' &&
    ['prone', 'safe', 'far'].includes(String(row['judgement'])) &&
    typeof row['why'] === 'string'
      ? undefined
      : 'no judgement',
  );
}

function parseLines<T>(text: string, wrong: (row: Record<string, unknown>) => string | undefined): T[] {
  const out: T[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Error(`line ${index + 1}: not JSON`);
    }
    if (row === null || typeof row !== 'object') throw new Error(`line ${index + 1}: not an object`);
    const message = wrong(row as Record<string, unknown>);
    if (message) throw new Error(`line ${index + 1}: ${message}`);
    out.push(row as T);
  });
  return out;
}

/** Reads a file of labels. */
export async function readRows(file: string): Promise<Row[]> {
  return parseRows(await readFile(file, 'utf8'));
}

/** A repository's folder below the sources folder. */
export const folderOf = (repo: string): string => repo.replace('/', '+');

/** One key per labelled file. */
export const fileKey = (at: { repo: string; path: string }): string => `${at.repo}:${at.path}`;

/** Rows by file. */
export function byFile(rows: readonly Row[]): Map<string, Row[]> {
  const out = new Map<string, Row[]>();
  for (const row of rows) {
    const list = out.get(fileKey(row));
    if (list) list.push(row);
    else out.set(fileKey(row), [row]);
  }
  return out;
}
