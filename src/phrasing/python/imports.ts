/** The imports helpers need. */
import type { Subject } from '../../remedies/subject.js';
import type { TextEdit } from '../phrasing.js';
import { placeOf } from './place.js';

/**
 * The edit by which a file comes to have names of a module, or without names the module itself; undefined where it has them.
 */
export function importing(
  subject: Subject,
  module: string,
  names: readonly string[],
  eol: string,
): TextEdit | undefined {
  const { imports } = subject.candidate.cell.file.model;
  const has = (local: string): boolean => imports.some((row) => row.names.some((name) => name.local === local));
  const at = placeOf(subject);
  const whole =
    has(module) || imports.some((row) => row.module === module && row.names.some(({ imported }) => imported === '*'));
  if (names.length === 0) return whole ? undefined : { start: at, end: at, text: `import ${module}${eol}` };
  const missing = names.filter((name) => !has(name));
  return missing.length === 0
    ? undefined
    : { start: at, end: at, text: `from ${module} import ${missing.join(', ')}${eol}` };
}
