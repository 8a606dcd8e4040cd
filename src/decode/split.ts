/** Several errors in one text: the entries of a recorded session, the lines of a log. */

/** A text of more entries is judged as a whole only. */
const mostParts = 60;
const STAMPED =
  /^\s{0,4}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|\w{3} \d{1,2} \d\d:\d\d:\d\d|(?:ERROR|WARN(?:ING)?|INFO|FATAL)\b)/;

/** The entries of a text that has several; none where it is one thing. */
export function split(text: string): string[] {
  const recorded = recordedRequests(text);
  if (recorded.length > 1) return recorded;
  const entries: string[] = [];
  let from = 0;
  let at = 0;
  let blank = false;
  for (const line of text.split('\n')) {
    const begins = STAMPED.test(line) || (blank && /^\S/.test(line)) || /^HTTP\/\d/.test(line);
    if (begins && at > from) {
      entries.push(text.slice(from, at));
      from = at;
      if (entries.length > mostParts) return [];
    }
    blank = line.trim() === '';
    at += line.length + 1;
  }
  entries.push(text.slice(from));
  const filled = entries.filter((entry) => entry.trim() !== '');
  return filled.length > 1 ? filled : [];
}

/** The failed entries of an HTTP archive, cut where each begins; its JSON may be damaged or only a part. */
function recordedRequests(text: string): string[] {
  const starts = [...text.matchAll(/["']startedDateTime["']/g)].map(({ index }) => index);
  if (starts.length < 2 || starts.length > mostParts * 20) return [];
  return starts
    .map((start, i) => text.slice(start, starts[i + 1] ?? text.length))
    .filter((entry) => /["']status["']\s?:\s?[45]\d\d\b/.test(entry))
    .slice(0, mostParts);
}
