/**
 * Stands in for p-retry, which is not among the development dependencies: what its documentation says of the options that
 * fixes use. Programs under proof import it by that name.
 */

interface Options {
  retries?: number;
  factor?: number;
  minTimeout?: number;
  maxTimeout?: number;
  randomize?: boolean;
  maxRetryTime?: number;
  shouldRetry?: (error: Error) => boolean | Promise<boolean>;
}

/** Ends the retries; the error it was made of comes out. */
export class AbortError extends Error {
  readonly originalError: Error;

  constructor(cause: Error | string) {
    super(typeof cause === 'string' ? cause : cause.message);
    this.originalError = typeof cause === 'string' ? new Error(cause) : cause;
  }
}

/** Calls `input` until it succeeds, at most `retries` times more, with waits that grow. */
export default async function pRetry<T>(input: (attempt: number) => Promise<T> | T, options: Options = {}): Promise<T> {
  const { retries = 10, factor = 2, minTimeout = 1000, maxTimeout = Number.POSITIVE_INFINITY } = options;
  const { randomize = false, maxRetryTime = Number.POSITIVE_INFINITY, shouldRetry = () => true } = options;
  const begun = Date.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await input(attempt);
    } catch (error) {
      if (!(error instanceof Error)) throw new TypeError(`Non-error was thrown: "${error}"`);
      if (error instanceof AbortError) throw error.originalError;
      if (!(await shouldRetry(error)) || attempt > retries || Date.now() - begun >= maxRetryTime) throw error;
      const wait = (randomize ? 1 + Math.random() : 1) * minTimeout * factor ** (attempt - 1);
      await new Promise<void>((resolve) => setTimeout(resolve, Math.min(wait, maxTimeout)));
    }
  }
}
