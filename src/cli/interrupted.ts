/** The end of a command that runs until somebody stops it. */

/** Resolves at the first Ctrl-C, or when the process is asked to end; the next one ends it at once. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
