/** A function that gives on a part of an answer: what stands where in what it gives. */
import type { BoundFile } from '../bind/file.js';
import type { Val } from '../code-model.js';
import type { Shape } from './shape.js';
import { pathOf, type Subjects } from './subject.js';

/**
 * The shape of what is given on, where that is a part of the answer (`return res.status`) or a record of parts
 * (`return { code: res.status }`). Anything else holds the answer as a whole, and keeps its shape.
 */
export function partGiven(shape: Shape, value: Val, file: BoundFile, subjects: Subjects): Shape {
  if (!shape.response || !shape.known) return shape;
  const places = placesIn(value, file, subjects);
  if (!places.length) return shape;
  const moved = (list: string[] | undefined): string[] =>
    (list ?? []).flatMap((row) =>
      places.flatMap(({ path, key }) => {
        const prefix = path.join('.');
        if (row !== prefix && !row.startsWith(`${prefix}.`)) return [];
        const rest = row.slice(prefix.length + 1);
        return [[key, rest].filter(Boolean).join('.')];
      }),
    );
  const { error } = shape;
  const status = moved(error.status);
  const text = moved(error.text);
  const code = moved(error.code);
  if (!status.length && !text.length && !code.length) return shape;
  return {
    ...shape,
    ok: [...shape.ok, ...moved(shape.ok)],
    error: {
      ...error,
      status: [...error.status, ...status],
      code: [...error.code, ...code],
      text: [...error.text, ...text],
      lacks: moved(error.lacks),
      came: moved(error.came),
    },
  };
}

function placesIn(value: Val, file: BoundFile, subjects: Subjects): { path: string[]; key: string }[] {
  if (value.v === 'rec')
    return value.entries.flatMap((e) => {
      const path = typeof e.key === 'string' ? pathOf(e.value, file, subjects) : undefined;
      return path?.length && typeof e.key === 'string' ? [{ path, key: e.key }] : [];
    });
  const path = pathOf(value, file, subjects);
  return path?.length ? [{ path, key: '' }] : [];
}
