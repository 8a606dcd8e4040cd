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

/** The folder a path stands in. `/` and `C:/` stand in themselves. */
export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  const folder = path.slice(0, Math.max(at, 0));
  if (folder === '') return '/';
  return /^[a-z]:$/i.test(folder) ? `${folder}/` : folder;
}

/** A name in a folder. */
export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
