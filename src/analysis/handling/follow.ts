/**
 * Follows a failure outward from the call: thrown, rejected, or returned in an answer; through handlers, promise
 * chains, variables, functions and their callers, until some place tells the conflict apart or nothing does.
 */
import type { BoundFile } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Call, Fn, Val } from '../code-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { answered } from './answers.js';
import { callback } from './callbacks.js';
import type { Fate } from './fate.js';
import { escapes, returned } from './functions.js';
import { Ledger } from './ledger.js';
import { lost, promised } from './promises.js';
import { raised } from './raised.js';
import type { FollowOptions, Shape } from './shape.js';
import type { Given, Via, Ways } from './ways.js';

/** Follows one failure under one set of assumptions; made anew for each question. */
export class Follower implements Ways {
  readonly log = new Ledger();

  constructor(
    readonly ev: Evaluator,
    readonly options: FollowOptions,
  ) {}

  raised(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    return raised(this, node, file, shape, via);
  }

  promised(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    return promised(this, node, file, shape, via);
  }

  lost(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate {
    return lost(this, node, file, shape, via);
  }

  answered(node: Node, file: BoundFile, shape: Shape, via: Via[] = []): Fate {
    return answered(this, node, file, shape, via);
  }

  callback(call: Call, fn: Val, file: BoundFile, shape: Shape, via: Via[], given?: Given): Fate {
    return callback(this, call, fn, file, shape, via, given);
  }

  escapes(fn: Fn, file: BoundFile, shape: Shape, via: Via[], how: 'raise' | 'promise'): Fate {
    return escapes(this, fn, file, shape, via, how);
  }

  returned(fn: Fn, file: BoundFile, shape: Shape, via: Via[]): Fate {
    return returned(this, fn, file, shape, via);
  }

  /** A callback `(error, result) => …` given to the call itself. */
  calledBack(call: Call, file: BoundFile, shape: Shape, fn: Val): Fate {
    const fate = callback(this, call, fn, file, shape, []);
    // What the callback throws goes nowhere; the call itself gives nothing that could be waited for.
    return fate.told || fate.reason !== 'lost' ? fate : this.log.unhandled('not-told-apart');
  }
}
