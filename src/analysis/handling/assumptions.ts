/**
 * Runs under several assumptions about the failure, and a record of what was asked of them. What code does in thought
 * depends on nothing else: where no question was asked, the answer would have changed nothing, and the run need not be
 * made again.
 */
import type { Assumption, FollowOptions, Relax } from './shape.js';

/** What of the assumptions was asked for: the failure itself, and each thing that may be pretended. */
export interface Asked {
  answer: boolean;
  awaited: boolean;
  property: boolean;
  type: boolean;
}

/** A record in which nothing was asked yet. */
export function nothingAsked(): Asked {
  return { answer: false, awaited: false, property: false, type: false };
}

/** An assumption that notes when it is looked at. */
class Watched implements Assumption {
  constructor(
    private readonly of: Assumption,
    private readonly asked: Asked,
  ) {}

  get conflict(): boolean {
    this.asked.answer = true;
    return this.of.conflict;
  }

  get status(): number {
    this.asked.answer = true;
    return this.of.status;
  }

  get codes(): string[] {
    this.asked.answer = true;
    return this.of.codes;
  }

  get texts(): string[] {
    this.asked.answer = true;
    return this.of.texts;
  }
}

/** The same options, with a note of what is asked of them. */
export function watchedOptions({ conflict, others, pretendAwaited }: FollowOptions, asked: Asked): FollowOptions {
  return {
    conflict: new Watched(conflict, asked),
    others: others.map((other) => new Watched(other, asked)),
    get pretendAwaited() {
      asked.awaited = true;
      return pretendAwaited === true;
    },
  };
}

/** The same relaxation, with a note of what is asked of it. */
export function watchedRelax({ property, type }: Relax, asked: Asked): Relax {
  return {
    get property() {
      asked.property = true;
      return property === true;
    },
    get type() {
      asked.type = true;
      return type === true;
    },
  };
}

/** What a run gives under each assumption. */
export interface Runs<T> {
  conflict: T;
  others: T[];
  /** False: nothing looked at the failure, so that any other one, or a success, gives the same. */
  looked: boolean;
}

/** Runs for the conflict and, where that looked at the failure, for each of the others. */
export function underEach<T>({ conflict, others }: FollowOptions, run: (a: Assumption) => T): Runs<T> {
  const asked = nothingAsked();
  const first = run(new Watched(conflict, asked));
  const looked = asked.answer;
  return { conflict: first, others: looked ? others.map(run) : [first], looked };
}
