/** The fixing engine as the command line uses it: grammars from disk, one engine per configuration. */
import { Engine } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import { Grammars } from '../analysis/languages/grammars.js';
import { grammarReaderFor } from '../host-node/locate.js';
import { offersFor } from '../phrasing/fix.js';
import { fixFile } from '../phrasing/fix-file.js';
import type { FixText } from './dependencies.js';

/** Nobody waits at a keyboard for one file. */
const BUDGET_MS = 5000;

/** @param moduleUrl URL of the running bundle or source file, beside which the grammars are found */
export function fixText(moduleUrl: string): FixText {
  const grammars = new Grammars(grammarReaderFor(moduleUrl));
  const engines = new Map<EngineConfig, Engine>();
  return (config, file, text, read, choice) => {
    const engine = engines.get(config) ?? new Engine({ grammars, config, budgetMs: BUDGET_MS, offers: offersFor });
    engines.set(config, engine);
    return fixFile(engine, file, text, read, choice);
  };
}
