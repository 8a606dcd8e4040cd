/** The real Python SDKs, fetched once into the cache of the repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../helpers/repository.js';

/** What the programs need, at the versions they are proven with. */
const PACKAGES = ['azure-cosmos==4.9.0', 'aiohttp==3.11.11', 'requests==2.32.3'];

const folder = join(root, '.cache', 'python', PACKAGES.join('+').replace(/[^\w.+-]/g, '-'));

/** The folder of the packages; undefined where this machine has no Python with pip. */
export function packages(): string | undefined {
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', folder, ...PACKAGES];
  const { status, error } = spawnSync('python3', args, { encoding: 'utf8' });
  if (error || status !== 0) return undefined;
  writeFileSync(done, '');
  return folder;
}
