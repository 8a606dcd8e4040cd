/** Watches what the extension under test leaves waiting. To be called before it starts. */

/** Frames of the extension's own bundles, wherever they lie. */
const ours = /[\\/]dist[\\/](?:main|extension|extension-web)\.cjs/;

const timers = new Map<unknown, string>();

/** Takes note of every timer that the extension sets from now on, until it has fired or was cleared. */
export function watchTimers(): void {
  const host = globalThis as unknown as Record<string, (...args: unknown[]) => unknown>;
  for (const [set, clear, repeats] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
  ] as const) {
    const [setNow, clearNow] = [host[set], host[clear]];
    if (!setNow || !clearNow) throw new Error(`there is no ${set} to watch`);
    host[set] = (callback, ...rest) => {
      const stack = new Error(set).stack ?? '';
      if (typeof callback !== 'function' || !ours.test(stack)) return setNow(callback, ...rest);
      const fired = (...args: unknown[]) => {
        if (!repeats) timers.delete(timer);
        callback(...args);
      };
      const timer = setNow(fired, ...rest);
      timers.set(timer, stack);
      return timer;
    };
    host[clear] = (timer) => {
      timers.delete(timer);
      return clearNow(timer);
    };
  }
}

/** Where each timer of the extension that still waits was set. */
export function pendingTimers(): string[] {
  return [...timers.values()];
}
