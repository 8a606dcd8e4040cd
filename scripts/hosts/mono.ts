/** A C# compiler and runtime from Debian's packages, unpacked into the cache: nothing is installed, no rights are needed. */
import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureFolder, HostUnavailable } from './cache.js';

const run = promisify(execFile);

/** The compiler and all it needs, as `apt-get install mono-mcs mono-runtime libmono-system-net-http4.0-cil` resolves it. */
const PACKAGES = [
  'libcom-err2',
  'libgssapi-krb5-2',
  'libk5crypto3',
  'libkeyutils1',
  'libkrb5-3',
  'libkrb5support0',
  'libmono-corlib4.5-cil',
  'libmono-corlib4.5-dll',
  'libmono-microsoft-csharp4.0-cil',
  'libmono-security4.0-cil',
  'libmono-system-configuration4.0-cil',
  'libmono-system-core4.0-cil',
  'libmono-system-net-http4.0-cil',
  'libmono-system-numerics4.0-cil',
  'libmono-system-security4.0-cil',
  'libmono-system-xml4.0-cil',
  'libmono-system4.0-cil',
  'mono-mcs',
  'mono-runtime-common',
  'mono-runtime-sgen',
];

/** A Mono that was unpacked. */
export interface Mono {
  runtime: string;
  /** The compiler, a program for the runtime. */
  compiler: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Gets Mono.
 *
 * @throws HostUnavailable where apt-get cannot download the packages
 */
export async function ensureMono(): Promise<Mono> {
  const folder = await ensureFolder('mono', async (into) => {
    try {
      await run('apt-get', ['download', ...PACKAGES], { cwd: into, maxBuffer: 1 << 26 });
      for (const file of (await readdir(into)).filter((name) => name.endsWith('.deb')))
        await run('dpkg-deb', ['-x', file, '.'], { cwd: into }).then(() => rm(join(into, file)));
    } catch (error) {
      const said = String((error as { stderr?: string }).stderr ?? error).trim();
      throw new HostUnavailable(`missing: mono-mcs and mono-runtime (apt-get download: ${said.split('\n').at(-1)})`);
    }
  });
  // Through links: several places may share one folder.
  const root = await realpath(folder);
  const lib = join(root, 'usr', 'lib', 'mono', '4.5');
  const native = await nativeFolders(root);
  return {
    runtime: join(root, 'usr', 'bin', 'mono-sgen'),
    compiler: join(lib, 'mcs.exe'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [...native, process.env['LD_LIBRARY_PATH'] ?? ''].filter((path) => path !== '').join(':'),
      MONO_CFG_DIR: join(root, 'etc'),
      MONO_CONFIG: await ownConfig(root),
      MONO_GAC_PREFIX: join(root, 'usr'),
      MONO_PATH: lib,
    },
  };
}

/** Folders of the libraries that programs with HTTP need; those of the packages serve where the system has none. */
async function nativeFolders(root: string): Promise<string[]> {
  const lib = join(root, 'usr', 'lib');
  const inner = (await readdir(lib)).filter((name) => name.endsWith('-linux-gnu'));
  return [lib, ...inner.map((name) => join(lib, name))];
}

/** The settings of the package look for native libraries where the package would be installed. */
async function ownConfig(root: string): Promise<string> {
  const path = join(root, 'etc', 'mono', 'unpacked.config');
  const text = (await readFile(join(root, 'etc', 'mono', 'config'), 'utf8')).replaceAll(
    '$mono_libdir',
    join(root, 'usr', 'lib'),
  );
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return path;
  // Several may do this at once: each moves a whole file into its place.
  await writeFile(`${path}.${process.pid}`, text);
  await rename(`${path}.${process.pid}`, path);
  return path;
}
