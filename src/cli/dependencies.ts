/** What the command line stands on. Tests give other ones. */
import type { Scenario } from '../catalog/types.js';
import type { Analyser } from '../host-node/analyser.js';

export interface Dependencies {
  version: string;
  scenarios: readonly Scenario[];
  /** The catalog as `guard409 rules` prints it. */
  rulesJson: () => unknown;
  rulesMarkdown: () => string;
  /** Made only when a scan runs. */
  analyser: () => Analyser;
  /** Entry of the workers. */
  workerUrl: URL | undefined;
}
