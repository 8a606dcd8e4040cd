/** Numbers in sentences. */
import { t } from './t.js';

/** The form for one and the form for several, each with `{0}` for the number. */
export type Forms = readonly [one: string, many: string];

/** A number with what it counts, in the user's language. */
export function plural(count: number, [one, many]: Forms): string {
  return t(count === 1 ? one : many, count);
}
