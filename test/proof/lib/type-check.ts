/** Compiles texts with the project's own TypeScript and the real SDKs, as a strict user project would. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../helpers/repository.js';

/** The strictest settings in common use; every check that the inserted code could trip over is on. */
export const STRICT = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2023', 'dom'],
  module: 'preserve',
  moduleResolution: 'bundler',
  skipLibCheck: true,
  noImplicitAny: true,
  noUnusedParameters: true,
  noUnusedLocals: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  useUnknownInCatchVariables: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: false,
  forceConsistentCasingInFileNames: true,
  jsx: 'preserve',
  types: ['node'],
};

/**
 * Type-checks files in one go.
 *
 * @param files path to text; paths may hold folders
 * @param options compiler options over those of `STRICT`
 * @returns the messages of each file that has any, `LINE: TSnnnn words`
 */
export async function typeCheck(
  files: ReadonlyMap<string, string>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'guard409-types-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const settings = { compilerOptions: { ...STRICT, ...options }, files: [...files.keys()] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    return messages(await compile(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(folder: string): Promise<string> {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  return new Promise((resolve, reject) => {
    const args = [compiler, '-p', folder, '--pretty', 'false'];
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      // 1 and 2 say that there are messages; anything else that it did not run.
      if (error && error.code !== 1 && error.code !== 2) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

/** `path(line,column): error TS1234: words`, by file; a message without a file stands under the empty path. */
function messages(output: string): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const [, path = '', at = '0', text] = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+: .*)$/.exec(line) ?? [];
    if (text !== undefined) out.set(path, [...(out.get(path) ?? []), `${at}: ${text}`]);
  }
  return out;
}
