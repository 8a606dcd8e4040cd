/** Statuses of .NET libraries are numbers or names, and the two are not compared with each other. */
import type { Members } from '../../remedies/remedy.js';

/** Members that are a `System.Net.HttpStatusCode`; the others are numbers. */
const NAMED = new Set(['StatusCode']);

/** The status as the type of what it is compared with. */
export function comparable({ path, root, against }: Members): string {
  const status = `${root}.${path.join('?.')}`;
  const named = NAMED.has(path.at(-1) ?? '');
  if (typeof against === 'number' && named) return `(int)${status}`;
  // `HttpStatusCode` of `HttpStatusCode.Conflict`
  const [type] = typeof against === 'string' ? against.split(/\.(?=\w+$)/) : [];
  return type !== undefined && !named ? `(${type})${status}` : status;
}
