/** A C# compiler and runtime from Debian's packages, unpacked into the cache: nothing is installed, no rights are needed. */
import { execFile } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureFolder, HostUnavailable } from './cache.js';

const run = promisify(execFile);

/** The compiler and all it needs, as `apt-get install mono-mcs mono-runtime libmono-system-net-http4.0-cil` resolves it. */
const PACKAGES = [
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
  const root = await ensureFolder('mono', async (folder) => {
    try {
      await run('apt-get', ['download', ...PACKAGES], { cwd: folder, maxBuffer: 1 << 26 });
      for (const file of (await readdir(folder)).filter((name) => name.endsWith('.deb')))
        await run('dpkg-deb', ['-x', file, '.'], { cwd: folder }).then(() => rm(join(folder, file)));
    } catch (error) {
      const said = String((error as { stderr?: string }).stderr ?? error).trim();
      throw new HostUnavailable(`missing: mono-mcs and mono-runtime (apt-get download: ${said.split('\n').at(-1)})`);
    }
  });
  const lib = join(root, 'usr', 'lib', 'mono', '4.5');
  return {
    runtime: join(root, 'usr', 'bin', 'mono-sgen'),
    compiler: join(lib, 'mcs.exe'),
    env: { ...process.env, MONO_PATH: lib, MONO_GAC_PREFIX: join(root, 'usr'), MONO_CFG_DIR: join(root, 'etc') },
  };
}
