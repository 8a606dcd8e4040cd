/**
 * Go: that of the machine, or the toolchain that the Go proxy has as a module, unpacked into the cache. Source: "Downloading
 * toolchains" of https://go.dev/ref/mod
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ensureFolder } from '../../../scripts/hosts/cache.js';
import { zipFiles } from '../../../scripts/lib/zip-entries.js';
import { root } from '../../helpers/repository.js';

const run = promisify(execFile);

const VERSION = 'v0.0.1-go1.24.5';
/** Where it is asked for unless the environment says otherwise. */
const PROXY = 'https://proxy.golang.org';

/** A program `go`, and what it finds in its environment: modules and what was built are kept in the cache. */
export interface Go {
  program: string;
  env: NodeJS.ProcessEnv;
}

/** @returns undefined where this machine has no Go and none can be had */
export async function goToolchain(): Promise<Go | undefined> {
  const cache = join(root, '.cache', 'go');
  const env = {
    ...process.env,
    GOMODCACHE: join(cache, 'modules'),
    GOCACHE: join(cache, 'built'),
    GOFLAGS: '-modcacherw',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    CGO_ENABLED: '0',
  };
  for (const program of ['go', '/usr/local/go/bin/go', '/usr/lib/go/bin/go'])
    if (await isRecent(program)) return { program, env };
  const program = await fetched().catch(() => undefined);
  return program === undefined ? undefined : { program, env };
}

/** What is proven needs what 1.23 has. */
async function isRecent(program: string): Promise<boolean> {
  const said = await run(program, ['version']).then(
    ({ stdout }) => stdout,
    () => '',
  );
  const minor = /go1\.(\d+)/.exec(said)?.[1];
  return minor !== undefined && Number(minor) >= 23;
}

async function fetched(): Promise<string | undefined> {
  const cpu = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (process.platform !== 'linux' || cpu === undefined) return undefined;
  const name = `${VERSION}.linux-${cpu}`;
  const folder = await ensureFolder(`go-${name}`, async (into) => {
    const proxy = (process.env['GOPROXY'] ?? '').split(/[,|]/).find((one) => one.startsWith('https://')) ?? PROXY;
    const answer = await fetch(`${proxy}/golang.org/toolchain/@v/${name}.zip`);
    if (!answer.ok) throw new Error(`the Go proxy answered with ${answer.status}`);
    const above = `golang.org/toolchain@${name}/`;
    const made = new Set<string>();
    for (const file of zipFiles(Buffer.from(await answer.arrayBuffer()))) {
      const path = join(into, file.name.slice(above.length));
      // Its tests are many and built nowhere.
      if (!file.name.startsWith(above) || /_test\.go$|\/testdata\//.test(file.name)) continue;
      if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
      made.add(dirname(path));
      await writeFile(path, file.content());
    }
    const tools = join(into, 'pkg', 'tool');
    const folders = [join(into, 'bin'), ...(existsSync(tools) ? await folderNames(tools) : [])];
    for (const one of folders) for (const program of await readdir(one)) await chmod(join(one, program), 0o755);
  });
  return join(folder, 'bin', 'go');
}

const folderNames = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).map((name) => join(folder, name));
