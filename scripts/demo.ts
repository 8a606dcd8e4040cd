/** `npm run demo`: builds the command line and scans the examples. Finding something is what a demonstration is for. */
import { spawnSync } from 'node:child_process';

function run(...args: string[]): number {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 2;
}

process.exitCode = run('esbuild.mjs', 'cli');
if (process.exitCode === 0) {
  const code = run('dist/cli.js', 'scan', 'examples', '--config', 'examples/.guard409.jsonc');
  process.exitCode = code === 1 ? 0 : code;
}
