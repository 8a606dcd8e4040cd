/** The real Python SDKs, fetched once into the cache of the repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../helpers/repository.js';

/** What the programs need, at the versions they are proven with. */
const PACKAGES = ['azure-cosmos==4.9.0', 'aiohttp==3.11.11', 'requests==2.32.3', 'httpx==0.28.1', 'tenacity==9.1.2'];
/** What msgraph-sdk stands on; without the libraries that log in, which nobody does here. */
const GRAPH_PACKAGES = ['microsoft-kiota-bundle==1.9.4', 'msgraph-core==1.3.8'];
const GRAPH_SDK = 'msgraph-sdk==1.65.0';

const cache = join(root, '.cache', 'python');

/** The folder of the packages; undefined where this machine has no Python with pip. */
export function packages(): string | undefined {
  return inFolder(PACKAGES, (folder) => pip('install', '--target', folder, ...PACKAGES));
}

/**
 * The folders of msgraph-sdk and what it stands on; undefined where they are not to be had. It holds thousands of modules:
 * it is left packed, and gets the entries for folders by which Python finds modules in a package that is.
 */
export function graphPackages(): string | undefined {
  return inFolder([GRAPH_SDK, ...GRAPH_PACKAGES], (folder) => {
    const packed = join(folder, 'packed');
    const fetched =
      pip('install', '--target', folder, ...GRAPH_PACKAGES) &&
      pip('download', '--no-deps', '--dest', packed, GRAPH_SDK);
    const [wheel] = fetched ? readdirSync(packed) : [];
    return wheel !== undefined && python(['-c', WITH_FOLDERS, join(packed, wheel), join(folder, 'sdk.zip')]);
  });
}

/** The paths of modules in a folder of packages. */
export const pathsIn = (folder: string): string[] =>
  existsSync(join(folder, 'sdk.zip')) ? [folder, join(folder, 'sdk.zip')] : [folder];

const WITH_FOLDERS = `
import os, sys, zipfile
wheel, there = sys.argv[1:]
with zipfile.ZipFile(wheel, "a") as package:
    names = set(package.namelist())
    folders = {name[: at + 1] for name in names for at, sign in enumerate(name) if sign == "/"}
    for folder in sorted(folders - names):
        package.writestr(folder, "")
os.replace(wheel, there)
`;

/** The folder of these packages, filled once. */
function inFolder(names: readonly string[], fill: (folder: string) => boolean): string | undefined {
  const folder = join(cache, names.join('+').replace(/[^\w.+-]/g, '-'));
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!fill(folder)) return undefined;
  writeFileSync(done, '');
  return folder;
}

const pip = (command: string, ...rest: string[]): boolean =>
  python(['-m', 'pip', command, '--quiet', '--disable-pip-version-check', ...rest]);

function python(args: readonly string[]): boolean {
  const { status, error } = spawnSync('python3', args, { encoding: 'utf8' });
  return !error && status === 0;
}
