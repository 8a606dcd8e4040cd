/**
 * Makes a folder reachable by a page of the served VS Code, which may load from its own server alone: by a link inside the
 * server's installation, which several runs may share.
 */
import { readdir, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ServerInstallation } from '../../../scripts/hosts/server.js';

const prefix = 'guard409-test-';

/** A folder served under a name, until it is removed. */
export interface StaticLink {
  name: string;
  remove(): Promise<void>;
}

/** Links a folder. Links left by processes that have ended are taken away. */
export async function linkBelowServer(installation: ServerInstallation, folder: string): Promise<StaticLink> {
  const served = dirname(dirname(installation.main));
  for (const name of await readdir(served)) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) await remove(join(served, name));
  }
  const name = `${prefix}${process.pid}`;
  const link = join(served, name);
  await symlink(folder, link, 'dir');
  return { name, remove: () => remove(link) };
}

/** Takes the link away, never what it leads to. Another run may have been faster. */
async function remove(link: string): Promise<void> {
  await rm(link, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
