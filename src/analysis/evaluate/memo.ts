/**
 * Answers that are kept while a file is judged: for a value under the parameters it is read with, at the depth it was
 * asked at, since what lies deeper than is followed depends on that.
 */
import type { Val } from '../code-model.js';
import type { Env } from './cell.js';

/** Stands for no parameters. */
const UNBOUND: Env = { bind: new Map() };

/** Keeps one answer for each value, environment and depth. */
export class Memo<T> {
  private readonly answers = new WeakMap<Env, Map<Val, T>[]>();

  /** The answers for one environment and depth, to look into and to add to. */
  at(env: Env | undefined, depth = 0): Map<Val, T> {
    const key = env ?? UNBOUND;
    let byDepth = this.answers.get(key);
    if (!byDepth) {
      byDepth = [];
      this.answers.set(key, byDepth);
    }
    let found = byDepth[depth];
    if (!found) {
      found = new Map();
      byDepth[depth] = found;
    }
    return found;
  }
}
