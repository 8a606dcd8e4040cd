/** What the command line stands on. Tests give other ones. */

import type { ReadNeighbour } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import type { Scenario } from '../catalog/types.js';
import type { Analyser } from '../host-node/analyser.js';
import type { FixChoice, FixedFile } from '../phrasing/fix-file.js';

/** Fixes one file's text, in this thread. */
export type FixText = (
  config: EngineConfig,
  file: string,
  text: string,
  read: ReadNeighbour,
  choice: FixChoice,
) => Promise<FixedFile>;

import type { AskWhy } from '../host-node/engine-why.js';

/** The lab is a file of its own, loaded when it is started. */
export interface LabDependency {
  load: () => Promise<Pick<typeof import('../lab/index.js'), 'startLab' | 'PortInUse'>>;
  /** Resolves when the user wants it to end. */
  stopped: () => Promise<void>;
}

export interface Dependencies {
  version: string;
  scenarios: readonly Scenario[];
  /** The catalog as `guard409 rules` prints it. */
  rulesJson: () => unknown;
  rulesMarkdown: () => string;
  /** Made only when a scan runs. */
  analyser: () => Analyser;
  /** Made only when fixes are applied. */
  fixText: () => FixText;
  /** Answers "why is this (not) marked?". Made only when that is asked. */
  why: () => AskWhy;
  lab: LabDependency;
  /** Entry of the workers. */
  workerUrl: URL | undefined;
}
