/** "Why is this (not) marked?" with the engine in this process: grammars and neighbours from disk. */
import { Engine } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import { Grammars } from '../analysis/languages/grammars.js';
import type { Why } from '../analysis/why/answer.js';
import { type WhyQuestion, why } from '../analysis/why/why.js';
import { grammarReaderFor } from './locate.js';
import { neighbourReader } from './neighbours.js';

/** Asks about a place of a text, under a configuration. */
export type AskWhy = (config: EngineConfig, question: Omit<WhyQuestion, 'engine' | 'read'>) => Promise<Why>;

/** As for a scan: the machine may be busy with other things. */
const BUDGET_MS = 5000;

/** @param moduleUrl URL of the running bundle or source file, beside which the grammars are found */
export function engineWhy(moduleUrl: string): AskWhy {
  const grammars = new Grammars(grammarReaderFor(moduleUrl));
  return (config, question) => {
    const engine = new Engine({ grammars, config, budgetMs: BUDGET_MS });
    return why({ ...question, engine, read: neighbourReader() });
  };
}
