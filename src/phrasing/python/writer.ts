/** Writes the parts of Python helpers that depend on the call: the head of the helper and the test for the conflict. */
import type { Subject } from '../../remedies/subject.js';
import { type AnswerRow, answerRows, batchRow, type ErrorRow, errorRows } from './errors.js';
import { literal } from './literal.js';

export class Writer {
  readonly error: ErrorRow | undefined;
  readonly answer: AnswerRow | undefined;
  /** The call is awaited: so is the helper. */
  readonly waits: boolean;

  constructor(readonly subject: Subject) {
    const { candidate } = subject;
    this.error = candidate.steps ? batchRow : errorRows[candidate.sdk?.id ?? ''];
    this.answer = answerRows[candidate.sdk?.id ?? ''];
    this.waits = subject.deferred;
  }

  /** The first line of a helper. */
  head(name: string, ...parameters: string[]): string {
    return `${this.waits ? 'async ' : ''}def ${name}(${parameters.join(', ')}):`;
  }

  /** Waits for what a call hands out, where it does so. */
  wait(call: string): string {
    return this.waits ? `await ${call}` : call;
  }

  /** The call that was handed over: a coroutine, or a function that makes the call. */
  run(parameter: string): string {
    return this.waits ? `await ${parameter}` : `${parameter}()`;
  }

  /** Waits for a while. */
  pause(seconds: number): string {
    return this.waits ? `await asyncio.sleep(${seconds})` : `time.sleep(${seconds})`;
  }

  /** The module that waiting for a while needs. */
  get pausing(): Record<string, readonly string[]> {
    return { [this.waits ? 'asyncio' : 'time']: [] };
  }

  /** The names a helper needs to be imported. */
  imports(more: Readonly<Record<string, readonly string[]>> = {}): Record<string, readonly string[]> {
    return { ...more, ...(this.error ? { [this.error.module]: [this.error.type] } : {}) };
  }

  /** The test that a caught error is the conflict; empty where the library's errors are not known. */
  isConflict(name: string): string {
    return this.error ? this.test(name, this.error.status, this.error.words) : '';
  }

  /** The same the other way round. */
  isNone(name: string): string {
    const test = this.isConflict(name);
    return / (?:and|or) /.test(test) ? `not (${test})` : test.replace(' == ', ' != ');
  }

  /** The test that a caught error has a status. */
  hasStatus(name: string, status: number): string {
    return this.error ? `${this.error.status.replaceAll('{E}', name)} == ${status}` : 'False';
  }

  /** The test that a caught error has another status. */
  hasNot(name: string, status: number): string {
    return this.hasStatus(name, status).replace(' == ', ' != ');
  }

  /** The status of an answer. */
  answerStatus(name: string): string {
    return (this.answer?.status ?? '').replaceAll('{E}', name);
  }

  /** The test that an answer is not the conflict; undefined where the library's answers are not known. */
  isNoConflictAnswer(name: string): string | undefined {
    const test = this.isConflictAnswer(name);
    if (test === '') return undefined;
    return / (?:and|or) /.test(test) ? `not (${test})` : test.replace(' == ', ' != ');
  }

  /** The test that an answer is the conflict. */
  isConflictAnswer(name: string): string {
    const row = this.answer;
    return row ? this.test(name, row.status, [row.words]) : '';
  }

  /** A test of statuses, with the words where a status is shared. */
  test(name: string, status: string, words: readonly string[]): string {
    const filled = (expression: string, word = ''): string =>
      expression.replaceAll('{E}', name).replaceAll('{W}', literal(word));
    const parts = this.subject.tells.map((tell) => {
      const same = `${filled(status)} == ${tell.status}`;
      const said = [...new Set([...tell.codes, ...tell.texts])].flatMap((word) =>
        words.map((one) => filled(one, word)),
      );
      if (said.length === 0) return same;
      return `${same} and ${said.length > 1 ? `(${said.join(' or ')})` : said[0]}`;
    });
    if (parts.length < 2) return parts[0] ?? '';
    return parts.map((part) => (part.includes(' and ') ? `(${part})` : part)).join(' or ');
  }
}
