/** Which files of the repository go into the package: the allow list in `.vscodeignore`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';

/**
 * The files that the rows with `!` of `.vscodeignore` name and that are there, sorted, with forward slashes. Only the
 * folders the rows begin with are read: the packager's own search goes through every folder of the repository, and the
 * test hosts in `.cache` have a hundred thousand files.
 */
export function packedFiles(root: string): string[] {
  const rows = readFileSync(join(root, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const globs = rows.filter((row) => row.startsWith('!')).map((row) => row.slice(1).trim());
  return [...new Set(globs.flatMap((glob) => filesOf(root, glob)))].sort();
}

function filesOf(root: string, glob: string): string[] {
  const { base, isGlob } = picomatch.scan(glob);
  if (!isGlob) return existsSync(join(root, glob)) ? [glob] : [];
  const folder = join(root, base);
  if (!existsSync(folder)) return [];
  const deep = glob.includes('**');
  const matches = picomatch(glob);
  return readdirSync(folder, { recursive: deep, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => matches(file));
}
