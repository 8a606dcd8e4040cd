/** The engine as the scan sees it: grammars from disk, and one engine per configuration, made for its first file. */
import { Engine } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import { Grammars } from '../analysis/languages/grammars.js';
import { languageOf } from '../analysis/languages/index.js';
import { prefilter } from '../analysis/prefilter.js';
import type { Analyser } from './analyser.js';
import { grammarReaderFor } from './locate.js';

/** A scan runs on machines that are busy with other things: it waits longer for a file than an editor does. */
const SCAN_BUDGET_MS = 5000;

/** @param moduleUrl URL of the running bundle or source file, beside which the grammars are found */
export function engineAnalyser(moduleUrl: string): Analyser {
  const grammars = new Grammars(grammarReaderFor(moduleUrl));
  const engines = new Map<EngineConfig, Engine>();
  return {
    languageOf: (name) => languageOf(name)?.id,
    maybe: (language, text, config) => prefilter(language, text, config.httpClients),
    analyse(config, file, text, read) {
      let engine = engines.get(config);
      if (!engine) {
        engine = new Engine({ grammars, config, budgetMs: SCAN_BUDGET_MS });
        engines.set(config, engine);
      }
      return engine.analyse(file, text, read);
    },
  };
}
