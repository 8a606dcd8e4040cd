/** Gets everything the tests in an editor need, ahead of time: `tsx scripts/install-hosts.ts`. */
import { HostUnavailable, hostCache } from './hosts/cache.js';
import { ensureChromium } from './hosts/chromium.js';
import { ensureMono } from './hosts/mono.js';
import { ensureServer } from './hosts/server.js';
import { hostVersions } from './hosts/versions.js';

try {
  console.log(`test hosts are kept in ${hostCache()}`);
  for (const version of hostVersions) {
    await ensureServer(version);
    console.log(`VS Code ${version.vscode} is there`);
  }
  const { executable } = await ensureChromium();
  console.log(`Chromium is there: ${executable}`);
  const { compiler } = await ensureMono();
  console.log(`Mono is there: ${compiler}`);
} catch (error) {
  if (!(error instanceof HostUnavailable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
