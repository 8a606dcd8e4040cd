/** Settings of V8 for a process that ends after seconds, and the versions that know them: one that does not says so on stderr. */

interface Setting {
  flag: string;
  /** The newest major version of V8 in which it was tried: 11 is that of Node 20, 12 that of Node 22, 13 that of Node 24. */
  newest: number;
}

const SETTINGS: readonly Setting[] = [
  // By default functions are optimised early, for programs that run on: over a scan that costs about a third of the processor
  // time and is not earned back. The budget is what a function runs through, in bytes of bytecode, before it is looked at for
  // that; the default is 132 KB in Node 20. It counts for the worker threads as well.
  { flag: '--interrupt-budget=600000', newest: 11 },
  // Simple machine code at once: most functions run a few thousand times, too often for the interpreter.
  { flag: '--always-sparkplug', newest: 13 },
  // Nearly all that a scan allocates is dropped with its file. Young objects are given their full room (in megabytes, twice)
  // from the start, so that they are collected less often; threads that are started later get it at once.
  { flag: '--min-semi-space-size=16', newest: 13 },
  // Each thread collects its own: threads that help find the cores busy.
  { flag: '--no-parallel-scavenge', newest: 13 },
  // The prefilter's expressions run over every file: they are compiled at once, not interpreted first.
  { flag: '--no-regexp-tier-up', newest: 13 },
];

/**
 * The settings that a version of V8 knows.
 *
 * @param version as in `process.versions.v8`
 */
export function v8Settings(version: string): string[] {
  const major = Number.parseInt(version, 10);
  return SETTINGS.filter(({ newest }) => major <= newest).map(({ flag }) => flag);
}
