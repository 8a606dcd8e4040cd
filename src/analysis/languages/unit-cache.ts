/**
 * Lowered declarations by their text, so that a keystroke lowers again only what it touched.
 *
 * A unit is a member of a type or a top-level statement. Its text decides what it lowers to (a language must not look
 * outside a unit while lowering it), so a unit whose text is unchanged is taken as it is; only its offsets move.
 * They move in place: the model of the version before must not be read any more, and no two places of a unit may share
 * one range object.
 */
export class UnitCache {
  private old = new Map<string, { start: number; value: unknown }[]>();
  private now = new Map<string, { start: number; value: unknown }[]>();
  /** Units lowered afresh in the current version. */
  lowered = 0;
  /** Units taken over from the version before. */
  reused = 0;

  /** Begins a new version: what the last one held may be taken over. */
  next(): void {
    this.old = this.now;
    this.now = new Map();
    this.lowered = 0;
    this.reused = 0;
  }

  /**
   * The lowered form of a unit.
   *
   * @param kind what the text is lowered as (the same text may mean different things)
   * @param text the unit's source
   * @param start its offset in the file
   */
  take<T>(kind: string, text: string, start: number, lower: () => T): T {
    const key = `${kind}\n${text}`;
    const known = this.old.get(key)?.shift();
    let value: T;
    if (known) {
      value = known.value as T;
      shift(value, start - known.start);
      this.reused++;
    } else {
      value = lower();
      this.lowered++;
    }
    const list = this.now.get(key);
    if (list) list.push({ start, value });
    else this.now.set(key, [{ start, value }]);
    return value;
  }

  /** Lowers a unit that must not be taken over, now or later. */
  fresh<T>(lower: () => T): T {
    this.lowered++;
    return lower();
  }
}

/** Moves every offset in a piece of the code model, in place. */
function shift(value: unknown, by: number): void {
  if (by === 0 || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value) shift(item, by);
    return;
  }
  const record = value as Record<string, unknown>;
  if (typeof record['start'] === 'number' && typeof record['end'] === 'number') {
    record['start'] += by;
    record['end'] += by;
    return;
  }
  for (const key in record) shift(record[key], by);
}
