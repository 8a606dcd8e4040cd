/** A clock that does not make anybody wait: the code under proof waits on it, and what it waited for is noted. */

export interface Clock {
  /** Every wait that was asked for, in milliseconds, in order. */
  waits: number[];
  /** Milliseconds that were skipped. */
  skipped: number;
  setTimeout(done: () => void, ms?: number): unknown;
  Date: DateConstructor;
}

export function newClock(): Clock {
  const clock: Clock = {
    waits: [],
    skipped: 0,
    setTimeout(done, ms = 0) {
      clock.waits.push(ms);
      // A little of it really passes, so that those who wait for different times come back in their order.
      return setTimeout(
        () => {
          clock.skipped += ms;
          done();
        },
        Math.min(ms / 20, 50),
      );
    },
    Date: class extends Date {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(Date.now() + clock.skipped);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Date.now() + clock.skipped;
      }
    } as DateConstructor,
  };
  return clock;
}
