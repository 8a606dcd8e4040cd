/** Packs the extension: one VSIX for every platform. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { selfContained } from './marketplace-readme.js';
import { packedFiles } from './packed-files.js';
import { compact, published } from './published-manifest.js';
import { zipEntries } from './zip-entries.js';

/** The package must stay below this. */
export const largestBytes = 3 * 1024 * 1024;

/** What was packed. */
export interface Packed {
  /** Size of the VSIX. */
  bytes: number;
  /** The files in it, sorted, as they lie once it is installed. */
  files: string[];
}

/**
 * Builds the bundles for use, and packs them with what `.vscodeignore` allows.
 *
 * @param root the repository
 * @param target the VSIX to write
 * @param pictures address under which the folder docs is published, for the pictures of the page for galleries
 * @throws when a bundle cannot be built, or the packager finds a fault
 */
export async function packExtension(root: string, target: string, pictures?: string): Promise<Packed> {
  await promisify(execFile)(process.execPath, ['esbuild.mjs', '--minify', 'extension'], { cwd: root });
  const stage = await mkdtemp(join(tmpdir(), 'guard409-package-'));
  try {
    await stageExtension(root, stage, pictures);
    await createVSIX({
      cwd: stage,
      packagePath: target,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
    const vsix = await readFile(target);
    return { bytes: vsix.byteLength, files: extensionFiles(zipEntries(vsix)) };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/**
 * Lays out the extension as it is packed; the bundles have been built.
 *
 * @param stage an empty folder
 * @param pictures as for `packExtension`
 */
export async function stageExtension(root: string, stage: string, pictures?: string): Promise<void> {
  for (const file of ['.vscodeignore', ...packedFiles(root)]) {
    await mkdir(dirname(join(stage, file)), { recursive: true });
    if (file.endsWith('.json')) await writeFile(join(stage, file), compact(await readFile(join(root, file), 'utf8')));
    else await copyFile(join(root, file), join(stage, file));
  }
  await writeFile(join(stage, 'package.json'), published(await readFile(join(root, 'package.json'), 'utf8')));
  const page = await readFile(join(root, 'docs', 'marketplace.md'), 'utf8');
  await writeFile(join(stage, 'README.md'), selfContained(page, pictures));
}

/** What stands beside the folder of the extension is the packager's own. */
function extensionFiles(entries: readonly string[]): string[] {
  const folder = 'extension/';
  return entries.flatMap((entry) => (entry.startsWith(folder) ? [entry.slice(folder.length)] : [])).sort();
}
