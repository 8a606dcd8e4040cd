/** Paths as the engine sees them: absolute, with forward slashes on every system. */
import { relative, resolve } from 'node:path';

/** An absolute path with forward slashes. */
export function absolute(cwd: string, path: string): string {
  return slashes(resolve(cwd, path));
}

/** Backslashes to forward slashes where the system separates folders by them. */
export function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}

/** How a path is shown: relative to the working directory, `.` for itself, absolute on another drive. */
export function shown(cwd: string, path: string): string {
  const prefix = cwd.endsWith('/') ? cwd : `${cwd}/`;
  if (path.startsWith(prefix)) return path.slice(prefix.length);
  return slashes(relative(cwd, path)) || '.';
}
