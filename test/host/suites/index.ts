/** The suites that run in the editor. Each defines its tests when called. */
import { activation } from './activation.js';
import { conflicts } from './conflicts.js';
import { diagnostics } from './diagnostics.js';
import { documents } from './documents.js';
import { fixes } from './fixes.js';
import { german } from './german.js';
import { gettingStarted } from './getting-started.js';
import { idle } from './idle.js';
import { incremental } from './incremental.js';
import { lab } from './lab.js';
import { lifeCycle } from './life-cycle.js';
import { memory } from './memory.js';
import { notebooks } from './notebooks.js';
import { packed } from './packed.js';
import { panel } from './panel.js';
import { roots } from './roots.js';
import { scan } from './scan.js';
import { settings } from './settings.js';
import { teach } from './teach.js';
import { tree } from './tree.js';
import { understanding } from './understanding.js';
import { virtualFiles } from './virtual-files.js';
import { why } from './why.js';

/** By the name that GUARD409_SUITES gives; `all` is for the extension under development. In the order they run. */
export const suites: Readonly<Record<string, readonly (() => void)[]>> = {
  all: [
    activation,
    diagnostics,
    documents,
    fixes,
    settings,
    understanding,
    panel,
    teach,
    why,
    conflicts,
    lab,
    gettingStarted,
    tree,
    scan,
    idle,
  ],
  files: [incremental, virtualFiles, notebooks, lifeCycle],
  memory: [memory],
  roots: [roots],
  packed: [packed, gettingStarted],
  de: [german],
};
