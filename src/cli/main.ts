/** Entry of the command line: puts the parts together. */
import '../host-node/short-run.js'; // first: it counts for what is loaded after it
import { scenarios } from '../catalog/index.js';
import { scenariosMarkdown } from '../catalog/markdown.js';
import { rulesJson } from '../catalog/rules.js';
import { engineAnalyser } from '../host-node/engine-analyser.js';
import { engineWhy } from '../host-node/engine-why.js';
import { workerUrlFor } from '../host-node/locate.js';
import { fixText } from './fix-text.js';
import { interrupted } from './interrupted.js';
import { start } from './start.js';
import { version } from './version.js';

await start({
  version,
  scenarios,
  rulesJson,
  rulesMarkdown: scenariosMarkdown,
  analyser: () => engineAnalyser(import.meta.url),
  fixText: () => fixText(import.meta.url),
  why: () => engineWhy(import.meta.url),
  lab: { load: () => import('../lab/index.js'), stopped: interrupted },
  workerUrl: workerUrlFor(import.meta.url),
});
