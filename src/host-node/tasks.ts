/** What crosses between the scan and its workers. Plain objects only. */
import type { ReadNeighbour } from '../analysis/engine.js';
import type { EngineConfig } from '../analysis/engine-config.js';
import type { FileResult } from '../analysis/findings.js';
import { t } from '../l10n/t.js';
import type { Analyser } from './analyser.js';

/** A file to judge: it passed the prefilter. */
export interface Task {
  id: number;
  file: string;
  language: string;
  text: string;
  /** Index of its configuration. */
  config: number;
}

/** To a worker: configurations it has not seen yet, from `firstConfig` on, and tasks. */
export interface TasksMessage {
  firstConfig: number;
  configs: EngineConfig[];
  tasks: Task[];
}

/** From a worker: once when it is ready, then one per task and in order. */
export type ResultMessage = { ready: true } | { ready: false; id: number; result: FileResult };

/** Judges one task; whatever goes wrong becomes a problem of the file. */
export async function runTask(
  analyser: Analyser,
  config: EngineConfig | undefined,
  task: Task,
  read: ReadNeighbour,
): Promise<FileResult> {
  try {
    if (!config) throw new Error(`configuration ${task.config} is missing`);
    return await analyser.analyse(config, task.file, task.text, read);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(task, t('could not be analysed: {0}', reason));
  }
}

/** The result of a file that could not be judged. */
export function failed(task: Task, message: string): FileResult {
  return {
    file: task.file,
    language: task.language,
    sites: [],
    problems: [{ file: task.file, message }],
    stage: 'skipped',
    skipped: 'failed',
  };
}
