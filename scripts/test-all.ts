/**
 * `npm test`: every check of the project, one after another. Ends with the line `N passed, N failed` over all of them and
 * with exit code 1 if one failed. Type check, linter and build count as one check each.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Counts {
  passed: number;
  failed: number;
}

/** A step and how its result is read. `results` is a file it may write. */
interface Step {
  name: string;
  command: string;
  args(results: string): string[];
  counts(results: string, code: number): Promise<Counts>;
}

const bin = (name: string) => join('node_modules', '.bin', name);

/** Counts as one check, by its exit code. */
const asOne = async (_results: string, code: number): Promise<Counts> =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Has mocha write its report to a file. */
function jsonTo(results: string): string[] {
  return ['--reporter', 'json', '--reporter-option', `output=${results}`];
}

const steps: readonly Step[] = [
  { name: 'types', command: bin('tsc'), args: () => ['--noEmit'], counts: asOne },
  { name: 'lint', command: bin('biome'), args: () => ['check', '--error-on-warnings', '.'], counts: asOne },
  { name: 'build', command: process.execPath, args: () => ['esbuild.mjs'], counts: asOne },
  {
    name: 'engine and command line',
    command: bin('mocha'),
    args: jsonTo,
    counts: mochaCounts,
  },
  {
    name: 'fixes, run against the lab',
    command: bin('mocha'),
    args: (results) => ['--config', 'test/proof/mocha.json', ...jsonTo(results)],
    counts: mochaCounts,
  },
  {
    name: 'in VS Code',
    command: bin('tsx'),
    args: (results) => ['test/host/run.ts', '--json', results],
    counts: async (results) => JSON.parse(await readFile(results, 'utf8')) as Counts,
  },
];

/** What failed, for the end of the output: who sees only that still learns which test it was. */
const said: string[] = [];

/** Reads mocha's report and prints what failed. */
async function mochaCounts(results: string): Promise<Counts> {
  const report = JSON.parse(await readFile(results, 'utf8')) as {
    stats: { passes: number; failures: number };
    failures: { fullTitle: string; err: { stack?: string; message?: string } }[];
    pending: { fullTitle: string }[];
  };
  for (const { fullTitle } of report.pending) console.log(`  not run - ${fullTitle}`);
  for (const { fullTitle, err } of report.failures) {
    console.log(`  failed - ${fullTitle}\n${err.stack ?? err.message}`);
    said.push(`failed - ${fullTitle}: ${(err.message ?? '').split('\n', 1)[0]}`);
  }
  return { passed: report.stats.passes, failed: report.stats.failures };
}

function run(command: string, args: readonly string[], stdio: 'inherit' | 'ignore' = 'inherit'): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const scratch = await mkdtemp(join(tmpdir(), 'guard409-test-'));
// Mostly waits for the network, so the other steps go on; what is missing is said when the editors are started.
const hosts = run(bin('tsx'), ['scripts/install-hosts.ts'], 'ignore');
const total: Counts = { passed: 0, failed: 0 };
for (const [index, step] of steps.entries()) {
  const results = join(scratch, `${index}.json`);
  const begun = Date.now();
  console.log(`\n== ${step.name}`);
  if (step === steps.at(-1)) await hosts;
  const code = await run(step.command, step.args(results));
  const counts = await step.counts(results, code).catch(() => ({ passed: 0, failed: 1 }));
  // Failing without naming a failed test is a failure too.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.failed > 0) said.push(`failed - ${step.name}: ${counts.failed}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  console.log(
    `${step.name}: ${counts.passed} passed, ${counts.failed} failed (${Math.round((Date.now() - begun) / 1000)} s)`,
  );
}
await rm(scratch, { recursive: true, force: true });
if (said.length) console.log(`\n${said.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
