/** How deep code is nested that is being lowered: no human wrote what is deeper than the limit, and the stack is finite. */
export interface Nesting {
  /** Lowers what stands deeper; beyond the limit it does the other thing instead. */
  guarded<T>(lower: () => T, otherwise: () => T): T;
  /** The same without a limit: a function is always a function. What is in it is cut off, the sooner for it. */
  deeper<T>(lower: () => T): T;
}

/** @param limit levels that are followed */
export function nesting(limit: number): Nesting {
  let depth = 0;
  const deeper = <T>(lower: () => T): T => {
    depth++;
    const out = lower();
    depth--;
    return out;
  };
  return { deeper, guarded: (lower, otherwise) => (depth >= limit ? otherwise() : deeper(lower)) };
}
