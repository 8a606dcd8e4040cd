/** The names a value goes by: what is written to members of any of them later is written to the value. */
import type { Placed } from '../project/project.js';
import type { Cell } from './cell.js';

/** How many names that stand for one another are followed. */
const MAX_NAMES = 6;

/** The names a value goes by in its file, nearest first. */
export function namesOf(cell: Cell): Placed[] {
  const out: Placed[] = [];
  let val = cell.val;
  for (let i = 0; i < MAX_NAMES; i++) {
    if (val.v === 'await') val = val.value;
    else if (val.v === 'ref' || (val.v === 'member' && val.obj.v === 'self')) {
      const place = cell.file.placeOf(val);
      if (!place) return out;
      out.push({ file: cell.file, def: place.def });
      const only = place.def.sources.length === 1 ? place.def.sources[0] : undefined;
      if (!only || only.path.length) return out;
      val = only.value;
    } else return out;
  }
  return out;
}
