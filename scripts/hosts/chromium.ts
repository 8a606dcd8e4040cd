/** Finds a Chromium, or gets one: from the system, by apt-get where that is allowed, else from npm. */
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { ensureFolder, HostUnavailable, npmInstall } from './cache.js';
import { chromiumPackageVersion } from './versions.js';

const run = promisify(execFile);

/** A browser that can be started. */
export interface Chromium {
  executable: string;
  /** Variables to add to its environment. */
  env: Record<string, string>;
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/**
 * A Chromium that starts on this machine. `GUARD409_CHROMIUM` names one to be used before all others.
 *
 * @throws HostUnavailable when none can be had
 */
export async function ensureChromium(): Promise<Chromium> {
  const named = process.env['GUARD409_CHROMIUM'];
  if (named) return { executable: named, env: {} };
  const installed = findOnPath();
  if (installed && (await starts(installed))) return installed;
  const packed = await fromNpm();
  if (await starts(packed)) return packed;
  if (process.getuid?.() === 0) {
    const added = await fromApt();
    if (added && (await starts(added))) return added;
  }
  throw new HostUnavailable('missing: a Chromium that starts (install the system package "chromium")');
}

function findOnPath(): Chromium | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of systemNames) {
    for (const folder of folders) {
      const executable = join(folder, name);
      try {
        accessSync(executable, constants.X_OK);
        return { executable, env: {} };
      } catch {
        // not here: look on
      }
    }
  }
  return undefined;
}

async function starts(browser: Chromium): Promise<boolean> {
  try {
    const { stdout } = await run(browser.executable, ['--version'], {
      env: { ...process.env, ...browser.env },
      timeout: 30_000,
    });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

/** The browser inside `@sparticuz/chromium`, which is packed with brotli together with the libraries it needs. */
async function fromNpm(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostUnavailable('missing: Chromium, Chrome or Edge on the PATH (or named by GUARD409_CHROMIUM)');
  }
  const folder = await ensureFolder(`chromium-${chromiumPackageVersion}`, async (target) => {
    await npmInstall(target, [`@sparticuz/chromium@${chromiumPackageVersion}`]);
    const packed = join(target, 'node_modules', '@sparticuz', 'chromium', 'bin');
    await writeFile(join(target, 'chromium'), await unpacked(join(packed, 'chromium.br')), { mode: 0o755 });
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      const archive = join(target, `${name}.tar`);
      await writeFile(archive, await unpacked(join(packed, `${name}.tar.br`)));
      await run('tar', ['-xf', archive, '-C', target]);
      await rm(archive);
    }
  });
  return {
    executable: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], join(folder, 'lib')].filter(Boolean).join(delimiter),
    },
  };
}

async function unpacked(file: string): Promise<Buffer> {
  return promisify(brotliDecompress)(await readFile(file));
}

async function fromApt(): Promise<Chromium | undefined> {
  try {
    await run('apt-get', ['update'], { timeout: 120_000, maxBuffer: 1 << 26 });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
      maxBuffer: 1 << 26,
    });
  } catch {
    return undefined;
  }
  return findOnPath();
}
