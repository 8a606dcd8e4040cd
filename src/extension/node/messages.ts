/** What crosses between the extension host and the thread of a scan. Plain objects only. */
import type { EngineConfig } from '../../analysis/engine-config.js';
import type { FileResult } from '../../analysis/findings.js';
import type { Task } from '../../host-node/tasks.js';
import type { TranslationTable } from '../../l10n/t.js';

/** Given to the thread when it begins. */
export interface WorkerStart {
  translations: TranslationTable;
}

/** To the thread: a configuration that tasks name by its index, a task, and the neighbour it asked for. */
export type ToWorker =
  | { kind: 'config'; index: number; config: EngineConfig }
  | { kind: 'task'; task: Task }
  | { kind: 'text'; id: number; path: string; text: string | undefined };

/** From the thread: a question for a neighbour's text, and the answer to a task; `id` is the task's. */
export type FromWorker =
  | { kind: 'read'; id: number; path: string }
  | { kind: 'result'; id: number; result: FileResult };
