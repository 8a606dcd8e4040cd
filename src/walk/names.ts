/** Parts of paths, with forward slashes: of files on a disk and of addresses in any file system of an editor. */

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
