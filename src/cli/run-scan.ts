/** Runs a scan for a command: progress on a terminal, and errors of use as such. */
import { absolute } from '../host-node/paths.js';
import { ConfigFileError } from '../host-node/project-config.js';
import { ScanPathError, type ScanResult, scan } from '../host-node/scan.js';
import { configErrorText } from './config-error.js';
import type { Dependencies } from './dependencies.js';
import type { Io } from './io.js';
import { makeProgress } from './progress.js';
import { UsageError } from './usage-error.js';

/** Options of the commands that scan. */
export interface ScanSelection {
  jobs: number | undefined;
  config: string | undefined;
}

/**
 * Scans the paths, or the working directory when none is given.
 *
 * @throws UsageError for a path that does not exist and a configuration that cannot be used
 */
export async function runScan(
  paths: readonly string[],
  options: ScanSelection,
  io: Io,
  dependencies: Dependencies,
): Promise<ScanResult> {
  const progress = makeProgress(io);
  try {
    return await scan({
      cwd: io.cwd,
      paths: paths.length === 0 ? ['.'] : paths,
      analyser: dependencies.analyser(),
      rules: dependencies.scenarios.map((scenario) => scenario.id),
      configFile: options.config === undefined ? undefined : absolute(io.cwd, options.config),
      jobs: options.jobs,
      workerUrl: dependencies.workerUrl,
      onProgress: progress.update,
    });
  } catch (error) {
    if (error instanceof ScanPathError) throw new UsageError(error.message);
    if (error instanceof ConfigFileError) throw new UsageError(configErrorText(error, io.cwd));
    throw error;
  } finally {
    progress.end();
  }
}
