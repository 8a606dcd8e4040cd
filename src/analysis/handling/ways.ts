/** How the modules that follow a failure call each other: each knows one kind of place, none knows the others. */
import type { BoundFile } from '../bind/file.js';
import type { Node } from '../bind/walk.js';
import type { Call, Fn, Val } from '../code-model.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Fate } from './fate.js';
import type { Ledger } from './ledger.js';
import type { FollowOptions, Shape } from './shape.js';

/** Where a function that is run in thought was called from: its failure goes there and nowhere else. */
export interface Via {
  fn: Fn;
  file: BoundFile;
  at: Val;
}

/** The ways a failure can go on, and what is kept on all of them. */
/** How a function is given the failure or the answer. */
export interface Given {
  /** The position of its parameter. */
  param: number;
  /** What it raises comes out of the call itself, not out of what the call hands out. */
  atOnce?: boolean;
}

export interface Ways {
  readonly ev: Evaluator;
  readonly options: FollowOptions;
  readonly log: Ledger;
  /** The failure is raised when this node is evaluated. */
  raised(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate;
  /** The node's value is a promise (or task) that fails. */
  promised(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate;
  /** Nothing takes the promise. */
  lost(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate;
  /** The node's value is an answer whose status tells the failure. */
  answered(node: Node, file: BoundFile, shape: Shape, via: Via[]): Fate;
  /** A function is given the failure (or the answer) as its first argument; what it returns goes on as the call's value. */
  callback(call: Call, fn: Val, file: BoundFile, shape: Shape, via: Via[], given?: Given): Fate;
  /** A function ends with the failure; it goes on where the function is called. */
  escapes(fn: Fn, file: BoundFile, shape: Shape, via: Via[], how: 'raise' | 'promise'): Fate;
  /** A function returns the failure, or something that holds it. */
  returned(fn: Fn, file: BoundFile, shape: Shape, via: Via[]): Fate;
}
