/** What `+=` adds to a list that goes by a name. */
import type { Cell } from './cell.js';

/** What this asks of the evaluator. */
interface Values {
  elements(cell: Cell, depth: number): Cell[];
  origins(cell: Cell, depth: number): Cell[];
}

/** `list += x` on the name of a list: the elements of another list, or one more record. */
export function appended(ev: Values, { file, val, env }: Cell, depth: number): Cell[] {
  const def = val.v === 'ref' ? file.resolve(val) : undefined;
  return (def?.sources ?? []).flatMap((s): Cell[] => {
    if (s.op !== '+=' || s.path.length) return [];
    const more: Cell = { file, val: s.value, env };
    if (s.value.v === 'list') return ev.elements(more, depth + 1);
    return ev.origins(more, depth + 1).filter((o) => o.val.v === 'rec');
  });
}
