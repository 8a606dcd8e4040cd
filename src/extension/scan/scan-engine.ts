/** What judges the files of a scan: a worker thread on the desktop, turns of the extension host in the browser. */
import type { ReadNeighbour } from '../../analysis/engine.js';
import type { EngineConfig } from '../../analysis/engine-config.js';
import type { FileResult } from '../../analysis/findings.js';
import type { Engines } from '../engines.js';

/** Made for one scan. */
export interface ScanEngine {
  /** Judges a file that passed the prefilter. Never rejects: what goes wrong is in the result's problems. */
  analyse(config: EngineConfig, file: string, text: string, read: ReadNeighbour): Promise<FileResult>;
  /** Ends it and all it holds. What is under way comes to nothing. */
  dispose(): Promise<void>;
}

/** Where the extension runs, as far as a scan must know. */
export interface Platform {
  /** Begins the engine of a scan. */
  scanEngine(engines: Engines): ScanEngine;
  /** The file system takes names that differ in case for the same, as far as git is concerned. */
  ignoreCase: boolean;
}

/** Any host: the engines of the open documents, which work in turns with everything else. */
export const anyHost: Platform = {
  scanEngine: (engines) => ({
    analyse: (config, file, text, read) => engines.get(config).analyse(file, text, read),
    dispose: async () => {},
  }),
  ignoreCase: false,
};
