/** Checks of values that come as messages: what is not of the wanted shape is dropped by whoever receives it. */

/** Says whether a value is of a type. */
export type Check<T> = (value: unknown) => value is T;

/** A check for each field; optional fields stand in `optional`. */
type Fields<T> = { [K in keyof T]-?: Check<Exclude<T[K], undefined>> };

/** A text, at most so long that a message cannot fill the memory. */
export const text: Check<string> = (value): value is string => typeof value === 'string' && value.length <= 200_000;

/** A number that can be counted with. */
export const number: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** One of the given texts or numbers. */
export function oneOf<const T extends string | number>(...values: readonly T[]): Check<T> {
  return (value): value is T => values.some((one) => one === value);
}

export function listOf<T>(item: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.length <= 10_000 && value.every(item);
}

/** Any names, each with a value of one shape. */
export function table<T>(item: Check<T>): Check<Record<string, T>> {
  return (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(item);
}

/**
 * An object with these fields; further ones do not harm.
 *
 * @param optional names of fields that may be absent
 */
export function shape<T extends object>(fields: Fields<T>, ...optional: (keyof T)[]): Check<T> {
  const names = Object.keys(fields) as (keyof T)[];
  return (value): value is T =>
    isRecord(value) &&
    names.every((name) => {
      const own = Object.hasOwn(value, name) ? value[name as string] : undefined;
      return own === undefined ? optional.includes(name) : fields[name](own);
    });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
