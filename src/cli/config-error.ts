/** A configuration that cannot be used, as it is told. */
import { shown } from '../host-node/paths.js';
import type { ConfigFileError } from '../host-node/project-config.js';

/** One line per error, in the form editors and terminals make links of. */
export function configErrorText({ file, errors, message }: ConfigFileError, cwd: string): string {
  const path = shown(cwd, file);
  if (errors.length === 0) return `${path}: ${message}`;
  return errors.map((error) => `${path}:${error.line}:${error.column}: ${error.message}`).join('\n');
}
