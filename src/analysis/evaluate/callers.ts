/** Who calls a function, and to whom it is passed, within a file. */

import type { BoundFile } from '../bind/file.js';
import type { Call, Fn, New, Val } from '../code-model.js';
import type { Cell } from './cell.js';

/** The part of the evaluator that finds the function a call or a value means. */
export interface FunctionFinder {
  callee(cell: Cell & { val: Call }): { file: BoundFile; fn: Fn } | undefined;
  functionOf(cell: Cell): { file: BoundFile; fn: Fn } | undefined;
}

/** A place where a function is called, or handed to a call. */
export interface Use {
  kind: 'called' | 'passed';
  call: Call | New;
  /** The argument that is the function, when it is passed on. */
  arg?: Val;
}

const memo = new WeakMap<BoundFile, Map<Fn, Use[]>>();

/** The uses of a named function or method in a file. */
export function usesOf(ev: FunctionFinder, file: BoundFile, fn: Fn): Use[] {
  let index = memo.get(file);
  if (!index) {
    index = new Map();
    memo.set(file, index);
    for (const call of file.calls) {
      if (call.v === 'call' && !isElsewhere(file, call.callee)) {
        const target = ev.callee({ file, val: call });
        if (target?.file === file) add(index, target.fn, { kind: 'called', call });
      }
      for (const a of call.args) {
        if ((a.value.v !== 'ref' && a.value.v !== 'member') || isElsewhere(file, a.value)) continue;
        const target = ev.functionOf({ file, val: a.value });
        if (target?.file === file) add(index, target.fn, { kind: 'passed', call, arg: a.value });
      }
    }
  }
  return index.get(fn) ?? [];
}

/** True for an imported name and its members, unless the file itself writes such members: no function of this file. */
function isElsewhere(file: BoundFile, val: Val): boolean {
  const root = val.v === 'member' ? val.obj : val;
  const def = root.v === 'ref' ? file.resolve(root) : undefined;
  return def?.import !== undefined && def.writes.length === 0;
}

function add(index: Map<Fn, Use[]>, fn: Fn, use: Use): void {
  const list = index.get(fn);
  if (list) list.push(use);
  else index.set(fn, [use]);
}
