/** Runs a program as text: its types are taken off, and it is imported beside the real SDKs with settings and a clock of its own. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';
import { root } from '../../helpers/repository.js';
import { type Clock, newClock } from './clock.js';

/** A program that was loaded. */
export interface Loaded {
  run(note: string): Promise<unknown>;
  clock: Pick<Clock, 'waits' | 'skipped'>;
  /** What it wrote as warnings: the message and its fields. */
  warnings: unknown[][];
  manner: Manner;
}

/** What the fixes of a language do in a way of its own. */
export interface Manner {
  /** The name of the error by which a conflict is reported. */
  conflictError: string;
  /** An error that comes because the service asks to wait for too long says for how long. */
  tellsWait: boolean;
  /** What creates unless it is there reads once more after a conflict, and that is what comes out. */
  looksAgain: boolean;
}

/** Where loaded programs find what they are given. */
const GIVEN = 'guard409Given';
const given = new Map<string, unknown>();
Object.assign(globalThis, { [GIVEN]: given });

/** A folder of programs; `close` removes it. */
export class Programs {
  private readonly folder = mkdtempSync(join(tmpdir(), 'guard409-proof-'));
  private count = 0;

  constructor() {
    symlinkSync(join(root, 'node_modules'), join(this.folder, 'node_modules'));
  }

  /**
   * Loads a program anew.
   *
   * @param text TypeScript or JavaScript that exports `run`
   * @param env what it finds in `process.env`
   */
  async load(text: string, env: Readonly<Record<string, string>>): Promise<Loaded> {
    const name = `program-${++this.count}`;
    const clock = newClock();
    const warnings: unknown[][] = [];
    const own = { ...console, warn: (...words: unknown[]) => void warnings.push(words) };
    given.set(name, { console: own, setTimeout: clock.setTimeout, Date: clock.Date, process: { env } });
    const code = await written(text);
    const path = join(this.folder, `${name}.mjs`);
    writeFileSync(path, `const { console, setTimeout, Date, process } = globalThis.${GIVEN}.get('${name}');\n${code}`);
    const { run } = (await import(pathToFileURL(path).href)) as Pick<Loaded, 'run'>;
    return { run, clock, warnings, manner: { conflictError: 'ConflictError', tellsWait: true, looksAgain: false } };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Libraries that wait: they come with the program, so that its clock is theirs too. */
const WAITING: Readonly<Record<string, string>> = {
  cockatiel: join(root, 'node_modules/cockatiel/dist/index.js'),
  'p-retry': join(root, 'node_modules/p-retry/index.js'),
};

/** The program without its types. */
async function written(text: string): Promise<string> {
  const used = Object.keys(WAITING).some((name) => text.includes(name));
  if (!used) return (await transform(text, { loader: 'ts', target: 'es2022' })).code;
  const { outputFiles } = await build({
    stdin: { contents: text, loader: 'ts', resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'node',
    alias: { ...WAITING },
    external: ['@azure/*', '@microsoft/*'],
  });
  return outputFiles[0]?.text ?? '';
}
