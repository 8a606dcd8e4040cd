/** Where helpers and imports are inserted: behind the imports at the beginning of a file. */
import type { BoundFile } from '../../analysis/bind/file.js';
import type { Subject } from '../../remedies/subject.js';

/** The end of the line of the last import before any other statement; where there is none, the first statement. */
export function placeOf({ candidate, text }: Subject): number {
  const last = leading(candidate.cell.file).at(-1);
  if (last !== undefined) return lineAfter(text, last);
  const first = candidate.cell.file.model.top[0];
  return first ? text.lastIndexOf('\n', first.range.start - 1) + 1 : 0;
}

/** Ends of the imports that stand before any other statement, in order. */
function leading(file: BoundFile): number[] {
  const first = file.model.top[0]?.range.start ?? Number.POSITIVE_INFINITY;
  return file.model.imports
    .map(({ range }) => range)
    .filter(({ start }) => start < first && (start === 0 || file.text[start - 1] === '\n'))
    .map(({ end }) => end)
    .sort((a, b) => a - b);
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
