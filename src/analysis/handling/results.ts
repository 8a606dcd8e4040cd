/** Errors as the last result of a function: which names and returns carry them. */
import type { BoundFile } from '../bind/file.js';
import type { Pattern, Stmt, Val } from '../code-model.js';
import type { Subjects } from './subject.js';

/** The last of the results a `return` gives. */
export function lastResult(value: Val): Val {
  return value.v === 'list' ? (value.items.at(-1)?.value ?? value) : value;
}

/** True for a `return` in a function whose last result is declared to be an error. */
export function isFailingReturn(stmt: Stmt, file: BoundFile): boolean {
  const { failure, errorType } = file.traits;
  if (failure !== 'lastResult') return false;
  const returns = file.enclosingFn(stmt)?.returns;
  return errorType !== undefined && (returns?.args.at(-1) ?? returns)?.path.at(-1) === errorType;
}

/** The name that takes the error of a call: the last of a pattern, or the only one. */
export function errorTarget(stmt: Stmt): Extract<Val, { v: 'ref' }> | undefined {
  if (stmt.s !== 'bind') return undefined;
  const target = stmt.target.v === 'pattern' ? stmt.target.parts.at(-1)?.target : stmt.target;
  return target?.v === 'ref' ? target : undefined;
}

/** The subjects after the names of a pattern got other values. */
export function rebound(file: BoundFile, subjects: Subjects, pattern: Pattern): Subjects {
  const out = new Map(subjects);
  for (const part of pattern.parts) {
    const def = part.target.v === 'ref' ? file.resolve(part.target) : undefined;
    if (def) out.delete(def);
  }
  return out;
}
