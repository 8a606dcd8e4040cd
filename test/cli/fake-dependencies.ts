import { scenarios } from '../../src/catalog/index.js';
import type { Dependencies } from '../../src/cli/dependencies.js';
import { fixText } from '../../src/cli/fix-text.js';
import { engineWhy } from '../../src/host-node/engine-why.js';
import { fakeAnalyser } from './fake-analyser.js';

/** The command line over the fake engine and the real catalog. */
export function fakeDependencies(workerUrl?: URL): Dependencies {
  return {
    version: '1.2.3',
    scenarios,
    rulesJson: () => ({ scenarios: scenarios.map(({ id }) => ({ id })) }),
    rulesMarkdown: () => '# Scenarios\n',
    analyser: fakeAnalyser,
    fixText: () => fixText(import.meta.url),
    why: () => engineWhy(import.meta.url),
    lab: { load: () => import('../../src/lab/index.js'), stopped: async () => undefined },
    workerUrl,
  };
}
