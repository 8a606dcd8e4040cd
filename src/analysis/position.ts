/** Offsets to lines and columns. */

/** 1-based line and column (UTF-16 code units). */
export interface Position {
  line: number;
  column: number;
}

/** Finds positions in a text; line ends are LF, CRLF and CR. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    const re = /\r\n|\n|\r/g;
    for (let m = re.exec(text); m; m = re.exec(text)) this.starts.push(m.index + m[0].length);
  }

  /** The place of an offset. Between CR and LF it is the end of the line. */
  at(offset: number): Position {
    const within = this.text[offset] === '\n' && this.text[offset - 1] === '\r';
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] ?? 0) <= offset) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + (within ? 0 : 1) };
  }

  /** The offset of a place; undefined where there is no such line. A column behind the line's end counts as that end. */
  offset({ line, column }: Position): number | undefined {
    const start = this.starts[line - 1];
    if (start === undefined) return undefined;
    const next = this.starts[line];
    let end = next ?? this.text.length;
    if (next !== undefined) while (end > start && /[\r\n]/.test(this.text[end - 1] ?? '')) end--;
    return Math.min(start + column - 1, end);
  }
}
