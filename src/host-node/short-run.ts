/**
 * Settings of V8 for a process that ends after seconds. Imported for its effect, before anything else.
 *
 * By default V8 optimises functions early, for programs that run on: over a scan that costs about a third of the
 * processor time and is not earned back. The budget is what a function runs through, in bytes of bytecode, before it is
 * looked at for that; the default is 132 KB in Node 20. It counts for the worker threads as well.
 *
 * Nearly all that a scan allocates is dropped with its file. Young objects are given their full room from the start, so
 * that they are collected less often, and each thread collects its own: threads that help find the cores busy.
 */
import { setFlagsFromString } from 'node:v8';

const BUDGET_BYTES = 600_000;

/** Room for young objects, twice: what V8 grows to by itself. Threads that are started later get it at once. */
const YOUNG_MEGABYTES = 16;

/** The newest major version of V8 that is known to have the settings: an unknown one is reported on stderr. */
const NEWEST_KNOWN = 13;

if (Number.parseInt(process.versions.v8, 10) <= NEWEST_KNOWN) {
  setFlagsFromString(`--interrupt-budget=${BUDGET_BYTES}`);
  // Simple machine code at once: most functions run a few thousand times, too often for the interpreter.
  setFlagsFromString('--always-sparkplug');
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MEGABYTES}`);
  setFlagsFromString('--no-parallel-scavenge');
  // Most expressions run over every file: they are compiled at once, not interpreted first.
  setFlagsFromString('--no-regexp-tier-up');
  // A thread of V8's own that optimises would find both cores busy.
  setFlagsFromString('--no-concurrent-recompilation');
  // Most functions of a parser are never called.
  setFlagsFromString('--wasm-lazy-compilation');
}
