/** Installs VS Code's server and the Node it needs. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder, HostUnavailable, npmInstall } from './cache.js';
import type { HostVersion } from './versions.js';

/** What is needed to start a server. */
export interface ServerInstallation {
  /** Node executable. */
  node: string;
  /** The server's entry file. */
  main: string;
}

/**
 * Makes a server of this version available, from the cache or from npm.
 *
 * @throws HostUnavailable when a package cannot be had
 */
export async function ensureServer(version: HostVersion): Promise<ServerInstallation> {
  const inside = join('node_modules', 'code-server', 'lib', 'vscode');
  const [node, folder] = await Promise.all([
    ensureNode(version.node),
    ensureFolder(`code-server-${version.package}`, async (target) => {
      await npmInstall(target, [`code-server@${version.package}`]);
      await npmInstall(join(target, inside));
      await npmInstall(join(target, inside, 'extensions'));
    }),
  ]);
  return { node, main: join(folder, inside, 'out', 'server-main.js') };
}

/** The running Node if it has the wanted major version, else one from npm in a folder of its own. */
async function ensureNode(major: number): Promise<string> {
  if (Number(process.versions.node.split('.')[0]) === major) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await ensureFolder(`node-${major}`, (target) => npmInstall(target, [`${name}@${major}`]));
  const executable = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(executable)) throw new HostUnavailable(`missing: Node ${major} (${name} holds no bin/node)`);
  return executable;
}
