/** Starts and stops a VS Code server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerInstallation } from '../../../scripts/hosts/server.js';
import { addLanguage } from './language.js';

export interface RunningServer {
  port: number;
  /** Settles when the process has ended. */
  exited: Promise<unknown>;
  /** What the extension host's own log holds at level error, one entry a line. */
  extensionHostErrors(): Promise<string[]>;
  stop(): Promise<void>;
}

/** No extension gallery: the tests must not depend on what it answers, nor ask it anything. */
const noGallery = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** Time a server may take until it listens. */
const startMs = 60_000;

/**
 * Starts a server on a free port of the loopback address.
 *
 * @param options.dataFolder holds its settings, logs and extensions; the caller removes it
 * @param options.trustAll every folder is trusted
 * @param options.language the display language; English where none is given
 */
export async function startServer(options: {
  installation: ServerInstallation;
  dataFolder: string;
  env: Record<string, string>;
  trustAll: boolean;
  language?: string | undefined;
}): Promise<RunningServer> {
  const { installation, dataFolder, language } = options;
  if (language) await addLanguage(dataFolder, language);
  const flags = [
    ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    // A built VS Code reads the development options of the page only with this.
    ['--enable-smoke-test-driver'],
    ['--accept-server-license-terms', '--disable-update-check', '--telemetry-level', 'off'],
    ['--server-data-dir', dataFolder],
    options.trustAll ? ['--disable-workspace-trust'] : [],
    language ? ['--locale', language] : [],
  ];
  const server = spawn(installation.node, [installation.main, ...flags.flat()], {
    env: { ...process.env, ...noGallery, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(server, 'exit');
  let output = '';
  const port = new Promise<number>((resolve, reject) => {
    const onData = (data: Buffer) => {
      output += data.toString();
      const found = /listening on (?:[^\n]*:)?(\d+)/i.exec(output);
      if (found) resolve(Number(found[1]));
    };
    server.stdout.on('data', onData);
    server.stderr.on('data', onData);
    void exited.then(() => reject(new Error(`the VS Code server ended before it listened:\n${output}`)));
    void sleep(startMs, undefined, { ref: false }).then(() =>
      reject(new Error(`the VS Code server does not listen after ${startMs / 1000} s:\n${output}`)),
    );
  });
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGTERM');
    await Promise.race([exited, sleep(5_000, undefined, { ref: false })]);
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
  };
  try {
    return {
      port: await port,
      exited,
      stop,
      extensionHostErrors: () => loggedErrors(join(dataFolder, 'data', 'logs')),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function loggedErrors(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('remoteexthost.log')).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.flatMap((text) => text.split('\n')).filter((line) => line.includes('[error]'));
}
