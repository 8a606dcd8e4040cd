/** Compiles Java against the real client libraries, which Maven fetches once into the cache. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../../.cache/java');

/** What is compiled against: group, artifact and version. */
const LIBRARIES = [
  'com.azure:azure-cosmos:4.63.0',
  'com.microsoft.graph:microsoft-graph:6.16.0',
  'com.microsoft.azure:azure-documentdb:2.6.5',
  'org.springframework:spring-web:6.1.10',
  'com.squareup.okhttp3:okhttp:4.12.0',
];

/** True if this machine has a compiler and what fetches libraries. */
export async function hasJava(): Promise<boolean> {
  const found = await Promise.all([works('javac', ['-version']), works('mvn', ['-version'])]);
  return found.every((one) => one);
}

async function works(program: string, args: string[]): Promise<boolean> {
  return run(program, args).then(
    () => true,
    () => false,
  );
}

/** The folder with the libraries and all they need; fetched where it is not there. */
async function libraries(): Promise<string> {
  const name = LIBRARIES.join(' ')
    .replace(/[^\w. -]/g, '_')
    .replaceAll(' ', '+');
  const folder = join(CACHE, Buffer.from(name).toString('base64url').slice(-24));
  if (existsSync(folder)) return folder;
  const work = `${folder}.${process.pid}`;
  await mkdir(work, { recursive: true });
  const dependencies = LIBRARIES.map((row) => {
    const [group, artifact, version] = row.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  await writeFile(
    join(work, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>guard409</groupId><artifactId>proof</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${dependencies.join('\n')}</dependencies></project>\n`,
  );
  const args = ['-q', '-B', '-f', join(work, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${work}`];
  await run('mvn', args, { maxBuffer: 1 << 26 });
  await mkdir(dirname(folder), { recursive: true });
  await rename(work, folder).catch(() => rm(work, { recursive: true, force: true }));
  return folder;
}

/** What was compiled: classes in a folder that somebody has to remove. */
export interface Compiled {
  folder: string;
  classpath: string;
  /** What the compiler said, one line for each error. */
  errors: string[];
}

/** Compiles sources together. @param sources by path below the root of the packages */
export async function build(sources: ReadonlyMap<string, string>): Promise<Compiled> {
  const jars = await libraries();
  const folder = await mkdtemp(join(tmpdir(), 'guard409-java-'));
  for (const [path, text] of sources) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const files = [...sources.keys()].map((path) => join(folder, path));
  const out = join(folder, 'out');
  const found = readdirSync(jars).filter((name) => name.endsWith('.jar'));
  const classpath = found.map((name) => join(jars, name)).join(':');
  const args = ['-nowarn', '-proc:none', '-d', out, '-cp', classpath, ...files];
  const said = await run('javac', args, { maxBuffer: 1 << 26 }).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );
  const errors = said.split('\n').filter((line) => /error:/.test(line));
  return { folder, classpath: `${out}:${classpath}`, errors: errors.map((line) => line.replace(folder, '')) };
}

/**
 * Compiles sources together, and keeps nothing.
 *
 * @param sources by path below the root of the packages
 * @returns what the compiler said, one line for each error
 */
export async function compile(sources: ReadonlyMap<string, string>): Promise<string[]> {
  const { folder, errors } = await build(sources);
  await rm(folder, { recursive: true, force: true });
  return errors;
}
