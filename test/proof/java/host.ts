/** Compiles Java programs together, each in a package of its own, and starts one process that runs them. */
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Told } from '../lib/told.js';
import { build } from './compile.js';

const run = promisify(execFile);

/** What its fixes do in a way of their own. */
const MANNER = { conflictError: 'IllegalStateException', tellsWait: false, looksAgain: false };

const HOST = ['Answer', 'Clock', 'Host'];

/** The clock of the test in the place of the machine's, and the lab in the place of Graph. */
const placed = (text: string, graph: string): string =>
  text
    .replaceAll('Thread.sleep(', 'proof.Clock.sleep(')
    .replaceAll('System.nanoTime()', 'proof.Clock.nanoTime()')
    .replaceAll('java.util.concurrent.locks.LockSupport', 'proof.Clock')
    .replaceAll('https://graph.microsoft.com', graph);

/**
 * @param programs by the name of their package: a class `Store` with `Object run(String note)`
 * @param env what they find in their environment; `GRAPH_URL` is where Graph is
 * @param certificate what they trust, in PEM
 * @throws Error with the compiler's words where they do not compile
 */
export async function startJava(
  programs: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string>>,
  certificate: string,
): Promise<Told> {
  const sources = new Map<string, string>();
  for (const name of HOST)
    sources.set(`proof/${name}.java`, readFileSync(join(import.meta.dirname, 'host', `${name}.java`), 'utf8'));
  for (const [name, text] of programs)
    sources.set(
      `${name}/Store.java`,
      placed(text, env['GRAPH_URL'] ?? '').replace('package shop;', `package ${name};`),
    );
  sources.set('proof/Start.java', startOf([...programs.keys()]));
  const { folder, classpath, errors } = await build(sources);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const [pem, store] = [join(folder, 'lab.pem'), join(folder, 'lab.p12')];
  await writeFile(pem, certificate);
  const stored = ['-storetype', 'PKCS12', '-keystore', store, '-storepass', 'changeit'];
  await run('keytool', ['-importcert', '-noprompt', '-alias', 'lab', '-file', pem, ...stored]);
  const trusted = [`-Djavax.net.ssl.trustStore=${store}`, '-Djavax.net.ssl.trustStorePassword=changeit'];
  // One program after another is run for a moment: a compiler that takes long pays nothing back.
  const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];
  const child = spawn('java', [...quick, ...trusted, '-cp', classpath, 'proof.Start'], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  child.once('exit', () => void rm(folder, { recursive: true, force: true }));
  return new Told(child, MANNER);
}

/** Every program by the name of its package. */
function startOf(programs: readonly string[]): string {
  const rows = programs.map((name) => `        programs.put("${name}", note -> new ${name}.Store().run(note));`);
  return `package proof;

import java.util.HashMap;
import java.util.Map;

public final class Start {
    public static void main(String[] words) throws Exception {
        Map<String, Host.Runs> programs = new HashMap<>();
${rows.join('\n')}
        Host.serve(programs);
    }
}
`;
}
