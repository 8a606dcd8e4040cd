/** What functions return; and several results of one call: names take them by their places, the first is what the call is for. */
import type { BoundFile } from '../bind/file.js';
import type { Fn, Stmt, Val } from '../code-model.js';

/** True where the errors of a language are results: then a call that gives several gives the value first. */
export function givesErrors(file: BoundFile): boolean {
  return file.traits.failure === 'lastResult';
}

/** The way into a value; the first of several results is the value itself. */
export function withinFirst(file: BoundFile, path: (string | number)[]): (string | number)[] {
  return givesErrors(file) && path[0] === 0 ? path.slice(1) : path;
}

/** What a function returns, in source order; nested functions are not looked into. */
export function returned(fn: Fn): Val[] {
  const out: Val[] = [];
  const visit = (stmts: Stmt[]): void => {
    for (const s of stmts) {
      if (s.s === 'return' && s.value) out.push(s.value);
      else if (s.s === 'if') {
        visit(s.then);
        visit(s.else);
      } else if (s.s === 'loop' || s.s === 'other') visit(s.body);
      else if (s.s === 'try') {
        visit(s.body);
        for (const h of s.handlers) visit(h.body);
      }
    }
  };
  if (fn.body) visit(fn.body);
  return out;
}
