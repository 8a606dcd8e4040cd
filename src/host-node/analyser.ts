/** What the scan needs of the engine, so that it can be tested without one. */
import type { ReadNeighbour } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import type { FileResult } from '../analysis/findings.js';

export interface Analyser {
  /** Language of a file by its name, undefined when none is known. */
  languageOf(name: string): string | undefined;
  /** Cheap test before anything is parsed: false when the text cannot hold a call that matters. */
  maybe(language: string, text: string, config: EngineConfig): boolean;
  /** Judges a file. What goes wrong is in the result's problems. */
  analyse(config: EngineConfig, file: string, text: string, read: ReadNeighbour): Promise<FileResult>;
}
