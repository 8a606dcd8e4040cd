/**
 * Lets long work take turns with everything else in the extension host: it runs in slices, and between them the editor and
 * other extensions are served. In the browser there is nothing else; on the desktop open documents are worth the same.
 */

/** A slice after which the others are served, in milliseconds: short enough for a key that was pressed. */
const sliceMs = 12;

/** Runs pieces of work one after another, as many in a slice as there is time for. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private running = false;

  /** @param later calls back after everything else that is due has been served */
  constructor(
    private readonly later: (callback: () => void) => void = (callback) => void setTimeout(callback, 0),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Runs a piece of work when its turn has come. A piece is never interrupted, so it should be short itself.
   *
   * @returns what it returns; rejects when it throws
   */
  readonly run = <T>(work: () => T): Promise<T> => {
    const result = new Promise<T>((resolve, reject) => {
      this.waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
    });
    if (!this.running) {
      this.running = true;
      this.later(() => this.slice());
    }
    return result;
  };

  private slice(): void {
    const until = this.now() + sliceMs;
    let work = this.waiting.shift();
    while (work) {
      work();
      if (this.now() >= until) break;
      work = this.waiting.shift();
    }
    this.running = this.waiting.length > 0;
    if (this.running) this.later(() => this.slice());
  }
}
