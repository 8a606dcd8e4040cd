/** What `npm run remedies:types` found, as it is kept in test/data/remedies-types.json. */
export interface TypesResult {
  /** Files that type-check before any fix. */
  files: number;
  /** Repositories they are from. */
  projects: number;
  /** Lines in them that are wrong by themselves and were silenced; none is of a marked call. */
  silenced: number;
  /** Fixes that were applied, each by itself. */
  fixes: number;
  /** How many of the fixed files type-check. */
  compiling: number;
  /** `repository/path: fix` of those that do not. */
  failing: string[];
}
