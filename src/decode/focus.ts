/** The part of a long text that tells of errors, so that everything after costs little and the same for any length. */

/** Characters that are looked at closely. */
const enough = 60_000;
/** Lines kept around one that tells of an error. */
const around = 4;
/** A line of this length is cut: nothing that matters is as long. */
const longestLine = 8_000;

const TELLING = /\b(?:4[0-9]{2}|5\d{2})\b|error|exception|conflict|exists|precondition|violat|locked|fail/i;

/** The text itself where it is short, else its telling lines with a few around each, from the beginning. */
export function focus(text: string): string {
  if (text.length <= enough) return text;
  const lines = text.split('\n').map((line) => (line.length > longestLine ? telling(line) : line));
  const kept: string[] = [];
  let size = 0;
  let last = -1;
  for (let i = 0; i < lines.length && size < enough; i++) {
    if (!TELLING.test(lines[i] ?? '')) continue;
    for (let k = Math.max(last + 1, i - around); k <= Math.min(lines.length - 1, i + around); k++) {
      const line = lines[k] ?? '';
      kept.push(line);
      size += line.length + 1;
      last = k;
    }
  }
  return kept.join('\n').slice(0, enough);
}

/** Of a very long line the parts that tell of an error, with some of what stands around them. */
function telling(line: string): string {
  const parts: string[] = [];
  const half = 1_000;
  let from = 0;
  while (parts.length < longestLine / half / 2) {
    const found = line.slice(from).search(TELLING);
    if (found < 0) break;
    const at = from + found;
    parts.push(line.slice(Math.max(from, at - half), at + half));
    from = at + half;
  }
  return parts.join(' ');
}
