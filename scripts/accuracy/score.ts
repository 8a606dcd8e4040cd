/**
 * Scoring: labelled rows and recognised sites in, one outcome per row out. Pure.
 *
 * Recall counts marks among rows labelled `unhandled` and `mismatched`. False marks count marks among `handled`,
 * `idempotent` and `not-prone` rows, and marks on lines without a row in files whose rows are complete. Rows noted
 * `wrapper` or `fresh-id` and rows handled in another file stand apart; `ambiguous` rows are not scored.
 */
import type { Site } from '../../src/analysis/findings.js';
import { byFile, fileKey, type Judgement, type Row } from './labels.js';

/** What a row counts for. */
export type Group = 'prone' | 'safe' | 'wrapper' | 'fresh-id' | 'other-file' | 'ambiguous';

export interface Outcome {
  row: Row;
  group: Group;
  marked: boolean;
  /** The site that marks it, or else the site recognised there. */
  site?: Site;
  /** Every site on the row's own line, or else on its other lines. */
  sites: Site[];
}

/** A mark on a line without a row, in a file whose rows are complete. */
export interface Extra {
  repo: string;
  commit: string;
  path: string;
  lang: string;
  service: string;
  site: Site;
  judged?: Judgement;
}

export interface Score {
  outcomes: Outcome[];
  extras: Extra[];
}

/** What a row counts for by its label, note and place. */
export function groupOf(row: Row): Group {
  if (row.label === 'ambiguous') return 'ambiguous';
  if (row.note === 'wrapper' || row.note === 'fresh-id') return row.note;
  if (row.label === 'unhandled' || row.label === 'mismatched') return 'prone';
  return row.label === 'handled' && row.where === 'other-file' ? 'other-file' : 'safe';
}

/** Shown as something to look at: `unhandled`, `mishandled` or `race`. */
export const isMark = (site: Site): boolean =>
  site.verdict === 'unhandled' || site.verdict === 'mishandled' || site.verdict === 'race';

/** A `race` counts as found only if it names the check it stands on. */
const findsProne = (site: Site): boolean =>
  site.verdict !== 'race' || (site.reason === 'check-then-create' && site.trail.length > 0);

/** A createIfNotExists form really races, so saying so is no false mark. */
const mayRace = (row: Row): boolean =>
  row.label === 'idempotent' && /if\s?-?not\s?-?exists?/i.test(`${row.operation} ${row.call}`);

/**
 * Scores sites against rows.
 *
 * @param rows the rows to score; they decide which files count
 * @param sites the sites of each file, by `fileKey`
 * @param judgements what was said by hand about marks without a row
 */
export function score(
  rows: readonly Row[],
  sites: ReadonlyMap<string, readonly Site[]>,
  judgements: readonly Judgement[] = [],
): Score {
  const outcomes: Outcome[] = [];
  const extras: Extra[] = [];
  for (const [key, fileRows] of byFile(rows)) {
    const fileSites = sites.get(key) ?? [];
    const marks = new Map<Row, Site>();
    for (const site of fileSites.filter(isMark)) {
      const sharing = fileRows.filter((row) => linesOf(row).includes(site.line));
      for (const row of credited(sharing, site)) if (!marks.has(row)) marks.set(row, site);
      if (sharing.length === 0 && fileRows.some((row) => row.complete_file))
        extras.push(extra(fileRows, site, judgements));
    }
    for (const row of fileRows) outcomes.push(outcome(row, fileSites, marks.get(row)));
  }
  return { outcomes, extras };
}

const linesOf = (row: Row): number[] => [row.line, ...(row.alt_lines ?? [])];

/**
 * The rows a mark is credited to, among those that share its line: the prone ones first, those that are not scored
 * next, so that one mark on a batch is not a false mark of its harmless steps. A row's own line goes before an
 * alternative line. Several prone steps of one batch are all found by the mark at its execute call.
 */
function credited(sharing: readonly Row[], site: Site): Row[] {
  const own = (list: Row[]): Row[] => {
    const exact = list.filter((row) => row.line === site.line);
    return exact.length > 0 ? exact : list;
  };
  const prone = own(sharing.filter((row) => groupOf(row) === 'prone'));
  if (prone.length > 0) return findsProne(site) ? prone : [];
  const apart = own(sharing.filter((row) => groupOf(row) !== 'safe'));
  if (apart.length > 0) return apart;
  const safe = own([...sharing]);
  if (site.verdict === 'race' && safe.some(mayRace)) return [];
  return safe.slice(0, 1);
}

function outcome(row: Row, fileSites: readonly Site[], mark: Site | undefined): Outcome {
  const own = fileSites.filter((site) => site.line === row.line);
  const sites = own.length > 0 ? own : fileSites.filter((site) => linesOf(row).includes(site.line));
  const site = mark ?? sites[0];
  return { row, group: groupOf(row), marked: mark !== undefined, ...(site ? { site } : {}), sites };
}

function extra(fileRows: readonly Row[], site: Site, judgements: readonly Judgement[]): Extra {
  const first = fileRows[0];
  if (!first) throw new Error('a file without rows has no extra marks');
  const judged = judgements.find((j) => j.judgement !== 'far' && fileKey(j) === fileKey(first) && j.line === site.line);
  const { repo, commit, path, lang } = first;
  return { repo, commit, path, lang, service: site.service, site, ...(judged ? { judged } : {}) };
}

/** Only the sites a tool is certain of. */
export function certainOnly(sites: ReadonlyMap<string, readonly Site[]>): Map<string, Site[]> {
  return new Map([...sites].map(([key, list]) => [key, list.filter((site) => site.certainty === 'certain')]));
}
