/** Joins the command line to the process it runs in. */
import { slashes } from '../host-node/paths.js';
import { t } from '../l10n/t.js';
import type { Dependencies } from './dependencies.js';
import type { Io, Sink } from './io.js';
import { run } from './program.js';

/** Runs with the process's arguments and sets its exit code. The process ends by itself, once all is written. */
export async function start(dependencies: Dependencies): Promise<void> {
  // A reader that closes early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await run(process.argv.slice(2), nodeIo(), dependencies);
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${t('internal error: {0}', detail)}\n`);
    process.exitCode = 2;
  }
}

function nodeIo(): Io {
  return {
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    stdin: readStandardInput,
    cwd: slashes(process.cwd()),
    env: process.env,
  };
}

/** Bytes that are read at most: more is no error text. */
const mostBytes = 16_000_000;

async function readStandardInput(): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of process.stdin) {
    parts.push(Buffer.from(part));
    bytes += part.length;
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

function sink(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}
