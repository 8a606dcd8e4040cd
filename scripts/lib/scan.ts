/** Whole repositories through the built command line, by its JSON contract. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Site } from '../../src/analysis/findings.js';

const cli = join(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');

/**
 * The findings of a scan, with paths relative to the folder, in the order of path and place.
 *
 * @throws Error when the command line is not built, or when it fails
 */
export async function scanMarks(folder: string): Promise<Site[]> {
  if (!existsSync(cli)) throw new Error('dist/cli.js is missing: run `node esbuild.mjs cli` first');
  const args = [cli, 'scan', '.', '--format', 'json', '--min-severity', 'hint'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0 && code !== 1) throw new Error(`the scan of ${folder} failed with ${code}`);
  const { findings } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { findings: Site[] };
  return findings.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}
